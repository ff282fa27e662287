import * as z from 'zod/mini';
import type { CalendarDate } from '../calendar.js';
import { focusKinds, type FocusKind } from './focus-kind.js';
import type { MissedBy } from './session.js';
import { calendarDate, id, oneOf, type Schema, wholeNumber } from './values.js';

/**
 * What reporting may know of a session: who, when, what became of it, and counts. It has no member that could hold
 * words (M51), and it is written in the same commit as the session, so a report never has to open one.
 */
export interface SessionFact {
  /** The id of the session. */
  readonly id: string;
  readonly relationshipId: string;
  readonly managerId: string;
  readonly employeeId: string;
  /** The units of the employee when the session took place; a later move does not change the past. */
  readonly departmentId?: string;
  readonly teamId?: string;
  readonly status: 'recorded' | 'missed' | 'excused';
  readonly missedBy?: MissedBy;
  readonly date: CalendarDate;
  /** The cadence slot it stands for. */
  readonly slot: CalendarDate;
  readonly durationMinutes: number;
  /** Absent when the session was not recorded. */
  readonly focusKind?: FocusKind;
  /** Absent when the focus is not mapped to the skills framework. */
  readonly skillId?: string;
  readonly pointCount: number;
  readonly actionCount: number;
  /** How many earlier actions were open when the session began, and how many of them were reviewed. */
  readonly openBefore: number;
  readonly reviewed: number;
  readonly coursesAssigned: number;
  readonly coursesRecommended: number;
}

const count = wholeNumber(0, 100_000);

/** Schema of a `SessionFact`. */
export const sessionFactSchema: Schema<SessionFact> = z.strictObject({
  id,
  relationshipId: id,
  managerId: id,
  employeeId: id,
  departmentId: z.optional(id),
  teamId: z.optional(id),
  status: oneOf(['recorded', 'missed', 'excused']),
  missedBy: z.optional(oneOf(['manager', 'employee', 'both'])),
  date: calendarDate,
  slot: calendarDate,
  durationMinutes: wholeNumber(5, 480),
  focusKind: z.optional(oneOf(focusKinds)),
  skillId: z.optional(id),
  pointCount: count,
  actionCount: count,
  openBefore: count,
  reviewed: count,
  coursesAssigned: count,
  coursesRecommended: count,
}) as Schema<SessionFact>;
