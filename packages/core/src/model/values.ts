import * as z from 'zod/mini';
import { isCalendarDate, isInstant, isTimeOfDay, isTimeZone } from '../calendar.js';
import type { InputRule } from '../errors.js';
import { isId } from './id.js';
import { textLimits } from './limits.js';

/**
 * A schema of one of our types. Every schema is strict: a key that it does not name is refused.
 * @typeParam T - what it accepts
 */
export type Schema<T> = z.ZodMiniType<T, T>;

/**
 * A check that names its rule. Rules are written with it rather than with the checks of zod, so that their names and
 * limits reach people unchanged and a page does not load two sets of checks.
 * @param limit - the bound that the rule sets, or the values among which it lets choose
 */
export const refine = <T>(
  test: (value: T) => boolean,
  rule: InputRule,
  limit?: number | readonly string[],
): z.core.$ZodCheck<T> => z.refine<T>(test, { error: rule, params: { limit } });

/** Text of at most so many UTF-16 code units. */
export const atMost = (limit: number): Schema<string> =>
  z.string().check(refine((text) => text.length <= limit, 'too-long', limit));

/** Control characters other than tab and line feed, and halves of surrogate pairs, cannot be stored everywhere. */
// eslint-disable-next-line no-control-regex -- naming control characters is what this rule is for
const unstorable = /[\u0000-\u0008\u000B-\u001F\u007F]|\p{Surrogate}/u;

const written = (limit: number): Schema<string> =>
  atMost(limit).check(
    refine((text) => /\S/.test(text), 'blank'),
    refine((text) => !unstorable.test(text), 'not-plain-text'),
  );

/** Words that a person wrote: not blank, no control characters, kept exactly as typed. */
export const text = {
  point: written(textLimits.point),
  action: written(textLimits.action),
  label: written(textLimits.label),
  comment: written(textLimits.comment),
  /** A name holds at least one letter or digit of any script. */
  name: written(textLimits.name).check(refine((name) => /[\p{L}\p{N}]/u.test(name), 'needs-a-letter')),
};

/** An id, as `isId` says. */
export const id: Schema<string> = z.string().check(refine(isId, 'not-an-id'));

/** A date that exists. */
export const calendarDate: Schema<string> = z.string().check(refine(isCalendarDate, 'not-a-date'));

/** A time of day. */
export const timeOfDay: Schema<string> = z.string().check(refine(isTimeOfDay, 'not-a-time'));

/** A moment in UTC. */
export const instant: Schema<string> = z.string().check(refine(isInstant, 'not-an-instant'));

/** An IANA time zone. */
export const timeZone: Schema<string> = z.string().check(refine(isTimeZone, 'not-a-time-zone'));

/** A whole number within bounds, both included. */
export const wholeNumber = (least: number, most: number): Schema<number> =>
  z.number().check(
    refine(Number.isInteger, 'wrong-type'),
    refine((value) => value >= least, 'too-small', least),
    refine((value) => value <= most, 'too-large', most),
  );

/** One of some words. */
export const oneOf = <const Options extends readonly string[]>(options: Options): Schema<Options[number]> =>
  z.string().check(refine((value) => options.includes(value), 'not-an-option', options));

/** A list with bounds on its length, both included. */
export const listOf = <Item>(item: Schema<Item>, most: number, least = 0): Schema<Item[]> =>
  z.array(item).check(
    refine((items) => items.length <= most, 'too-many', most),
    refine((items) => items.length >= least, 'too-few', least),
  );
