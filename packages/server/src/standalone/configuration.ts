import { CoachingError, isId, parse, type InputProblem, type Schema } from '@coachkit/core';
import * as z from 'zod/mini';

/** How the standalone server knows who asks. */
export type SignIn =
  | {
      /** A proxy in front signs people in and says who they are in headers, with a secret only the two know. */
      readonly kind: 'proxy';
      /** At least 16 characters. */
      readonly secret: string;
    }
  | {
      /** A token in `Authorization: Bearer`. */
      readonly kind: 'jwt';
      readonly algorithm: 'HS256' | 'RS256';
      /** For HS256 the secret, at least 32 characters; for RS256 the public key as PEM. */
      readonly key: string;
      readonly audience?: string;
      readonly issuer?: string;
    };

/** What the standalone server is told. */
export interface Configuration {
  /** 0 lets the machine choose one. */
  readonly port: number;
  readonly host: string;
  /** The folder of the embedded database. */
  readonly data: string;
  /** `postgres://…`, where the embedded database is not enough. */
  readonly databaseUrl?: string;
  /** The tenant of everybody who does not bring one. */
  readonly tenantId?: string;
  readonly signIn: SignIn;
  readonly basePath?: string;
  readonly deviceKeySecret?: string;
  readonly allowedOrigins?: readonly string[];
  readonly trustedSites?: readonly string[];
  /** Whether a proxy in front says how it was asked. */
  readonly isBehindProxy?: boolean;
}

/** What is wrong with a configuration: which field, and why. Never what stands in it. */
export class ConfigurationError extends Error {
  readonly problems: readonly { readonly field: string; readonly reason: string }[];

  constructor(problems: ConfigurationError['problems']) {
    super(problems.map(({ field, reason }) => `${field}: ${reason}`).join('\n'));
    this.name = 'ConfigurationError';
    this.problems = problems;
  }
}

const rule = <T>(test: (value: T) => boolean, reason: string) => z.refine<T>(test, { error: reason });
const atLeast = (length: number) => rule<string>((text) => text.length >= length, `has at least ${length} characters`);
const origin = z
  .string()
  .check(
    rule((text) => URL.canParse(text) && new URL(text).origin === text, 'is no origin such as https://app.example'),
  );
const oneOf = (options: readonly string[]) =>
  z.string().check(rule((text) => options.includes(text), `is one of ${options.join(', ')}`));

const schema = z.strictObject({
  port: z.number().check(rule((port) => Number.isInteger(port) && port >= 0 && port <= 65_535, 'is 0 to 65535')),
  host: z.string().check(atLeast(1)),
  data: z.string().check(atLeast(1)),
  databaseUrl: z.optional(
    z.string().check(rule((url) => /^postgres(?:ql)?:\/\//.test(url), 'begins with postgres://')),
  ),
  tenantId: z.optional(z.string().check(rule(isId, 'is no id'))),
  signIn: z.union([
    z.strictObject({ kind: z.literal('proxy'), secret: z.string().check(atLeast(16)) }),
    z
      .strictObject({
        kind: z.literal('jwt'),
        algorithm: oneOf(['HS256', 'RS256']),
        key: z.string().check(atLeast(32)),
        audience: z.optional(z.string()),
        issuer: z.optional(z.string()),
      })
      .check(
        z.refine(({ algorithm, key }) => algorithm !== 'RS256' || key.includes('PUBLIC KEY'), {
          error: 'is no public key in PEM',
          path: ['key'],
        }),
      ),
  ]),
  basePath: z.optional(z.string().check(rule((path) => /^(?:\/[\w.-]+)+$/.test(path), 'begins with a slash'))),
  deviceKeySecret: z.optional(z.string().check(atLeast(32))),
  allowedOrigins: z.optional(z.array(origin)),
  trustedSites: z.optional(z.array(origin)),
  isBehindProxy: z.optional(z.boolean()),
}) as unknown as Schema<Configuration>;

const reasons: Readonly<Record<string, string>> = {
  required: 'is missing',
  'wrong-type': 'is of the wrong type',
  'unknown-key': 'is no setting',
  'not-an-option': 'says no way to sign in that there is',
};

/** @throws ConfigurationError naming each field that is wrong */
export function checkConfiguration(settings: unknown): Configuration {
  try {
    return parse(schema, settings);
  } catch (error) {
    if (!CoachingError.isInstance(error)) throw error;
    throw new ConfigurationError(error.problems.map(problemOf));
  }
}

function problemOf({ path, rule: broken }: InputProblem): ConfigurationError['problems'][number] {
  return { field: path === '' ? 'the file' : path, reason: reasons[broken] ?? broken };
}
