/**
 * Calendar arithmetic on plain dates. A calendar date is a string `YYYY-MM-DD` of the proleptic Gregorian calendar
 * (ISO 8601); it has no zone and no time, so nothing here can shift by an hour when clocks change. A zone comes in
 * at one place only: the question which date it is for a person now.
 *
 * This is the only file that makes `Date` objects from text.
 */

/** A date `YYYY-MM-DD`, years 1900 to 2199. */
export type CalendarDate = string;

/** A time of day `HH:MM`, 00:00 to 23:59. */
export type TimeOfDay = string;

/** A moment as an ISO 8601 string in UTC with milliseconds: `2026-11-24T09:30:00.000Z`. */
export type Instant = string;

/** A stretch of calendar days, both ends included. */
export interface DateRange {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
}

const dayInMilliseconds = 86_400_000;

/** Whether a value is a date that exists: `2026-02-31` does not. */
export function isCalendarDate(value: unknown): value is CalendarDate {
  if (typeof value !== 'string' || !/^(?:19|2[01])\d\d-\d\d-\d\d$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00.000Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/** Whether a value is a time of day `HH:MM`. */
export function isTimeOfDay(value: unknown): value is TimeOfDay {
  return typeof value === 'string' && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value);
}

/** Whether a value is an instant as CoachKit writes it. */
export function isInstant(value: unknown): value is Instant {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)) return false;
  const moment = new Date(value);
  return !Number.isNaN(moment.getTime()) && moment.toISOString() === value;
}

/** Whether this machine knows a time zone by that IANA name. */
export function isTimeZone(value: unknown): value is string {
  if (typeof value !== 'string' || value === '') return false;
  try {
    zoneFormat(value);
    return true;
  } catch {
    return false;
  }
}

/** Days since 1 January 1970; the number line on which dates are counted. */
export function dayNumber(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00.000Z`) / dayInMilliseconds;
}

/** The date of a day number. */
export function dateOfDay(day: number): CalendarDate {
  return new Date(day * dayInMilliseconds).toISOString().slice(0, 10);
}

/** The date `days` calendar days later (or earlier, when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDay(dayNumber(date) + days);
}

/**
 * The same day `months` later; where that month is shorter, its last day. Counting always starts from the date given,
 * so a series from 31 January goes 28 February, 31 March: add n months to the first date, never one month n times.
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7)) - 1 + months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const day = Math.min(Number(date.slice(8)), lastDay);
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
}

/** Calendar days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(date: CalendarDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** The day itself, or the Friday before a Saturday or Sunday. */
export function workingDayBefore(date: CalendarDate): CalendarDate {
  return addDays(date, Math.min(0, 5 - weekdayOf(date)));
}

/** The last day of the week that holds a date, for weeks that start on `weekStart` (1 for Monday). */
export function endOfWeek(date: CalendarDate, weekStart = 1): CalendarDate {
  return addDays(date, (weekStart + 6 - weekdayOf(date) + 7) % 7);
}

/** The first day of the month that holds a date. */
export function startOfMonth(date: CalendarDate): CalendarDate {
  return `${date.slice(0, 7)}-01`;
}

/** The last day of the month that holds a date. */
export function endOfMonth(date: CalendarDate): CalendarDate {
  return addDays(addMonths(startOfMonth(date), 1), -1);
}

/** The first day of the quarter that holds a date. */
export function startOfQuarter(date: CalendarDate): CalendarDate {
  const month = Number(date.slice(5, 7)) - 1;
  return addMonths(startOfMonth(date), -(month % 3));
}

/** Whether a date lies in a range, ends included; an absent end is open. */
export function isWithin(date: CalendarDate, start: CalendarDate, end?: CalendarDate): boolean {
  return date >= start && (end === undefined || date <= end);
}

/** The later of two dates. */
export function laterOf(one: CalendarDate, other: CalendarDate): CalendarDate {
  return one >= other ? one : other;
}

/** The earlier of two dates. */
export function earlierOf(one: CalendarDate, other: CalendarDate): CalendarDate {
  return one <= other ? one : other;
}

/** An instant from milliseconds since 1 January 1970 UTC. */
export function instantOf(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString();
}

/** Milliseconds since 1 January 1970 UTC of an instant. */
export function millisecondsOf(instant: Instant): number {
  return Date.parse(instant);
}

/** The moment of a date as HTTP writes it (RFC 9110: `Tue, 24 Nov 2026 09:30:00 GMT`), in milliseconds since 1970. */
export function millisecondsOfHttpDate(text: string): number | undefined {
  if (!/^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text)) return undefined;
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}

/**
 * The date that a person in a zone reads off the wall at a moment.
 * @throws RangeError for a zone this machine does not know.
 */
export function dateInZone(milliseconds: number, timeZone: string): CalendarDate {
  const minute = Math.floor(milliseconds / 60_000);
  const last = lastDates.get(timeZone);
  if (last?.minute === minute) return last.date;
  const { year, month, day } = wallClock(milliseconds, timeZone);
  const date = `${year}-${month}-${day}`;
  lastDates.set(timeZone, { minute, date });
  return date;
}

/** "Today" is asked again and again, and asking the machine is slow; a date begins with a minute in every zone. */
const lastDates = new Map<string, { readonly minute: number; readonly date: CalendarDate }>();

/**
 * The moment at which the wall clock of a zone shows a date and time. A time that the zone skips when clocks go
 * forward becomes the same time with the offset before the change (02:30 reads 03:30); a time that occurs twice is
 * the first of the two (the choice of RFC 5545 section 3.3.5).
 * @throws RangeError for a zone this machine does not know.
 */
export function instantInZone(date: CalendarDate, time: TimeOfDay, timeZone: string): Instant {
  const wanted = Date.parse(`${date}T${time}:00.000Z`);
  const before = wanted - offsetAt(wanted - dayInMilliseconds, timeZone);
  const after = wanted - offsetAt(wanted + dayInMilliseconds, timeZone);
  const fits = (moment: number): boolean => moment + offsetAt(moment, timeZone) === wanted;
  return instantOf(fits(before) ? before : fits(after) ? after : before);
}

function offsetAt(milliseconds: number, timeZone: string): number {
  const { year, month, day, hour, minute, second } = wallClock(milliseconds, timeZone);
  const shown = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  return shown - Math.floor(milliseconds / 1000) * 1000;
}

type WallClock = Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', string>;

function wallClock(milliseconds: number, timeZone: string): WallClock {
  const shown: WallClock = { year: '', month: '', day: '', hour: '', minute: '', second: '' };
  for (const part of zoneFormat(timeZone).formatToParts(milliseconds)) {
    if (part.type in shown) shown[part.type as keyof WallClock] = part.value;
  }
  return shown;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function zoneFormat(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB-u-ca-iso8601-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format;
}
