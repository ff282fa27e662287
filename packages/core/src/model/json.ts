import * as z from 'zod/mini';
import type { JsonObject, JsonValue } from '../ports/storage.js';
import { refine, type Schema } from './values.js';

/** Whether something is JSON and nothing else, at most 32 levels deep. */
function isJson(value: unknown, depth = 32): value is JsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth === 0) return false;
  return Object.values(value).every((part) => isJson(part, depth - 1));
}

/** Any JSON value; what it means is checked by who uses it. */
export const json = z.unknown().check(refine((value) => isJson(value), 'wrong-type')) as unknown as Schema<JsonValue>;

/** Any JSON object. */
export const jsonObject = z
  .unknown()
  .check(
    refine(
      (value) => isJson(value) && typeof value === 'object' && value !== null && !Array.isArray(value),
      'wrong-type',
    ),
  ) as unknown as Schema<JsonObject>;
