import * as z from 'zod/mini';
import type { CalendarDate, Instant } from '../calendar.js';
import { textLimits } from './limits.js';
import { atMost, calendarDate, id, instant, oneOf, type Schema, text } from './values.js';

/**
 * A note that a skill was practised in a session. It holds no words and no level: a session never rates anybody
 * (M29, T13). Its id is made of session and skill, so saving twice is one entry.
 */
export interface SkillEvidence {
  readonly id: string;
  readonly employeeId: string;
  readonly skillId: string;
  readonly sessionId: string;
  readonly date: CalendarDate;
}

/** Schema of a `SkillEvidence`. */
export const skillEvidenceSchema: Schema<SkillEvidence> = z.strictObject({
  id,
  employeeId: id,
  skillId: id,
  sessionId: id,
  date: calendarDate,
});

/** A goal of a person's development plan. */
export interface Goal {
  readonly id: string;
  readonly employeeId: string;
  readonly title: string;
  readonly skillId?: string;
  readonly targetDate?: CalendarDate;
  readonly status: 'open' | 'reached' | 'dropped';
  readonly createdAt: Instant;
  readonly createdBy: string;
}

/** Schema of a `Goal`. */
export const goalSchema: Schema<Goal> = z.strictObject({
  id,
  employeeId: id,
  title: text.label,
  skillId: z.optional(id),
  targetDate: z.optional(calendarDate),
  status: oneOf(['open', 'reached', 'dropped']),
  createdAt: instant,
  createdBy: id,
}) as Schema<Goal>;

/** The states of a course that was recommended or assigned in a session (requirements e1). */
export type CourseAssignmentStatus =
  'recommended' | 'requested' | 'enrolled' | 'in-progress' | 'completed' | 'withdrawn' | 'not-delivered';

/** A course that coaching recommended or assigned to somebody. */
export interface CourseAssignment {
  readonly id: string;
  readonly employeeId: string;
  readonly sessionId: string;
  readonly actionId: string;
  readonly courseId: string;
  readonly intent: 'recommend' | 'assign';
  readonly status: CourseAssignmentStatus;
  readonly requestedOn: CalendarDate;
  /** Why the learning system did not take it; set with `not-delivered`. */
  readonly reason?: 'unavailable' | 'unknown-course' | 'unknown-person' | 'refused';
  readonly completedOn?: CalendarDate;
}

/** Schema of a `CourseAssignment`. */
export const courseAssignmentSchema: Schema<CourseAssignment> = z.strictObject({
  id,
  employeeId: id,
  sessionId: id,
  actionId: id,
  courseId: id,
  intent: oneOf(['recommend', 'assign']),
  status: oneOf(['recommended', 'requested', 'enrolled', 'in-progress', 'completed', 'withdrawn', 'not-delivered']),
  requestedOn: calendarDate,
  reason: z.optional(oneOf(['unavailable', 'unknown-course', 'unknown-person', 'refused'])),
  completedOn: z.optional(calendarDate),
}) as Schema<CourseAssignment>;

/** That somebody read a record: shown to both of the pair (EM3). One a day for each reader. */
export interface AccessReceipt {
  readonly id: string;
  readonly sessionId: string;
  readonly employeeId: string;
  readonly readerId: string;
  /** In which relation to the record. */
  readonly role: 'manager' | 'employee';
  readonly date: CalendarDate;
  readonly readAt: Instant;
}

/** Schema of an `AccessReceipt`. */
export const accessReceiptSchema: Schema<AccessReceipt> = z.strictObject({
  // Made of the session, the reader and the day.
  id: atMost(textLimits.id * 3),
  sessionId: id,
  employeeId: id,
  readerId: id,
  role: oneOf(['manager', 'employee']),
  date: calendarDate,
  readAt: instant,
});
