import type { JsonValue } from '@coachkit/core';

/** What stands at a place of an answer: own keys only, so that `constructor` finds nothing. */
export function valueAt(value: JsonValue, place: string): JsonValue | undefined {
  let found: JsonValue | undefined = value;
  for (const key of place === '' ? [] : place.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Readonly<Record<string, JsonValue>>)[key];
  }
  return found;
}

/** A text or number as text. */
export function stringAt(value: JsonValue, place: string): string | undefined {
  const found = valueAt(value, place);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
}

/** A list; undefined where there is none. */
export function listAt(value: JsonValue | undefined, place: string): readonly JsonValue[] | undefined {
  const found = value === undefined ? undefined : valueAt(value, place);
  return Array.isArray(found) ? (found as JsonValue[]) : undefined;
}
