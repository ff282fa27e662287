import type { CalendarDate } from '../calendar.js';
import { bare, dateNames } from './date-names.js';
import { has, readDate, type DateReader } from './date-entry.js';
import { englishDateWords } from './date-words.js';

/** Whose action a quick entry can make. */
export interface QuickEntryReader extends DateReader {
  /** The two people of the pair. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** The id of the one who writes: `@me`. */
  readonly me: string;
}

/** A stretch of a quick entry that was read as something: UTF-16 positions, end not included. */
export interface QuickEntryMark {
  readonly kind: 'owner' | 'date';
  readonly start: number;
  readonly end: number;
}

/** An action as one line says it. Text and marks together are all that was typed. */
export interface QuickEntry {
  /** What is left when the marks are cut out. */
  readonly text: string;
  readonly ownerId?: string;
  /** Today or later. */
  readonly dueDate?: CalendarDate;
  /** In order, not overlapping. */
  readonly marks: readonly QuickEntryMark[];
}

/** Most words of a date. */
const longestDate = 4;

/**
 * Reads an action from one line: `Shadow the pricing call @me fri`. A name of the pair after `@` counts wherever it
 * stands, the last one where there are several. A date counts at the end only ("Ask what she may need" has none), with
 * the word that leads to it ("by Friday"), and never in the past. At least one word stays for the action.
 */
export function readQuickEntry(entry: string, reader: QuickEntryReader): QuickEntry {
  const { locale, people, me, words = englishDateWords } = reader;
  const { plain } = dateNames(locale);
  const tokens = [...entry.matchAll(/\S+/gu)].map(({ 0: word, index }) => {
    const name = /^[@\uFF20]./u.test(word) ? bare(plain(word.slice(1))) : undefined;
    // A whole part of one name only.
    const called = people.filter((person) => name && plain(person.name).split(/\s+/).includes(name));
    const ownerId = name && has(words.me, name) ? me : called.length === 1 ? called[0]?.id : undefined;
    return { word: plain(word), start: index, end: index + word.length, ownerId };
  });
  const owner = tokens.findLast(({ ownerId }) => ownerId !== undefined);
  const rest = tokens.filter((token) => token !== owner);
  const marks: QuickEntryMark[] = [];
  if (owner) marks.push({ kind: 'owner', start: owner.start, end: owner.end });

  let dueDate: CalendarDate | undefined;
  for (let count = Math.min(longestDate, rest.length - 1); count > 0 && !dueDate; count -= 1) {
    const [before, first] = rest.slice(-count - 1);
    const end = rest.at(-1)?.end ?? 0;
    if (!before || !first || (owner && owner.start > first.start && owner.start < end)) continue;
    const date = readDate(bare(entry.slice(first.start, end)), reader);
    if (!date || date < reader.today) continue;
    dueDate = date;
    const leads = rest.length > count + 1 && !(owner && owner.start > before.start && owner.start < first.start);
    marks.push({ kind: 'date', start: (leads && has(words.before, before.word) ? before : first).start, end });
  }

  marks.sort((one, other) => one.start - other.start);
  const pieces = [0, ...marks.map(({ end }) => end)].map((from, index) =>
    entry.slice(from, marks[index]?.start).trim(),
  );
  return {
    text: pieces.filter(Boolean).join(' '),
    ...(owner?.ownerId && { ownerId: owner.ownerId }),
    ...(dueDate && { dueDate }),
    marks,
  };
}
