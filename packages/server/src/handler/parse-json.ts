import type { JsonObject, JsonValue } from '@coachkit/core';
import { refuse } from './refusal.js';

/**
 * Reads JSON of at most so many levels; nothing counts as an empty object. The levels are counted before anything is
 * parsed, so that no depth costs more than the reading of its text.
 * @throws Refusal 400 for what is no JSON object, or is too deep
 */
export function parseJson(text: string, mostLevels: number): JsonObject {
  if (text === '') return {};
  if (isDeeper(text, mostLevels))
    throw refuse('invalid-input', 400, {}, { path: '', rule: 'too-large', limit: mostLevels });
  const value = read(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refuse('invalid-input', 400, {}, { path: '', rule: 'wrong-type' });
  return value as JsonObject;
}

function read(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    throw refuse('invalid-input', 400, {}, { path: '', rule: 'wrong-type' });
  }
}

/** Brackets outside of strings. */
const marks = /"(?:[^"\\]|\\.)*"?|[[\]{}]/gsu;

function isDeeper(text: string, mostLevels: number): boolean {
  let levels = 0;
  for (const [mark] of text.matchAll(marks)) {
    if (mark === '{' || mark === '[') levels += 1;
    else if (mark === '}' || mark === ']') levels -= 1;
    if (levels > mostLevels) return true;
  }
  return false;
}
