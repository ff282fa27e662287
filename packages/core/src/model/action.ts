import * as z from 'zod/mini';
import type { CalendarDate, Instant } from '../calendar.js';
import type { InputRule } from '../errors.js';
import { mostActivities } from './limits.js';
import { calendarDate, id, instant, listOf, oneOf, type Schema, text } from './values.js';

/** The kinds of development activity that can be linked to an action (requirements e1). */
export const activityKinds = ['course', 'practice', 'reading', 'shadowing', 'other'] as const;

/** What kind of activity. */
export type ActivityKind = (typeof activityKinds)[number];

/** Something that develops the person, linked to an action (M19). */
export type DevelopmentActivity =
  | {
      readonly kind: 'course';
      readonly courseId: string;
      /** Recommend never enrols; assign asks the learning system to (M24). */
      readonly intent: 'recommend' | 'assign';
    }
  | { readonly kind: 'practice' | 'reading' | 'shadowing' | 'other'; readonly label: string };

/** Schema of a `DevelopmentActivity`: a course has an id and an intent, everything else a label. */
export const developmentActivitySchema: Schema<DevelopmentActivity> = z
  .strictObject({
    kind: oneOf(activityKinds),
    courseId: z.optional(id),
    intent: z.optional(oneOf(['recommend', 'assign'])),
    label: z.optional(text.label),
  })
  .check(
    z.refine(({ kind, courseId }) => (kind === 'course') === (courseId !== undefined), fits('courseId')),
    z.refine(({ kind, intent }) => (kind === 'course') === (intent !== undefined), fits('intent')),
    z.refine(({ kind, label }) => (kind === 'course') === (label === undefined), fits('label')),
  ) as unknown as Schema<DevelopmentActivity>;

function fits(field: string): { readonly error: InputRule; readonly path: string[] } {
  return { error: 'not-an-option', path: [field] };
}

/** The states of an action; "kept" is derived from reviews. */
export type ActionStatus = 'open' | 'done' | 'dropped';

/** Something one of the two has agreed to do, by when. */
export interface Action {
  readonly id: string;
  readonly relationshipId: string;
  readonly managerId: string;
  readonly employeeId: string;
  /** The session it was agreed in; absent when the employee added it alone (EM1). */
  readonly sessionId?: string;
  /** Who does it: either person of the pair. */
  readonly ownerId: string;
  readonly text: string;
  readonly dueDate: CalendarDate;
  readonly status: ActionStatus;
  readonly activities: readonly DevelopmentActivity[];
  readonly createdAt: Instant;
  readonly createdBy: string;
  /** When and by whom it was done or dropped. */
  readonly closedAt?: Instant;
  readonly closedBy?: string;
  /** Why it was dropped, if somebody said so. */
  readonly dropReason?: string;
}

/** Schema of an `Action`. */
export const actionSchema: Schema<Action> = z.strictObject({
  id,
  relationshipId: id,
  managerId: id,
  employeeId: id,
  sessionId: z.optional(id),
  ownerId: id,
  text: text.action,
  dueDate: calendarDate,
  status: oneOf(['open', 'done', 'dropped']),
  activities: listOf(developmentActivitySchema, mostActivities),
  createdAt: instant,
  createdBy: id,
  closedAt: z.optional(instant),
  closedBy: z.optional(id),
  dropReason: z.optional(text.comment),
}) as Schema<Action>;
