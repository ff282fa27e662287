import { addDays, addMonths, endOfWeek, isCalendarDate, weekdayOf, type CalendarDate } from '../calendar.js';
import { bare, dateNames, type DateNames } from './date-names.js';
import { englishDateWords, type DateWords } from './date-words.js';

/** By whose calendar a typed date is read. */
export interface DateReader {
  /** A BCP 47 tag: names of days and months, and the order of numbers. */
  readonly locale: string;
  readonly today: CalendarDate;
  /** English when absent. */
  readonly words?: DateWords | undefined;
  /** Whether a date that does not say so lies behind (when a session was held) and not ahead (when something is due). */
  readonly isBehind?: boolean;
}

/** Longest phrase that is looked at, in characters. */
const longest = 60;

/**
 * Reads a date as people type it: "fri", "next friday", "4 dec", "Fri 4 December", "4/12", "tomorrow", "in 2 weeks",
 * "2026-12-04". A weekday alone is the next one after today (or the last one up to today); a day and a month are the
 * nearest such date in that direction. What is written out, the year or the fitting weekday, holds even if it lies the
 * other way, so that the caller can say so.
 * @returns undefined for what is no date, or none that exists
 */
export function readDate(text: string, reader: DateReader): CalendarDate | undefined {
  const names = dateNames(reader.locale);
  const phrase = names.plain(text.slice(0, longest + 1)).trim();
  if (phrase.length > longest) return undefined;
  const date = isCalendarDate(phrase)
    ? phrase
    : (readNumbers(phrase, names, reader) ?? readDistance(phrase, names, reader) ?? readNames(phrase, names, reader));
  return isCalendarDate(date) ? date : undefined;
}

/** "4/12", "4.12.2026", "2026/12/4". Without a year only with the language's own separator: "pages 3-4" is no date. */
function readNumbers(phrase: string, { order, separator }: DateNames, reader: DateReader): CalendarDate | undefined {
  const numbers = phrase.match(/\d+/g) ?? [];
  const [used, other = used] = phrase.match(/(?<=\d)[./-](?=\d)/g) ?? [];
  if (!/^\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?\.?$/.test(phrase) || used !== other) return undefined;
  const hasYear = numbers.length > 2;
  const isYearFirst = (numbers[0]?.length ?? 0) > 2;
  if (!hasYear && (used !== separator || isYearFirst)) return undefined;
  const parts = isYearFirst ? ['year', 'month', 'day'] : order.filter((part) => hasYear || part !== 'year');
  const number = (part: string): number => Number(numbers[parts.indexOf(part)] ?? 0);
  const year = number('year');
  return dateOf(number('day'), number('month'), year > 0 && year < 100 ? 2000 + year : year, 0, reader);
}

/** "today", "in 2 weeks", "next week", "3 days ago": whatever the language says for a distance of that size. */
function readDistance(phrase: string, { distances }: DateNames, reader: DateReader): CalendarDate | undefined {
  const { today, words = englishDateWords } = reader;
  const said = bare(phrase.replace(/\p{L}+/gu, (word) => (has(words.one, word) ? '1' : word)).replace(/\s+/g, ' '));
  const amount = Number(/\d{1,4}/.exec(said)?.[0] ?? 1);
  for (const value of [amount, -amount]) {
    if (distances(value, 'day').includes(said)) return addDays(today, value);
    if (distances(value, 'week').includes(said)) return addDays(today, value * 7);
    if (distances(value, 'month').includes(said)) return addMonths(today, value);
  }
  return distances(0, 'day').includes(said) ? today : undefined;
}

/** "fri", "next fri", "4 dec", "Dec 4th, 2027", "Friday 4 December". */
function readNames(phrase: string, names: DateNames, reader: DateReader): CalendarDate | undefined {
  const { today, isBehind, words = englishDateWords } = reader;
  const tokens = phrase.split(/[\s,\u060C]+/).map(bare);
  const hasNumber = /\d/.test(phrase);
  let [day, month, year, weekday, isNext] = [0, 0, 0, 0, false];
  for (const [index, token] of tokens.entries()) {
    const digits = /^(\d{1,2}|\d{4})\p{L}{0,3}$/u.exec(token)?.[1];
    const namedMonth = month ? 0 : names.month(token);
    const namedWeekday = weekday ? 0 : names.weekday(token);
    if (digits && digits.length > 2 && !year) year = Number(digits);
    else if (digits && !day) day = Number(digits);
    // "mar" is March and Tuesday in Spanish: beside a number it is the month.
    else if (namedMonth && (hasNumber || !namedWeekday)) month = namedMonth;
    else if (namedWeekday) weekday = namedWeekday;
    else if (has(words.next, token)) isNext = true;
    // "4th of December", "4 de diciembre".
    else if (index === 0 || token.length > 2 || digits) return undefined;
  }
  if (hasNumber || month) return isNext ? undefined : dateOf(day, month, year, weekday, reader);
  if (!weekday) return undefined;
  if (isNext) return addDays(endOfWeek(today), weekday);
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  return addDays(today, isBehind ? ahead && ahead - 7 : ahead || 7);
}

/** The date of a day and a month: in the year given, else where the weekday fits, else the nearest. 0 is "not given". */
function dateOf(
  day: number,
  month: number,
  year: number,
  weekday: number,
  { today, isBehind }: DateReader,
): CalendarDate | undefined {
  const inYear = (each: number): CalendarDate =>
    `${each}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const thisYear = Number(today.slice(0, 4));
  const here = inYear(year || thisYear);
  if (year || (weekday && isCalendarDate(here) && weekdayOf(here) === weekday)) return here;
  // A leap day may be years away.
  for (let years = 0; years < 9; years += 1) {
    const date = inYear(thisYear + (isBehind ? -years : years));
    if (isCalendarDate(date) && (isBehind ? date <= today : date >= today)) return date;
  }
  return undefined;
}

/** Whether a list of words separated by spaces has a word. */
export function has(words: string, word: string): boolean {
  return words.split(' ').includes(word);
}
