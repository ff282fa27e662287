import * as z from 'zod/mini';
import type { JsonObject, JsonValue } from '../ports/storage.js';

/** What JSON Schema calls our rules; a rule that it has no words for is left to the server. */
const keywords: Readonly<Record<string, (limit: unknown) => Readonly<Record<string, unknown>>>> = {
  'too-long': (limit) => ({ maxLength: limit }),
  'too-many': (limit) => ({ maxItems: limit }),
  'too-few': (limit) => (limit === 0 ? {} : { minItems: limit }),
  'too-small': (limit) => ({ minimum: limit }),
  'too-large': (limit) => ({ maximum: limit }),
  'not-an-option': (limit) => (Array.isArray(limit) ? { enum: limit } : {}),
  'not-an-id': () => ({ pattern: '^[A-Za-z0-9][A-Za-z0-9_.:@-]*$', maxLength: 128 }),
  'not-a-date': () => ({ format: 'date' }),
  'not-an-instant': () => ({ format: 'date-time' }),
  'not-a-time': () => ({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' }),
  'not-an-address': () => ({ format: 'email' }),
  blank: () => ({ pattern: '\\S' }),
};

interface CustomCheck {
  readonly _zod: {
    readonly def: {
      readonly check: string;
      readonly error?: (issue: unknown) => unknown;
      readonly params?: { readonly limit?: unknown };
    };
  };
}

/** The JSON Schema (2020-12) of one of our schemas, with the rules that only a check knows. */
export function jsonSchemaOf(schema: z.ZodMiniType): JsonObject {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const checks = (zodSchema._zod.def.checks ?? []) as unknown as readonly CustomCheck[];
      for (const { _zod } of checks) Object.assign(jsonSchema, keywordsOf(_zod.def, jsonSchema.type));
    },
  });
  return rest as JsonObject;
}

function keywordsOf({ check, error, params }: CustomCheck['_zod']['def'], type: JsonValue | undefined): object {
  if (check !== 'custom') return {};
  const rule = error?.({});
  // Only a whole number is checked for being of the type that it has already.
  if (rule === 'wrong-type' && type === 'number') return { type: 'integer' };
  return (typeof rule === 'string' && keywords[rule]?.(params?.limit)) || {};
}
