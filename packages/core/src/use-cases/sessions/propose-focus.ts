import * as z from 'zod/mini';
import type { Saved } from '../../coaching.js';
import { put } from '../../documents.js';
import { CoachingError } from '../../errors.js';
import type { ProposeFocusInput } from '../../inputs.js';
import { parse } from '../../model/parse.js';
import type { Session } from '../../model/session.js';
import { id, text, type Schema } from '../../model/values.js';
import { ensure, relationshipFor } from '../access.js';
import { todayOf, type UseCaseContext } from '../context.js';

/** Schema of what the verb is called with. */
export const inputSchema = z.strictObject({
  sessionId: z.optional(id),
  relationshipId: id,
  text: text.label,
}) as Schema<ProposeFocusInput>;

/** Keeps what the employee would like to talk about, for the next planned session of the pair (EM5). */
export const proposeFocus =
  (context: UseCaseContext) =>
  async (input: ProposeFocusInput): Promise<Saved<Session>> => {
    const { sessionId, relationshipId, text: proposedFocus } = parse(inputSchema, input);
    const { relations, body: pair } = await relationshipFor(context, relationshipId, 'create', 'comment');
    ensure(
      relations.filter((relation) => relation === 'employee'),
      'create',
      'comment',
    );
    const today = await todayOf(context, pair.managerId);
    const sessions = await context.documents.bodies('session', { index: 'byRelationship', equals: [pair.id] });
    const planned = sessions.filter(
      ({ id: each, status }) => status === 'planned' && (sessionId === undefined || each === sessionId),
    );
    // One whose day has passed was held already; it is only meant when there is no other.
    const session = planned.find(({ date }) => date >= today) ?? planned[0];
    if (session === undefined) throw new CoachingError('not-in-this-state', 'the session is not planned');
    const content = await context.documents.find('sessionContent', session.id);
    const level = await context.documents.commit([
      put(
        'sessionContent',
        { ...(content?.body ?? { id: session.id, points: [], reviews: [] }), proposedFocus },
        content,
      ),
    ]);
    context.emit('focus-proposed', { sessionId: session.id, relationshipId });
    return { value: session, level };
  };
