import * as z from 'zod/mini';
import type { Coaching } from '../coaching.js';
import { put, remove } from '../documents.js';
import { CoachingError } from '../errors.js';
import type { DraftKey, SaveDraftInput } from '../inputs.js';
import { newDraftSchema, type Draft } from '../model/draft.js';
import { parse } from '../model/parse.js';
import { id, wholeNumber, type Schema } from '../model/values.js';
import { relationshipFor } from './access.js';
import { nowOf, type UseCaseContext } from './context.js';

const keySchema = z.strictObject({ relationshipId: id, sessionId: z.optional(id) }) as Schema<DraftKey>;

const saveSchema = z.strictObject({ draft: newDraftSchema, version: wholeNumber(0, Number.MAX_SAFE_INTEGER) });

/** The id of the draft that somebody writes for a pair, and a session of it. */
export function draftId({ relationshipId, sessionId }: DraftKey, authorId: string): string {
  return [authorId, relationshipId, ...(sessionId === undefined ? [] : [sessionId])].join('/');
}

/** Records being written. A draft is its author's alone until it is recorded (T12). */
export const drafts = (context: UseCaseContext): Coaching['drafts'] => ({
  async get(key) {
    const found = await context.documents.find('draft', draftId(parse(keySchema, key), context.actor.personId));
    return found && { draft: found.body, version: found.version };
  },

  async save(input: SaveDraftInput) {
    const { draft, version: expected } = parse(saveSchema, input);
    const authorId = context.actor.personId;
    const written: Draft = { ...draft, id: draftId(draft, authorId), authorId, updatedAt: nowOf(context) };
    await relationshipFor(context, written.relationshipId, 'create', 'content');
    const level = await context.documents.commit([put('draft', written, { version: expected })]);
    return { value: { version: expected + 1, draft: written }, level };
  },

  async discard(key) {
    const id = draftId(parse(keySchema, key), context.actor.personId);
    const found = await context.documents.find('draft', id);
    if (found === undefined) return;
    try {
      await context.documents.commit([remove('draft', id, found.version)]);
    } catch (error) {
      // Another tab wrote or removed it in between: it is theirs to say what becomes of it.
      if (!CoachingError.isInstance(error) || error.code !== 'conflict') throw error;
    }
  },
});
