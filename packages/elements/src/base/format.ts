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
  /** "13 November, 11 days ago": the date, and beside it how far it is. */
  dayWithDistance(date: CalendarDate, today: CalendarDate): string;
  /** "10:42", in the time zone of the reader's device unless another is named. */
  time(instant: Instant | number, timeZone?: string): string;
  /** "24 November 2026": the date that the reader's device shows at that moment. */
  date(instant: Instant): string;
  /** "24 November 2026 at 10:42", in the time zone of the reader's device unless another is named. */
  moment(instant: Instant, timeZone?: string): string;
  /** "1,234.5" */
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** "50 minutes", "1 day", "6 weeks". */
  count(value: number, unit: 'minute' | 'hour' | 'day' | 'week' | 'month'): string;
  /** "40%" of 0.4, whole percent. */
  percent(share: number): string;
  /** "Tom, Elena and Priya" */
  list(items: readonly string[]): string;
  /** First day of the week: 1 is Monday, 7 is Sunday. */
  readonly weekStart: number;
}

/** The forms of a word by the plural category of its number; `other` serves for those not given. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

// Making an Intl object takes a hundred times as long as using it, so each is made once.
const made = new Map<string, unknown>();
function once<Made>(Maker: new (locale: string, options?: never) => Made, locale: string, options = {}): Made {
  const key = Maker.name + locale + JSON.stringify(options);
  if (!made.has(key)) made.set(key, new Maker(locale, options as never));
  return made.get(key) as Made;
}

/** The form of a word that goes with a number, by the plural rules of the language. */
export function plural(locale: string, count: number, forms: PluralForms): string {
  return forms[once(Intl.PluralRules, locale).select(count)] ?? forms.other;
}

/** A number in the digits and separators of the language. */
export function number(locale: string, value: number, options?: Intl.NumberFormatOptions): string {
  return once(Intl.NumberFormat, locale, options).format(value);
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

const formats = new Map<string, Format>();

/** The formatters of a language; the same object every time. @throws RangeError for what is no BCP 47 tag */
export function formatFor(locale: string): Format {
  let format = formats.get(locale);
  if (!format) formats.set(locale, (format = makeFormat(locale)));
  return format;
}

function makeFormat(locale: string): Format {
  // A calendar date has no zone: it is formatted in UTC, where its midnight is.
  const written = (options: Intl.DateTimeFormatOptions) => (date: CalendarDate) =>
    once(Intl.DateTimeFormat, locale, { ...options, timeZone: 'UTC' }).format(dayNumber(date) * 86_400_000);
  const joined = (items: readonly string[], options?: Intl.ListFormatOptions): string =>
    once(Intl.ListFormat, locale, options).format(items);
  // British dates have no comma after the weekday (GOV.UK style guide); Intl has one, but only before a year.
  const withoutComma = (date: string): string => (/^en\b/.test(locale) ? date.replace(/, (?=\d\d? )/, ' ') : date);
  const dayAndMonth = { day: 'numeric', month: 'long' } as const;
  const year = 'numeric';
  const format: Format = {
    locale,
    fullDate: (date) => withoutComma(written({ weekday: 'long', ...dayAndMonth, year })(date)),
    weekday: written({ weekday: 'long', ...dayAndMonth }),
    shortWeekday: written({ weekday: 'short', ...dayAndMonth }),
    day: (date, today = date) =>
      written(today.startsWith(date.slice(0, 4)) ? dayAndMonth : { ...dayAndMonth, year })(date),
    month: written({ month: 'long', year }),
    distance: (date, today) =>
      once(Intl.RelativeTimeFormat, locale, { numeric: 'auto' }).format(daysBetween(today, date), 'day'),
    dayWithDistance: (date, today) => joined([format.day(date, today), format.distance(date, today)], { type: 'unit' }),
    time: (instant, timeZone) =>
      once(Intl.DateTimeFormat, locale, { hour: '2-digit', minute: '2-digit', ...(timeZone && { timeZone }) }).format(
        typeof instant === 'number' ? instant : millisecondsOf(instant),
      ),
    date: (instant) => once(Intl.DateTimeFormat, locale, { dateStyle: 'long' }).format(millisecondsOf(instant)),
    moment: (instant, timeZone) =>
      once(Intl.DateTimeFormat, locale, {
        dateStyle: 'long',
        timeStyle: 'short',
        ...(timeZone && { timeZone }),
      }).format(millisecondsOf(instant)),
    number: (value, options) => number(locale, value, options),
    count: (value, unit) => number(locale, value, { style: 'unit', unit, unitDisplay: 'long' }),
    percent: (share) => number(locale, share, { style: 'percent' }),
    list: (items) => joined(items),
    weekStart: firstDayOfWeek(locale),
  };
  return format;
}
