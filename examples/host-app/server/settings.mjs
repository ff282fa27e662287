import { fileURLToPath } from 'node:url';

const usualFolder = fileURLToPath(new URL('../../../data/demo', import.meta.url));

/** What the environment and the command line ask for. @throws Error with one sentence for what cannot be */
export function readSettings(environment, words) {
  const unknown = words.find((word) => word !== '--reset');
  if (unknown !== undefined) throw new Error(`"${unknown}" is not known here. There is --reset.`);
  return {
    port: readPort(environment.PORT),
    host: environment.HOST || 'localhost',
    dataFolder: environment.COACHKIT_DATA || usualFolder,
    databaseUrl: readDatabaseUrl(environment.DATABASE_URL),
    isReset: words.includes('--reset'),
    clock: clockFrom(environment.COACHKIT_DEMO_NOW),
  };
}

function readPort(text = '4173') {
  const port = Number(text || '4173');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT is "${text}". It has to be a number from 0 to 65535.`);
  }
  return port;
}

function readDatabaseUrl(text) {
  if (!text) return undefined;
  // The address may hold a password, so it is not repeated.
  if (!/^postgres(ql)?:\/\//.test(text)) throw new Error('DATABASE_URL has to begin with postgres://');
  return text;
}

/** The machine's clock, or one that was set to a moment when the server started: the sample is drawn for its day. */
function clockFrom(text) {
  if (!text) return { now: () => Date.now() };
  const start = Date.parse(text);
  if (Number.isNaN(start)) throw new Error(`COACHKIT_DEMO_NOW is "${text}". Write it as 2026-11-24T10:00:00Z.`);
  const began = Date.now();
  return { now: () => start + (Date.now() - began) };
}
