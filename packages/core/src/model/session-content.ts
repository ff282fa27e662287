import * as z from 'zod/mini';
import type { CalendarDate, Instant } from '../calendar.js';
import { focusKinds, type FocusKind } from './focus-kind.js';
import { pointLimits } from './limits.js';
import { calendarDate, id, instant, listOf, oneOf, type Schema, text, wholeNumber } from './values.js';

/** What a session is about. */
export interface Focus {
  readonly kind: FocusKind;
  /** In the pair's words; the skill's label when a skill was chosen. */
  readonly label: string;
  /** An id of the skills framework; without one the focus counts as unmapped (M28). */
  readonly skillId?: string;
  /** The goal of the plan that the focus serves (M30). */
  readonly goalId?: string;
}

/** Schema of a `Focus`. */
export const focusSchema: Schema<Focus> = z.strictObject({
  kind: oneOf(focusKinds),
  label: text.label,
  skillId: z.optional(id),
  goalId: z.optional(id),
}) as Schema<Focus>;

/** What became of an earlier action when it was reviewed (M13). */
export type ReviewOutcome = 'done' | 'keep' | 'drop';

/** The review of one earlier action. */
export interface ActionReview {
  readonly actionId: string;
  readonly outcome: ReviewOutcome;
  /** A new due date for an action that is kept. */
  readonly dueDate?: CalendarDate;
}

/** Schema of an `ActionReview`. */
export const actionReviewSchema: Schema<ActionReview> = z.strictObject({
  actionId: id,
  outcome: oneOf(['done', 'keep', 'drop']),
  dueDate: z.optional(calendarDate),
}) as Schema<ActionReview>;

/** The words of a session. Read by the pair and by nobody else. */
export interface SessionContent {
  /** The id of the session. */
  readonly id: string;
  /** What the employee would like to talk about, in one line, said beforehand (EM5). */
  readonly proposedFocus?: string;
  /** Absent until the session is recorded. */
  readonly focus?: Focus;
  /** One to five. Empty until the session is recorded. */
  readonly points: readonly string[];
  readonly reviews: readonly ActionReview[];
}

const contentFields = {
  proposedFocus: z.optional(text.label),
  focus: z.optional(focusSchema),
  points: listOf(text.point, pointLimits.most),
  reviews: listOf(actionReviewSchema, 200),
};

/** Schema of a `SessionContent`. */
export const sessionContentSchema: Schema<SessionContent> = z.strictObject({
  id,
  ...contentFields,
}) as Schema<SessionContent>;

/** An earlier wording of a record, kept when it was corrected. */
export interface SessionVersion extends SessionContent {
  readonly sessionId: string;
  /** Which revision this was, from 1. */
  readonly revision: number;
  readonly replacedAt: Instant;
  readonly replacedBy: string;
}

/** Schema of a `SessionVersion`. */
export const sessionVersionSchema: Schema<SessionVersion> = z.strictObject({
  id,
  sessionId: id,
  revision: wholeNumber(1, 10_000),
  replacedAt: instant,
  replacedBy: id,
  ...contentFields,
}) as Schema<SessionVersion>;

/** A remark of either person on a recorded session. */
export interface Comment {
  readonly id: string;
  readonly sessionId: string;
  readonly authorId: string;
  readonly text: string;
  readonly writtenAt: Instant;
}

/** Schema of a `Comment`. */
export const commentSchema: Schema<Comment> = z.strictObject({
  id,
  sessionId: id,
  authorId: id,
  text: text.comment,
  writtenAt: instant,
});
