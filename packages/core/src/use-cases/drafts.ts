import * as z from 'zod/mini';
import type { Coaching } from '../coaching.js';
import { put, remove, type Kept } from '../documents.js';
import { CoachingError } from '../errors.js';
import type { DraftKey, SaveDraftInput } from '../inputs.js';
import { newDraftSchema, type Draft } from '../model/draft.js';
import { parse } from '../model/parse.js';
import { id, wholeNumber, type Schema } from '../model/values.js';
import type { StorageChange } from '../ports/storage.js';
import { relationshipFor } from './access.js';
import { nowOf, type UseCaseContext } from './context.js';

/** Schema of what the verb is called with. */
export const keySchema = z.strictObject({ relationshipId: id, sessionId: z.optional(id) }) as Schema<DraftKey>;

/** Schema of what the verb is called with. */
export const saveSchema = z.strictObject({ draft: newDraftSchema, version: wholeNumber(0, Number.MAX_SAFE_INTEGER) });

/** The id of the draft that somebody writes for a pair, and a session of it. */
export function draftId({ relationshipId, sessionId }: DraftKey, authorId: string): string {
  return [authorId, relationshipId, ...(sessionId === undefined ? [] : [sessionId])].join('/');
}

/**
 * The draft to go on with, and the version to save it with. There is one record being written for a pair: a draft that
 * was begun before the session was planned, or for one that was cancelled since, is found as well, and is moved to its
 * new key by the first save.
 */
export async function draftToContinue(
  context: UseCaseContext,
  key: DraftKey,
): Promise<{ readonly draft?: Draft; readonly draftVersion: number }> {
  const own = await context.documents.find('draft', draftId(key, context.actor.personId));
  if (own !== undefined) return { draft: own.body, draftVersion: own.version };
  const stray = (await strayDrafts(context, key)).at(-1);
  return stray === undefined ? { draftVersion: 0 } : { draft: stray.body, draftVersion: 0 };
}

/** Changes that remove what `draftToContinue` has found under another key. */
export async function removeStrayDrafts(context: UseCaseContext, key: DraftKey): Promise<StorageChange[]> {
  return (await strayDrafts(context, key)).map(({ body, version }) => remove('draft', body.id, version));
}

/** The actor's other drafts for the pair, oldest first, unless they correct a recorded session: those stay apart. */
async function strayDrafts(context: UseCaseContext, key: DraftKey): Promise<Kept<'draft'>[]> {
  const { documents, actor } = context;
  if (key.sessionId !== undefined && (await isRecorded(context, key.sessionId))) return [];
  const all = await documents.list('draft', { index: 'byAuthor', equals: [actor.personId] });
  const others = all.filter(
    ({ body }) => body.relationshipId === key.relationshipId && body.id !== draftId(key, actor.personId),
  );
  const corrections = await Promise.all(others.map(({ body }) => isRecorded(context, body.sessionId)));
  return others.filter((_, index) => corrections[index] === false);
}

async function isRecorded({ documents }: UseCaseContext, sessionId: string | undefined): Promise<boolean> {
  return sessionId !== undefined && (await documents.find('session', sessionId))?.body.status === 'recorded';
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
    const level = await context.documents.commit([
      put('draft', written, { version: expected }),
      ...(expected === 0 ? await removeStrayDrafts(context, draft) : []),
    ]);
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
