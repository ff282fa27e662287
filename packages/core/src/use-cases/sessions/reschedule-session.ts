import * as z from 'zod/mini';
import type { CalendarDate } from '../../calendar.js';
import type { Saved } from '../../coaching.js';
import { put, type Kept } from '../../documents.js';
import { CoachingError, invalidInput } from '../../errors.js';
import type { RescheduleSessionInput } from '../../inputs.js';
import { parse } from '../../model/parse.js';
import type { Session } from '../../model/session.js';
import { calendarDate, id, timeOfDay, wholeNumber, type Schema } from '../../model/values.js';
import type { StorageChange } from '../../ports/storage.js';
import { ensureLine } from '../access.js';
import { defined, todayOf, type UseCaseContext } from '../context.js';
import { sessionFor } from './session-access.js';

/** Schema of what the verb is called with. */
export const inputSchema = z.strictObject({
  sessionId: id,
  date: calendarDate,
  startTime: z.optional(timeOfDay),
  durationMinutes: z.optional(wholeNumber(5, 480)),
}) as Schema<RescheduleSessionInput>;

/** Moves a planned session, or replaces a missed or cancelled one; the slot stays the same (requirements e3). */
export const rescheduleSession =
  (context: UseCaseContext) =>
  async (input: RescheduleSessionInput): Promise<Saved<Session>> => {
    const { sessionId, date, startTime, durationMinutes } = parse(inputSchema, input);
    const { session, pair } = await sessionFor(context, sessionId, 'update', 'activity');
    if (date < (await todayOf(context, pair.managerId))) throw invalidInput('date', 'date-in-past');
    await ensureLine(context, pair, date);
    const changes: StorageChange[] = [];
    let moved: Session;
    if (session.body.status === 'planned') {
      moved = withTime(
        { ...session.body, date, durationMinutes: durationMinutes ?? session.body.durationMinutes },
        startTime,
      );
      changes.push(put('session', moved, session));
    } else {
      const replaced = replacementOf(context, session, date);
      moved = withTime(
        { ...replaced.session, durationMinutes: durationMinutes ?? session.body.durationMinutes },
        startTime,
      );
      changes.push(
        put('session', { ...session.body, replacedBy: moved.id }, session),
        put('session', moved),
        ...(await proposalOf(context, sessionId, moved.id)),
      );
    }
    const level = await context.documents.commit(changes);
    context.emit('session-rescheduled', { sessionId: moved.id, relationshipId: pair.id });
    return { value: moved, level };
  };

/**
 * A planned session that stands in for one that did not take place.
 * @throws CoachingError `not-in-this-state` when that one was recorded, excused, or has been replaced already
 */
export function replacementOf(
  context: UseCaseContext,
  { body: before }: Kept<'session'>,
  date: CalendarDate,
): { readonly session: Session } {
  const replaceable = ['planned', 'missed', 'cancelled'].includes(before.status) && before.replacedBy === undefined;
  if (!replaceable) throw new CoachingError('not-in-this-state', 'the session cannot be replaced');
  const { missedBy: _missedBy, startTime: _startTime, ...rest } = before;
  return { session: { ...rest, id: context.newId(), status: 'planned', date, replaces: before.id } };
}

/** What the employee would like to talk about goes along with the session (EM5). */
export async function proposalOf({ documents }: UseCaseContext, from: string, to: string): Promise<StorageChange[]> {
  const proposedFocus = (await documents.find('sessionContent', from))?.body.proposedFocus;
  return proposedFocus === undefined ? [] : [put('sessionContent', { id: to, proposedFocus, points: [], reviews: [] })];
}

function withTime({ startTime: _before, ...session }: Session, startTime: string | undefined): Session {
  return defined({ ...session, startTime });
}
