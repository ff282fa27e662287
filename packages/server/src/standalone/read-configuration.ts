import { checkConfiguration, ConfigurationError, type Configuration } from './configuration.js';

type Environment = Readonly<Record<string, string | undefined>>;
type Settings = Readonly<Record<string, unknown>>;

/**
 * The configuration of a file, with what stands in the environment over it.
 * @param text - the file, JSON; empty for none
 * @throws ConfigurationError
 */
export function readConfiguration(text: string, environment: Environment): Configuration {
  const { COACHKIT_ALLOWED_ORIGINS: origins } = environment;
  return checkConfiguration({
    ...{ port: 4000, host: '127.0.0.1', data: 'data' },
    ...fileSettings(text),
    ...present({
      port: numberOf(environment['PORT']),
      host: environment['HOST'],
      data: environment['COACHKIT_DATA'],
      databaseUrl: environment['DATABASE_URL'],
      tenantId: environment['COACHKIT_TENANT'],
      deviceKeySecret: environment['COACHKIT_DEVICE_KEY_SECRET'],
      allowedOrigins: origins?.split(',').map((each) => each.trim()),
      signIn: signInOf(environment),
    }),
  });
}

function fileSettings(text: string): Settings {
  if (text.trim() === '') return {};
  let settings: unknown;
  try {
    settings = JSON.parse(text);
  } catch {
    throw new ConfigurationError([{ field: 'the file', reason: 'is no JSON' }]);
  }
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings))
    throw new ConfigurationError([{ field: 'the file', reason: 'is no JSON object' }]);
  return settings as Settings;
}

function signInOf(environment: Environment): Settings | undefined {
  const secret = environment['COACHKIT_PROXY_SECRET'];
  if (secret !== undefined) return { kind: 'proxy', secret };
  const { COACHKIT_JWT_SECRET: shared, COACHKIT_JWT_PUBLIC_KEY: publicKey } = environment;
  const key = shared ?? publicKey;
  if (key === undefined) return undefined;
  return present({
    ...{ kind: 'jwt', algorithm: shared === undefined ? 'RS256' : 'HS256', key },
    audience: environment['COACHKIT_JWT_AUDIENCE'],
    issuer: environment['COACHKIT_JWT_ISSUER'],
  });
}

/** A number; what is none is handed on as it is, to be refused by name. */
function numberOf(text: string | undefined): number | string | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : text;
}

function present(settings: Settings): Settings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
