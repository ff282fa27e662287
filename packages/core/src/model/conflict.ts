import * as z from 'zod/mini';
import type { Instant } from '../calendar.js';
import type { JsonValue } from '../ports/storage.js';
import { id, instant, oneOf, type Schema } from './values.js';

/** A field that two people, or two devices of one person, can change at the same time, by the kind it belongs to. */
export const mergedFields = {
  session: ['date', 'durationMinutes'],
  sessionContent: ['focus', 'points', 'proposedFocus'],
  action: ['text', 'dueDate', 'status'],
  goal: ['title', 'targetDate', 'status'],
} as const;

/** A kind whose fields are merged one by one. */
export type MergedKind = keyof typeof mergedFields;

/**
 * That one field was changed twice from the same state. What reached the server first stands in the document; the other
 * wording is kept here and shown to both people until one of them chooses (design: Connected mode). Nothing that
 * somebody wrote is lost, and nobody's clock decides.
 */
export interface FieldConflict {
  readonly id: string;
  readonly entityKind: MergedKind;
  readonly entityId: string;
  /** A field of `mergedFields` for that kind. */
  readonly field: string;
  readonly relationshipId?: string;
  readonly employeeId: string;
  readonly managerId?: string;
  /** The value that does not stand in the document; absent when it was to be removed. */
  readonly other?: JsonValue;
  /** Who wrote it. */
  readonly authorId: string;
  /** When it reached the server. */
  readonly at: Instant;
}

/** Schema of a `FieldConflict`. */
export const conflictSchema: Schema<FieldConflict> = z.strictObject({
  id,
  entityKind: oneOf(['session', 'sessionContent', 'action', 'goal']),
  entityId: id,
  field: id,
  relationshipId: z.optional(id),
  employeeId: id,
  managerId: z.optional(id),
  // Its field decides what it may be: whoever makes it stand parses it by that.
  other: z.optional(z.unknown()),
  authorId: id,
  at: instant,
}) as unknown as Schema<FieldConflict>;
