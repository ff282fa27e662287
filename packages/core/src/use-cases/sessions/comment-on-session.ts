import * as z from 'zod/mini';
import type { Saved } from '../../coaching.js';
import { put } from '../../documents.js';
import { CoachingError } from '../../errors.js';
import { parse } from '../../model/parse.js';
import type { Comment } from '../../model/session-content.js';
import { id, text } from '../../model/values.js';
import { nowOf, type UseCaseContext } from '../context.js';
import { sessionFor } from './session-access.js';

/** Schema of what the verb is called with. */
export const inputSchema = z.strictObject({ sessionId: id, text: text.comment });

/** Adds a remark of either person to a recorded session (EM1). */
export const commentOnSession =
  (context: UseCaseContext) =>
  async (input: { readonly sessionId: string; readonly text: string }): Promise<Saved<Comment>> => {
    const { sessionId, text: words } = parse(inputSchema, input);
    const { session, pair } = await sessionFor(context, sessionId, 'create', 'comment');
    if (session.body.status !== 'recorded') throw new CoachingError('not-in-this-state', 'the session is not recorded');
    const comment: Comment = {
      id: context.newId(),
      sessionId,
      authorId: context.actor.personId,
      text: words,
      writtenAt: nowOf(context),
    };
    const level = await context.documents.commit([put('comment', comment)]);
    context.emit('session-commented', { sessionId, relationshipId: pair.id });
    return { value: comment, level };
  };
