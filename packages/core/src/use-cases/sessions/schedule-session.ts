import * as z from 'zod/mini';
import { slotOf } from '../../cadence.js';
import type { Saved } from '../../coaching.js';
import { put } from '../../documents.js';
import { invalidInput } from '../../errors.js';
import type { ScheduleSessionInput } from '../../inputs.js';
import { parse } from '../../model/parse.js';
import type { Session } from '../../model/session.js';
import { calendarDate, id, timeOfDay, wholeNumber, type Schema } from '../../model/values.js';
import { ensureLine, relationshipFor } from '../access.js';
import { defined, todayOf, type UseCaseContext } from '../context.js';

/** Schema of what the verb is called with. */
export const inputSchema = z.strictObject({
  relationshipId: id,
  date: calendarDate,
  startTime: z.optional(timeOfDay),
  durationMinutes: z.optional(wholeNumber(5, 480)),
}) as Schema<ScheduleSessionInput>;

/** The version of the documentation template that sessions are recorded with now (M15). */
export const templateVersion = 1;

/** Plans a session of a pair. */
export const scheduleSession =
  (context: UseCaseContext) =>
  async (input: ScheduleSessionInput): Promise<Saved<Session>> => {
    const { relationshipId, date, startTime, durationMinutes } = parse(inputSchema, input);
    const { body: pair } = await relationshipFor(context, relationshipId, 'create', 'activity');
    if (date < (await todayOf(context, pair.managerId))) throw invalidInput('date', 'date-in-past');
    await ensureLine(context, pair, date);
    const session: Session = defined({
      id: context.newId(),
      relationshipId,
      managerId: pair.managerId,
      employeeId: pair.employeeId,
      status: 'planned' as const,
      date,
      startTime,
      durationMinutes: durationMinutes ?? context.rules.durationMinutes,
      slot: slotOf(pair, date),
      revision: 0,
      templateVersion,
    });
    const level = await context.documents.commit([put('session', session)]);
    context.emit('session-scheduled', { sessionId: session.id, relationshipId });
    return { value: session, level };
  };
