import { isCalendarDate, type ConflictView, type Focus, type JsonValue } from '@coachkit/core';
import type { Format } from '../base/format.js';
import type { Terms } from '../base/messages/terms.messages.js';
import type { ConflictWords } from './conflicts.messages.js';

/** In whose words values are shown. */
export interface ValueTelling {
  readonly words: ConflictWords;
  readonly terms: Terms;
  readonly format: Format;
}

/** A value as people read it: one line, or one for each point; undefined for one that is not there. */
export function linesOf(
  { words, terms, format }: ValueTelling,
  field: string,
  value: JsonValue | undefined,
): readonly string[] | undefined {
  if (Array.isArray(value)) return value.map(String);
  if (typeof value === 'number') return [format.count(value, 'minute')];
  if (typeof value === 'string') {
    if (field === 'status') return [words.state(value)];
    return [isCalendarDate(value) ? format.fullDate(value) : value];
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { label, kind } = value as unknown as Focus;
  return [label, terms.focusKind(kind)];
}

/** Whether one can be made of both: people's own words, where neither version is that they are removed. */
export function canMerge({ conflict: { field, other }, current }: ConflictView): boolean {
  const isWritten = ['points', 'text', 'title', 'proposedFocus'].includes(field);
  return isWritten && current !== undefined && other !== undefined;
}

/** What stands in the editor at first: what is there now, and from the other version what is not. */
export function bothOf({ conflict: { other }, current }: ConflictView): readonly string[] {
  const [here, there] = [current, other].map((value) => [value ?? []].flat().map(String));
  const both = [...new Set([...(here ?? []), ...(there ?? [])])];
  return Array.isArray(current) ? both : [both.join('\n')];
}

/** What was written in the editor, as the field keeps it. */
export function mergedValue(current: JsonValue | undefined, texts: readonly string[]): JsonValue {
  const [first = ''] = texts;
  return Array.isArray(current) ? texts.filter((text) => text.trim() !== '') : first.replace(/\s+/g, ' ').trim();
}
