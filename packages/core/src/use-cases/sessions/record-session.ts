import * as z from 'zod/mini';
import { slotOf } from '../../cadence.js';
import type { RecordedSession, RecordNotice, Saved } from '../../coaching.js';
import { put, remove, type Kept } from '../../documents.js';
import { CoachingError, invalidInput, notFound, type ConflictingDocument } from '../../errors.js';
import type { RecordSessionInput } from '../../inputs.js';
import { parse } from '../../model/parse.js';
import type { CoachingRelationship } from '../../model/relationship.js';
import { pointLimits, sessionLengthBand } from '../../model/limits.js';
import { actionReviewSchema, focusSchema, type SessionContent } from '../../model/session-content.js';
import type { Session } from '../../model/session.js';
import { calendarDate, id, listOf, type Schema, text, wholeNumber } from '../../model/values.js';
import type { StorageChange } from '../../ports/storage.js';
import { ensureLine, relationshipFor } from '../access.js';
import { newActionSchema, newActions } from '../actions/new-actions.js';
import { deliverAssignments } from '../courses/deliver-assignments.js';
import { defined, nowOf, todayOf, type UseCaseContext } from '../context.js';
import { draftId, removeStrayDrafts } from '../drafts.js';
import { checkFocus } from './check-focus.js';
import { evidenceOf, factOf } from './derived-documents.js';
import { reviewActions } from './review-actions.js';
import { templateVersion } from './schedule-session.js';

/** Schema of what the verb is called with. */
export const inputSchema = z.strictObject({
  relationshipId: id,
  sessionId: z.optional(id),
  date: calendarDate,
  durationMinutes: wholeNumber(5, 480),
  focus: focusSchema,
  points: listOf(text.point, pointLimits.most, 1),
  reviews: z.optional(listOf(actionReviewSchema, 200)),
  actions: z.optional(listOf(newActionSchema, 20)),
  draftVersion: z.optional(wholeNumber(1, Number.MAX_SAFE_INTEGER)),
}) as Schema<RecordSessionInput>;

/**
 * Documents a session (M1–M19). Words, fact, reviewed and new actions, skill evidence and course requests are one
 * commit, together with the removal of the draft: there is no moment at which half of it is kept.
 */
export const recordSession =
  (context: UseCaseContext) =>
  async (input: RecordSessionInput): Promise<Saved<RecordedSession>> => {
    const record = parse(inputSchema, input);
    const { body: pair } = await relationshipFor(context, record.relationshipId, 'create', 'content');
    const today = await todayOf(context, pair.managerId);
    if (record.date > today) throw invalidInput('date', 'date-in-future');
    await ensureLine(context, pair, record.date);
    await checkFocus(context, pair.employeeId, record.focus);

    const planned = await plannedSession(context, pair, record.sessionId);
    const session = recordedSession(
      context,
      pair,
      record,
      planned?.body ?? (await unplannedSession(context, pair, record)),
    );
    const contentBefore = await context.documents.find('sessionContent', session.id);
    const content: SessionContent = defined({
      id: session.id,
      proposedFocus: contentBefore?.body.proposedFocus,
      focus: record.focus,
      points: record.points,
      reviews: record.reviews ?? [],
    });
    const reviewed = await reviewActions(context, pair, record.reviews ?? [], today);
    const agreed = newActions(context, pair, record.actions ?? [], { sessionId: session.id, today });
    const employee = await context.documents.get('person', pair.employeeId);
    const fact = factOf(session, employee.body, content, { openBefore: reviewed.openBefore, agreed });

    const changes: StorageChange[] = [
      put('session', session, planned),
      put('sessionContent', content, contentBefore),
      put('sessionFact', fact),
      ...reviewed.changes,
      ...agreed.changes,
      ...evidenceOf(session, content),
      ...(await removeStrayDrafts(context, record)),
    ];
    if (record.draftVersion !== undefined)
      changes.push(remove('draft', draftId(record, context.actor.personId), record.draftVersion));
    const level = await context.documents.commit(changes);
    context.emit('session-recorded', { sessionId: session.id, relationshipId: pair.id });
    deliverAssignments(context, agreed.assignments);
    return { value: { session, actions: agreed.actions, notices: noticesOf(record) }, level };
  };

/** The planned session that is being documented. @throws CoachingError `not-found`, `not-in-this-state`, `conflict` */
async function plannedSession(
  context: UseCaseContext,
  pair: CoachingRelationship,
  sessionId: string | undefined,
): Promise<Kept<'session'> | undefined> {
  if (sessionId === undefined) return undefined;
  const session = await context.documents.get('session', sessionId);
  if (session.body.relationshipId !== pair.id) throw notFound('session');
  if (session.body.status === 'recorded') throw recordedMeanwhile(session);
  if (session.body.status !== 'planned') {
    throw new CoachingError('not-in-this-state', 'the session is not planned');
  }
  return session;
}

function recordedMeanwhile({ body, version }: Kept<'session'>): CoachingError {
  const met: ConflictingDocument = {
    kind: 'session',
    id: body.id,
    expectedVersion: version - 1,
    actualVersion: version,
  };
  return new CoachingError('conflict', 'the session was recorded meanwhile', { documents: [met] });
}

type SessionBefore = Pick<Session, 'id' | 'relationshipId' | 'managerId' | 'employeeId' | 'slot'>;

/**
 * An unplanned session is named after its pair and date: two tabs or two devices that document the same meeting then
 * meet in storage, and the second is told instead of making a twin. Where the one of that name has been corrected to
 * another date it is another meeting, and this one gets a name of its own.
 */
async function unplannedSession(
  context: UseCaseContext,
  { id: pairId, managerId, employeeId }: CoachingRelationship,
  { date }: RecordSessionInput,
): Promise<SessionBefore> {
  const usual = `${pairId}.${date}`;
  const met = await context.documents.find('session', usual);
  const name = met === undefined || met.body.date === date ? usual : `${pairId}.${context.newId()}`;
  return { id: name, relationshipId: pairId, managerId, employeeId, slot: date };
}

function recordedSession(
  context: UseCaseContext,
  pair: CoachingRelationship,
  record: RecordSessionInput,
  before: SessionBefore,
): Session {
  return {
    ...before,
    // The cadence may have changed since it was planned.
    slot: slotOf(pair, before.slot),
    status: 'recorded',
    date: record.date,
    durationMinutes: record.durationMinutes,
    recordedAt: nowOf(context),
    revision: 1,
    templateVersion,
  };
}

function noticesOf({ points, actions, durationMinutes }: RecordSessionInput): readonly RecordNotice[] {
  const notices: RecordNotice[] = [];
  if (points.length < pointLimits.expected) notices.push('few-points');
  if ((actions ?? []).length === 0) notices.push('no-action');
  if (durationMinutes < sessionLengthBand.shortest || durationMinutes > sessionLengthBand.longest)
    notices.push('length-outside-band');
  return notices;
}
