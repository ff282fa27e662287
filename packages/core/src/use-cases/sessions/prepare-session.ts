import * as z from 'zod/mini';
import { slotAfter, slotOf } from '../../cadence.js';
import { laterOf } from '../../calendar.js';
import type { PrepareSessionInput } from '../../inputs.js';
import { invalidInput } from '../../errors.js';
import { parse } from '../../model/parse.js';
import type { Session } from '../../model/session.js';
import { id, type Schema } from '../../model/values.js';
import type { FocusSuggestion, LastSession, SessionPreparation, SessionRecord } from '../../views.js';
import { relationshipFor } from '../access.js';
import { openActionsOf } from '../actions/open-actions.js';
import { viewActions } from '../actions/view-actions.js';
import { viewCourses } from '../courses/view-courses.js';
import { defined, peopleOf, skillLabelOf, todayOf, type UseCaseContext } from '../context.js';
import { draftToContinue } from '../drafts.js';
import { leaveReceipt } from './leave-receipt.js';
import { sessionFor } from './session-access.js';

/** Schema of what the verb is called with. */
export const inputSchema = z.strictObject({
  relationshipId: id,
  sessionId: z.optional(id),
}) as Schema<PrepareSessionInput>;

/** All that a form needs to document a session, or to correct one, in one answer. */
export const prepareSession =
  (context: UseCaseContext) =>
  async (input: PrepareSessionInput): Promise<SessionPreparation> => {
    const { relationshipId, sessionId } = parse(inputSchema, input);
    const { body: pair } = await relationshipFor(context, relationshipId, 'create', 'content');
    const today = await todayOf(context, pair.managerId);
    const sessions = await context.documents.bodies('session', {
      index: 'byRelationship',
      equals: [pair.id],
      descending: true,
    });
    const session =
      sessionId === undefined ? nextToDocument(sessions, today) : sessions.find((each) => each.id === sessionId);
    if (sessionId !== undefined && session === undefined) throw invalidInput('sessionId', 'not-an-option');
    const recorded = sessions.filter(({ id: each, status }) => status === 'recorded' && each !== session?.id);
    const proposal = session && (await context.documents.find('sessionContent', session.id))?.body.proposedFocus;
    const goals = await context.documents.bodies('goal', { index: 'byEmployee', equals: [pair.employeeId, 'open'] });
    const draft = await draftToContinue(context, defined({ relationshipId, sessionId: session?.id }));
    const date = session !== undefined && session.date <= today ? session.date : today;
    const courses = await context.documents.bodies('courseAssignment', {
      index: 'byEmployee',
      equals: [pair.employeeId],
      descending: true,
    });
    const person = peopleOf(context);
    return defined({
      today,
      relationship: pair,
      manager: await person(pair.managerId),
      employee: await person(pair.employeeId),
      session,
      date,
      durationMinutes: session?.durationMinutes ?? context.rules.durationMinutes,
      openActions: await viewActions(
        context,
        (await openActionsOf(context, pair)).map(({ body }) => body),
      ),
      openCourses: await viewCourses(
        context,
        courses.filter(({ status }) => status !== 'completed' && status !== 'withdrawn'),
      ),
      suggestions: await suggestionsOf(context, goals, await recentRecords(context, recorded.slice(0, 6))),
      goals,
      proposedFocus: proposal,
      last: recorded[0] && (await lastSession(context, recorded[0])),
      ...draft,
      correcting: session?.status === 'recorded' ? await recordToCorrect(context, session.id) : undefined,
      nextDue: laterOf(slotAfter(pair, laterOf(date, slotOf(pair, date))), today),
    });
  };

/** The planned session whose day has come or passed, the earliest first; none when everything planned lies ahead. */
function nextToDocument(newestFirst: readonly Session[], today: string): Session | undefined {
  return newestFirst.findLast(({ status, date }) => status === 'planned' && date <= today);
}

/** What was said last time. Reading it leaves a receipt like any other reading. */
async function lastSession(context: UseCaseContext, { id: sessionId }: Session): Promise<LastSession> {
  const found = await sessionFor(context, sessionId, 'read', 'content');
  await leaveReceipt(context, found);
  const content = (await context.documents.find('sessionContent', sessionId))?.body;
  const skillId = content?.focus?.skillId;
  const skillLabel = skillId === undefined ? undefined : await skillLabelOf(context, skillId);
  return defined({ session: found.session.body, content, skillLabel });
}

/** The record to correct. Its code comes along, so that whoever has opened a correction can save it without a network. */
async function recordToCorrect(context: UseCaseContext, sessionId: string): Promise<SessionRecord> {
  const [{ getSession }] = await Promise.all([import('./get-session.js'), import('./correct-session.js')]);
  return getSession(context)({ sessionId });
}

async function recentRecords(
  context: UseCaseContext,
  sessions: readonly Session[],
): Promise<SessionRecord['content'][]> {
  return Promise.all(
    sessions.map(async ({ id: each }) => (await context.documents.find('sessionContent', each))?.body),
  );
}

/** The focus of open goals first, then of recent sessions, each once, at most four (M17). */
async function suggestionsOf(
  context: UseCaseContext,
  goals: SessionPreparation['goals'],
  recent: readonly SessionRecord['content'][],
): Promise<readonly FocusSuggestion[]> {
  const all: FocusSuggestion[] = [];
  for (const content of recent) if (content?.focus !== undefined) all.push({ ...content.focus, source: 'recent' });
  const fromGoals = await Promise.all(
    goals.map(async ({ id: goalId, skillId, title }): Promise<FocusSuggestion> => {
      // The skill says what it is about; the goal says what it is for, and is shown beside it.
      const label = (skillId && (await skillLabelOf(context, skillId))) || title;
      return defined({ kind: 'skill-development' as const, label, skillId, goalId, source: 'goal' as const });
    }),
  );
  const byKey = new Map<string, FocusSuggestion>();
  for (const each of [...fromGoals, ...all]) {
    const key = each.skillId ?? each.label;
    if (!byKey.has(key)) byKey.set(key, each);
  }
  return [...byKey.values()].slice(0, 4);
}
