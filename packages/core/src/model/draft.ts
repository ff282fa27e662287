import * as z from 'zod/mini';
import type { Instant } from '../calendar.js';
import { developmentActivitySchema, type DevelopmentActivity } from './action.js';
import { focusKinds, type FocusKind } from './focus-kind.js';
import { mostActivities, pointLimits, textLimits } from './limits.js';
import type { ReviewOutcome } from './session-content.js';
import { atMost, id, instant, listOf, oneOf, type Schema, wholeNumber } from './values.js';

/**
 * A record that is being written. It is lenient where a record is strict (a half-typed date is kept as typed), because
 * nothing that a person types may be lost. It stays with its author and is removed when the session is recorded.
 */
export interface Draft {
  /** Made of the author, the pair and, when it documents a planned session or corrects one, the session. */
  readonly id: string;
  readonly relationshipId: string;
  readonly authorId: string;
  readonly sessionId?: string;
  /** A calendar date, or what the person typed when that is not one yet. */
  readonly date: string;
  readonly durationMinutes: number;
  readonly reviews: readonly DraftReview[];
  readonly focus?: DraftFocus;
  /** What stands in the search field of the focus. */
  readonly focusQuery: string;
  readonly points: readonly string[];
  readonly actions: readonly DraftAction[];
  /** What stands in the quick entry line. */
  readonly quickEntry: string;
  /** Seconds of typing and focus so far; measured on the device and never sent (M21). */
  readonly activeSeconds: number;
  readonly updatedAt: Instant;
}

/** The review of an earlier action, half done or done. */
export interface DraftReview {
  readonly actionId: string;
  readonly outcome: ReviewOutcome;
  /** As typed; read as a date when the session is saved. */
  readonly dueDate: string;
}

/** A focus being chosen. */
export interface DraftFocus {
  readonly kind: FocusKind;
  readonly label: string;
  readonly skillId?: string;
  readonly goalId?: string;
}

/** An action being written. */
export interface DraftAction {
  /** Made when the line is made, so that saving twice is one action. */
  readonly id: string;
  readonly text: string;
  readonly ownerId: string;
  /** A calendar date, or what the person typed when that is not one yet. */
  readonly dueDate: string;
  readonly activities: readonly DevelopmentActivity[];
}

/** Longest text of one field of a draft: longer than any limit of a record, so that nothing typed is cut. */
const anything = atMost(20_000);

const draftFields = {
  relationshipId: id,
  sessionId: z.optional(id),
  date: anything,
  durationMinutes: wholeNumber(0, 100_000),
  reviews: listOf(z.strictObject({ actionId: id, outcome: oneOf(['done', 'keep', 'drop']), dueDate: anything }), 200),
  focus: z.optional(
    z.strictObject({
      kind: oneOf(focusKinds),
      label: anything,
      skillId: z.optional(id),
      goalId: z.optional(id),
    }),
  ),
  focusQuery: anything,
  points: listOf(anything, pointLimits.most),
  actions: listOf(
    z.strictObject({
      id,
      text: anything,
      ownerId: id,
      dueDate: anything,
      activities: listOf(developmentActivitySchema, mostActivities),
    }),
    20,
  ),
  quickEntry: anything,
  activeSeconds: wholeNumber(0, 1_000_000),
};

/** Schema of a `Draft`. */
export const draftSchema: Schema<Draft> = z.strictObject({
  ...draftFields,
  id: atMost(textLimits.id * 3 + 2),
  authorId: id,
  updatedAt: instant,
}) as Schema<Draft>;

/** Schema of a draft as its author hands it over: who wrote it, and when, is not theirs to say. */
export const newDraftSchema = z.strictObject(draftFields) as Schema<Omit<Draft, 'id' | 'authorId' | 'updatedAt'>>;
