import * as z from 'zod/mini';
import type { CalendarDate } from '../calendar.js';
import type { Cadence } from './cadence.js';
import { calendarDate, id, listOf, oneOf, type Schema, text, wholeNumber } from './values.js';

/** Schema of a `Cadence`: 2 to 13 weeks or 1 to 3 months. */
export const cadenceSchema: Schema<Cadence> = z
  .strictObject({ unit: oneOf(['week', 'month']), every: wholeNumber(1, 1000) })
  .check(
    z.refine(({ unit, every }) => unit === 'month' || every >= 2, { error: 'cadence-too-short', path: ['every'] }),
    z.refine(({ unit, every }) => every <= (unit === 'month' ? 3 : 13), { error: 'cadence-too-long', path: ['every'] }),
  );

/** A cadence from one day on, counted from that day. */
export interface DatedCadence {
  readonly cadence: Cadence;
  readonly from: CalendarDate;
  /** The last day of a phase, included. */
  readonly until?: CalendarDate;
}

/** A line manager and a direct report who meet for coaching. */
export interface CoachingRelationship {
  readonly id: string;
  readonly managerId: string;
  readonly employeeId: string;
  readonly start: CalendarDate;
  /** The last day of the relationship, included; absent while it lasts. */
  readonly end?: CalendarDate;
  /**
   * How often they meet, dated, so that a change leaves the past as it was. On a day the last entry holds that has
   * begun and not ended. An entry with `until` is a phase (M10), after which the entry before it returns. Why there is
   * one is private to the pair: see `CadenceReason`. The first entry begins with the relationship and has no end.
   */
  readonly cadences: readonly DatedCadence[];
}

/** Schema of a `CoachingRelationship`. */
export const relationshipSchema: Schema<CoachingRelationship> = z.strictObject({
  id,
  managerId: id,
  employeeId: id,
  start: calendarDate,
  end: z.optional(calendarDate),
  cadences: listOf(
    z.strictObject({ cadence: cadenceSchema, from: calendarDate, until: z.optional(calendarDate) }),
    100,
    1,
  ),
}) as Schema<CoachingRelationship>;

/** Why a pair meets more often for a while. Content of the pair: it never leaves them (M10, EM9). */
export interface CadenceReason {
  /** The id of the relationship. */
  readonly id: string;
  readonly reason: string;
}

/** Schema of a `CadenceReason`. */
export const cadenceReasonSchema: Schema<CadenceReason> = z.strictObject({
  id,
  reason: text.comment,
});
