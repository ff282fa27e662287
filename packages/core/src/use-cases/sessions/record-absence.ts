import * as z from 'zod/mini';
import { slotOf } from '../../cadence.js';
import type { Saved } from '../../coaching.js';
import { put } from '../../documents.js';
import { CoachingError } from '../../errors.js';
import type { RecordAbsenceInput } from '../../inputs.js';
import { parse } from '../../model/parse.js';
import type { SessionFact } from '../../model/session-fact.js';
import type { Session } from '../../model/session.js';
import { id, oneOf, type Schema } from '../../model/values.js';
import { defined, todayOf, type UseCaseContext } from '../context.js';
import { sessionFor } from './session-access.js';

/** Schema of what the verb is called with. */
export const inputSchema = z.strictObject({
  sessionId: id,
  absence: oneOf(['manager', 'employee', 'both', 'excused']),
}) as Schema<RecordAbsenceInput>;

/** Says that a planned session did not take place, and who did not come; the fact is kept in the same commit (M42). */
export const recordAbsence =
  (context: UseCaseContext) =>
  async (input: RecordAbsenceInput): Promise<Saved<Session>> => {
    const { sessionId, absence } = parse(inputSchema, input);
    const { session, pair } = await sessionFor(context, sessionId, 'update', 'activity');
    const today = await todayOf(context, pair.managerId);
    if (session.body.status !== 'planned' || session.body.date > today) {
      throw new CoachingError('not-in-this-state', 'the session is not planned for today or earlier');
    }
    const { body: employee } = await context.documents.get('person', pair.employeeId);
    // The cadence may have changed since it was planned.
    const planned = { ...session.body, slot: slotOf(pair, session.body.slot) };
    const missed: Session =
      absence === 'excused' ? { ...planned, status: 'excused' } : { ...planned, status: 'missed', missedBy: absence };
    const fact: SessionFact = defined({
      id: sessionId,
      relationshipId: pair.id,
      managerId: pair.managerId,
      employeeId: pair.employeeId,
      departmentId: employee.departmentId,
      teamId: employee.teamId,
      status: absence === 'excused' ? ('excused' as const) : ('missed' as const),
      missedBy: absence === 'excused' ? undefined : absence,
      date: missed.date,
      slot: missed.slot,
      durationMinutes: missed.durationMinutes,
      pointCount: 0,
      actionCount: 0,
      openBefore: 0,
      reviewed: 0,
      coursesAssigned: 0,
      coursesRecommended: 0,
    });
    const level = await context.documents.commit([put('session', missed, session), put('sessionFact', fact)]);
    context.emit('session-missed', { sessionId, relationshipId: pair.id });
    return { value: missed, level };
  };
