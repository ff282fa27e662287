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

/** Fields in which one can be made of both: people's own words. */
export const canMerge = ({ conflict: { field }, current, other = undefined }: ConflictView & Sides): boolean =>
  ['points', 'text', 'title', 'proposedFocus'].includes(field) && current !== undefined && other !== undefined;

interface Sides {
  readonly other?: JsonValue | undefined;
}

/** What stands in the editor at first: what is there now, and from the other version what is not. */
export function bothOf(current: JsonValue | undefined, other: JsonValue | undefined): readonly string[] {
  if (Array.isArray(current) && Array.isArray(other)) return [...new Set([...current, ...other].map(String))];
  return [[current, other].map(String).join('\n')];
}

/** What was written in the editor, as the field keeps it. */
export function mergedValue(current: JsonValue | undefined, texts: readonly string[]): JsonValue {
  const [first = ''] = texts;
  return Array.isArray(current) ? texts.filter((text) => text.trim() !== '') : first.replace(/\s+/g, ' ').trim();
}
