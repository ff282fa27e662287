import { dayNumber, daysBetween, millisecondsOf, type CalendarDate, type Instant } from '@coachkit/core';

/** Numbers, dates and lists in the words of one language. Made by `formatFor`, one for each language. */
export interface Format {
  readonly locale: string;
  /** "Tuesday 24 November 2026" */
  fullDate(date: CalendarDate): string;
  /** "Friday 27 November": weekday, no year. */
  weekday(date: CalendarDate): string;
  /** "Fri 4 December": as a field shows it. */
  shortWeekday(date: CalendarDate): string;
  /** "13 November"; with the year when it is not the year of `today`. */
  day(date: CalendarDate, today?: CalendarDate): string;
  /** "November 2026" */
  month(date: CalendarDate): string;
  /** "11 days ago", "yesterday", "today", "in 3 days". */
  distance(date: CalendarDate, today: CalendarDate): string;
  /** "10:42", in the time zone of the reader's device unless another is named. */
  time(instant: Instant | number, timeZone?: string): string;
  /** "1,234.5" */
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** "40%" of 0.4, whole percent. */
  percent(share: number): string;
  /** "Tom, Elena and Priya" */
  list(items: readonly string[]): string;
  /** First day of the week: 1 is Monday, 7 is Sunday. */
  readonly weekStart: number;
}

/** The forms of a word by the plural category of its number; `other` serves for those not given. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

// Making an Intl object takes a hundred times as long as using it.
const made = new Map<string, unknown>();
function once<T>(key: string, make: () => T): T {
  if (!made.has(key)) made.set(key, make());
  return made.get(key) as T;
}

// A calendar date has no zone: it is formatted in UTC, where its midnight is.
const millisecondsOfDay = 86_400_000;
const inUtc = (locale: string, options: Intl.DateTimeFormatOptions) => (date: CalendarDate): string =>
  once(locale + JSON.stringify(options), () => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })).format(
    dayNumber(date) * millisecondsOfDay,
  );

/** The form of a word that goes with a number, by the plural rules of the language. */
export function plural(locale: string, count: number, forms: PluralForms): string {
  return forms[once(`plural ${locale}`, () => new Intl.PluralRules(locale)).select(count)] ?? forms.other;
}

/** A number in the digits and separators of the language. */
export function number(locale: string, value: number, options: Intl.NumberFormatOptions = {}): string {
  return once(`number ${locale}${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options)).format(value);
}

type LocaleWithWeek = Intl.Locale & {
  getWeekInfo?: () => { firstDay: number };
  weekInfo?: { firstDay: number };
};

// Browsers offer this as a method, as a property, or not at all (then the week starts on Monday, ISO 8601).
function firstDayOfWeek(locale: string): number {
  const known: LocaleWithWeek = new Intl.Locale(locale);
  return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1;
}

/** The formatters of a language; the same object every time. @throws RangeError for what is no BCP 47 tag */
export function formatFor(locale: string): Format {
  return once(`format ${locale}`, () => makeFormat(locale));
}

function makeFormat(locale: string): Format {
  const weekday = 'long', day = 'numeric', month = 'long', year = 'numeric';
  const dayAndMonth = inUtc(locale, { day, month });
  const dayOfYear = inUtc(locale, { day, month, year });
  return {
    locale,
    fullDate: inUtc(locale, { weekday, day, month, year }),
    weekday: inUtc(locale, { weekday, day, month }),
    shortWeekday: inUtc(locale, { weekday: 'short', day, month }),
    day: (date, today) => (today && today.slice(0, 4) !== date.slice(0, 4) ? dayOfYear : dayAndMonth)(date),
    month: inUtc(locale, { month, year }),
    distance: (date, today) =>
      once(`distance ${locale}`, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })).format(
        daysBetween(today, date),
        'day',
      ),
    time: (instant, timeZone) =>
      once(
        `time ${locale} ${timeZone ?? ''}`,
        () => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', ...(timeZone && { timeZone }) }),
      ).format(typeof instant === 'number' ? instant : millisecondsOf(instant)),
    number: (value, options) => number(locale, value, options),
    percent: (share) => number(locale, share, { style: 'percent', maximumFractionDigits: 0 }),
    list: (items) => once(`list ${locale}`, () => new Intl.ListFormat(locale)).format(items),
    weekStart: firstDayOfWeek(locale),
  };
}
