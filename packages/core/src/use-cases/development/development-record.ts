import * as z from 'zod/mini';
import { dateInZone, millisecondsOf } from '../../calendar.js';
import type { Coaching } from '../../coaching.js';
import type { Goal, SkillEvidence } from '../../model/development.js';
import { parse } from '../../model/parse.js';
import type { SessionContent } from '../../model/session-content.js';
import type { Session } from '../../model/session.js';
import { id } from '../../model/values.js';
import { decide } from '../../policy/decide.js';
import type { ActionView, DevelopmentEntry, GoalView, SkillPractice } from '../../views.js';
import { relationsTo, relationsToEmployee } from '../access.js';
import { viewActions } from '../actions/view-actions.js';
import { viewCourses } from '../courses/view-courses.js';
import { defined, peopleOf, skillLabelOf, todayOf, type UseCaseContext } from '../context.js';

/** Schema of what the verb is called with. */
export const inputSchema = z.strictObject({ employeeId: z.optional(id) });

/** One person's goals, courses, coaching and skills in one place, newest first (M31). */
export const developmentRecord =
  (context: UseCaseContext): Coaching['development']['record'] =>
  async (input = {}) => {
    const { employeeId = context.actor.personId } = parse(inputSchema, input);
    const { documents } = context;
    await relationsToEmployee(context, employeeId);
    const employee = await documents.get('person', employeeId);
    const person = peopleOf(context);
    const ofEmployee = { index: 'byEmployee', equals: [employeeId] };
    const sessions = await readableSessions(context, employeeId);
    const actions = await viewActions(
      context,
      (await documents.bodies('action', ofEmployee)).filter(({ relationshipId }) => sessions.pairs.has(relationshipId)),
    );
    const assignments = await documents.bodies('courseAssignment', ofEmployee);
    const evidence = await documents.bodies('skillEvidence', ofEmployee);
    const entries: DevelopmentEntry[] = [];
    for (const { session, content } of sessions.recorded) {
      const manager = await person(session.managerId);
      entries.push(
        defined({
          kind: 'session' as const,
          id: session.id,
          date: session.date,
          session,
          manager,
          focus: content?.focus,
        }),
      );
    }
    for (const course of await viewCourses(context, assignments)) {
      const { id: assignmentId, completedOn, requestedOn } = course.assignment;
      entries.push({ kind: 'course', id: assignmentId, date: completedOn ?? requestedOn, course });
    }
    for (const action of actions) {
      const { status, closedAt } = action.action;
      if (status !== 'done' || closedAt === undefined) continue;
      entries.push({
        kind: 'action',
        id: action.action.id,
        date: dateInZone(millisecondsOf(closedAt), employee.body.timeZone),
        action,
      });
    }
    entries.sort((one, other) => (one.date > other.date ? -1 : one.date < other.date ? 1 : one.id < other.id ? -1 : 1));
    const goals = await documents.bodies('goal', ofEmployee);
    return {
      today: await todayOf(context, employeeId),
      employee: await person(employeeId),
      goals: await Promise.all(
        goals
          .filter(({ status }) => status !== 'dropped')
          .map((goal) => viewGoal(context, goal, sessions.recorded, actions)),
      ),
      entries,
      skills: await practiceOf(context, evidence),
    };
  };

interface ReadableSession {
  readonly session: Session;
  readonly content: SessionContent | undefined;
}

/** Recorded sessions whose words the actor may read: all of one's own, or those one has led as current manager. */
async function readableSessions(context: UseCaseContext, employeeId: string) {
  const { documents } = context;
  const pairs = new Set<string>();
  for (const pair of await documents.bodies('relationship', { index: 'byEmployee', equals: [employeeId] })) {
    if (decide(await relationsTo(context, pair), 'read', 'content')) pairs.add(pair.id);
  }
  const sessions = await documents.bodies('session', { index: 'byEmployee', equals: [employeeId], descending: true });
  const recorded = await Promise.all(
    sessions
      .filter(({ status, relationshipId }) => status === 'recorded' && pairs.has(relationshipId))
      .map(async (session): Promise<ReadableSession> => ({
        session,
        content: (await documents.find('sessionContent', session.id))?.body,
      })),
  );
  return { pairs, recorded };
}

/** A goal with the sessions that served it, by link or by skill, and the action that is due next among theirs. */
async function viewGoal(
  context: UseCaseContext,
  goal: Goal,
  sessions: readonly ReadableSession[],
  actions: readonly ActionView[],
): Promise<GoalView> {
  const served = sessions.filter(({ content }) => {
    const focus = content?.focus;
    return (
      focus !== undefined &&
      (focus.goalId === goal.id || (goal.skillId !== undefined && focus.skillId === goal.skillId))
    );
  });
  const ids = new Set(served.map(({ session }) => session.id));
  const next = actions
    .filter(({ action }) => action.status === 'open' && action.sessionId !== undefined && ids.has(action.sessionId))
    .sort((one, other) => (one.action.dueDate < other.action.dueDate ? -1 : 1))[0];
  return defined({
    goal,
    skillLabel: goal.skillId === undefined ? undefined : await skillLabelOf(context, goal.skillId),
    sessions: served.map(({ session }) => session.date),
    nextStep: next,
  });
}

async function practiceOf(context: UseCaseContext, evidence: readonly SkillEvidence[]): Promise<SkillPractice[]> {
  const bySkill = new Map<string, SkillEvidence[]>();
  for (const entry of evidence) bySkill.set(entry.skillId, [...(bySkill.get(entry.skillId) ?? []), entry]);
  const practice = await Promise.all(
    [...bySkill].map(async ([skillId, entries]): Promise<SkillPractice> => ({
      skillId,
      label: (await skillLabelOf(context, skillId)) ?? skillId,
      sessions: entries.length,
      lastPractised: entries.map(({ date }) => date).reduce((latest, date) => (date > latest ? date : latest)),
    })),
  );
  return practice.sort(
    (one, other) => other.sessions - one.sessions || (one.lastPractised > other.lastPractised ? -1 : 1),
  );
}
