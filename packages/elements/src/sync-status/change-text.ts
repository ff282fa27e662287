import { isCalendarDate, type JsonValue } from '@coachkit/core';
import type { Format } from '../base/format.js';

// What people have written, by the names that inputs give it; all else is ids and choices.
const written = ['label', 'points', 'text', 'title', 'quickEntry', 'dropReason', 'reason', 'value', 'date', 'dueDate', 'targetDate', 'end']; // prettier-ignore

/** What somebody wrote in a change, line by line, in the order in which it was entered; dates in words. */
export function wordsOfChange(input: JsonValue, format: Format, isWritten = false): readonly string[] {
  if (typeof input === 'string') {
    if (!isWritten || !input.trim()) return [];
    return [isCalendarDate(input) ? format.fullDate(input) : input];
  }
  if (Array.isArray(input)) return input.flatMap((each: JsonValue) => wordsOfChange(each, format, isWritten));
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).flatMap(([name, value]: [string, JsonValue]) =>
    wordsOfChange(value, format, written.includes(name)),
  );
}
