import * as z from 'zod/mini';
import type { CalendarDate, Instant, TimeOfDay } from '../calendar.js';
import { calendarDate, id, instant, oneOf, type Schema, timeOfDay, wholeNumber } from './values.js';

/**
 * The states of a session (M42): planned → recorded, or missed, cancelled, excused. A planned session whose date has
 * passed was either held and waits for its record, or somebody says that it was missed.
 */
export type SessionStatus = 'planned' | 'recorded' | 'missed' | 'cancelled' | 'excused';

/** Who did not come. */
export type MissedBy = 'manager' | 'employee' | 'both';

/** One meeting of a pair: when, and what became of it. It holds no words; those are in `SessionContent`. */
export interface Session {
  readonly id: string;
  readonly relationshipId: string;
  readonly managerId: string;
  readonly employeeId: string;
  readonly status: SessionStatus;
  readonly date: CalendarDate;
  /** In the manager's zone. */
  readonly startTime?: TimeOfDay;
  /** 5 to 480. */
  readonly durationMinutes: number;
  /** The date of the cadence slot it stands for; a rescheduled session keeps that of the first (requirements e3). */
  readonly slot: CalendarDate;
  /** The cancelled session that this one replaces. */
  readonly replaces?: string;
  /** The session that replaces this cancelled one. */
  readonly replacedBy?: string;
  readonly missedBy?: MissedBy;
  /** When it was recorded first. */
  readonly recordedAt?: Instant;
  /** 0 until recorded, then 1, and one more with each correction. */
  readonly revision: number;
  /** The version of the documentation template it was recorded with (M23). */
  readonly templateVersion: number;
}

/** Schema of a `Session`. */
export const sessionSchema: Schema<Session> = z.strictObject({
  id,
  relationshipId: id,
  managerId: id,
  employeeId: id,
  status: oneOf(['planned', 'recorded', 'missed', 'cancelled', 'excused']),
  date: calendarDate,
  startTime: z.optional(timeOfDay),
  durationMinutes: wholeNumber(5, 480),
  slot: calendarDate,
  replaces: z.optional(id),
  replacedBy: z.optional(id),
  missedBy: z.optional(oneOf(['manager', 'employee', 'both'])),
  recordedAt: z.optional(instant),
  revision: wholeNumber(0, 10_000),
  templateVersion: wholeNumber(1, 10_000),
}) as Schema<Session>;
