import * as z from 'zod/mini';
import type { Saved } from '../../coaching.js';
import { put } from '../../documents.js';
import { CoachingError, invalidInput } from '../../errors.js';
import type { CancelSessionInput } from '../../inputs.js';
import { parse } from '../../model/parse.js';
import type { Session } from '../../model/session.js';
import { calendarDate, id, timeOfDay, type Schema } from '../../model/values.js';
import { ensureLine } from '../access.js';
import { defined, todayOf, type UseCaseContext } from '../context.js';
import { proposalOf, replacementOf } from './reschedule-session.js';
import { sessionFor } from './session-access.js';

/** Schema of what the verb is called with. */
export const inputSchema = z.strictObject({
  sessionId: id,
  newDate: z.optional(calendarDate),
  newStartTime: z.optional(timeOfDay),
}) as Schema<CancelSessionInput>;

/** Cancels a planned session, with its replacement in the same commit when a new date is given (M43). */
export const cancelSession =
  (context: UseCaseContext) =>
  async (input: CancelSessionInput): Promise<Saved<Session>> => {
    const { sessionId, newDate, newStartTime } = parse(inputSchema, input);
    const { session, pair } = await sessionFor(context, sessionId, 'update', 'activity');
    if (session.body.status !== 'planned') throw new CoachingError('not-in-this-state', 'the session is not planned');
    let cancelled: Session = { ...session.body, status: 'cancelled' };
    let replacement: Session | undefined;
    if (newDate !== undefined) {
      if (newDate < (await todayOf(context, pair.managerId))) throw invalidInput('newDate', 'date-in-past');
      await ensureLine(context, pair, newDate);
      replacement = defined({ ...replacementOf(context, session, newDate).session, startTime: newStartTime });
      cancelled = { ...cancelled, replacedBy: replacement.id };
    } else if (newStartTime !== undefined) throw invalidInput('newDate', 'required');
    const level = await context.documents.commit([
      put('session', cancelled, session),
      ...(replacement === undefined
        ? []
        : [put('session', replacement), ...(await proposalOf(context, sessionId, replacement.id))]),
    ]);
    context.emit('session-cancelled', { sessionId, relationshipId: pair.id });
    return { value: replacement ?? cancelled, level };
  };
