import type { CoachingErrorCode, RecordedSession, Saved, Session } from '@coachkit/core';
import { addDays } from '@coachkit/core';
import { expectSame } from '../expect.js';
import { newKey, type Answer } from './caller.js';
import { recordOf, type ServedCompany } from './company.js';
import { expectNotApplied, expectOk, expectProblem } from './expect-answers.js';
import { serverCase } from './server-case.js';
import { applyBatch, documentsOf, operation } from './synchronising.js';

/** What exists in the company and is not Sam's. */
interface Foreign {
  readonly session: string;
  readonly planned: string;
  readonly goal: string;
  readonly action: string;
  readonly relationship: string;
}

/** Promise 3: nobody learns whether something of others exists. */
export const foreignCases = [
  serverCase(3, 'a foreign thing and a made-up one are read alike, byte for byte', async (company) => {
    const foreign = await something(company);
    for (const [what, path] of Object.entries(readsOf(foreign))) {
      await expectAlike(what, (id) => company.sam.get(path(id)), foreign, 'not-found');
    }
  }),

  serverCase(3, 'a foreign thing and a made-up one are changed alike, byte for byte', async (company) => {
    const foreign = await something(company);
    const { today, sam } = company;
    const changes: Record<string, (id: Foreign) => Promise<Answer>> = {
      comment: ({ session }) => sam.create(`/sessions/${session}/comments`, { text: 'x' }),
      cancel: ({ planned }) => sam.change('POST', `/sessions/${planned}/cancel`, 1, {}),
      correct: ({ session }) => sam.change('PATCH', `/sessions/${session}`, 1, { version: 1, ...correction }),
      action: ({ action }) => sam.change('PATCH', `/actions/${action}`, 1, { status: 'done' }),
      goal: ({ goal }) => sam.change('PATCH', `/goals/${goal}`, 1, { title: 'x' }),
      schedule: ({ relationship }) => sam.create('/sessions', { relationshipId: relationship, date: today }),
      record: ({ relationship }) => sam.create(`/relationships/${relationship}/records`, recordOf(today)),
      end: ({ relationship }) => sam.change('POST', `/relationships/${relationship}/end`, 1, { end: today }),
    };
    for (const [what, change] of Object.entries(changes)) await expectAlike(what, change, foreign, 'not-found');
  }),

  serverCase(3, 'a precondition does not tell whether something of others exists', async (company) => {
    const foreign = await something(company);
    const { sam } = company;
    for (const version of [1, 2, 77, '*'] as const) {
      const change = ({ goal }: Foreign): Promise<Answer> =>
        sam.change('PATCH', `/goals/${goal}`, version, { title: 'x' });
      await expectAlike(`a goal with the version ${version}`, change, foreign, 'not-found');
    }
  }),

  serverCase(3, 'operations and documents do not tell it either', async (company) => {
    const { sam, goal } = { sam: company.sam, goal: (await something(company)).goal };
    const [foreign, invented] = await applyBatch(sam, [
      operation('plans.updateGoal', { goalId: goal, title: 'x' }, { base: { title: 'y' } }),
      operation('plans.updateGoal', { goalId: 'made-up', title: 'x' }, { base: { title: 'y' } }),
    ]);
    const one = expectNotApplied(foreign, 'refused', 'a foreign goal');
    const other = expectNotApplied(invented, 'refused', 'a made-up goal');
    expectSame({ ...one, correlationId: '' }, { ...other, correlationId: '' }, 'the two refusals');
    const names = [goal, 'made-up'].map((id) => ({ kind: 'goal', id }) as const);
    expectSame(await documentsOf(sam, names), [], 'documents of others');
  }),

  serverCase(3, 'the operation of somebody else is answered as an unknown one', async ({ tom, sam }) => {
    const input = { employeeId: 'tom', title: 'Own goal' };
    const sent = operation('plans.addGoal', input);
    await applyBatch(tom, [sent]);
    const [repeated] = await applyBatch(sam, [sent]);
    const [unknown] = await applyBatch(sam, [operation('plans.addGoal', input)]);
    const one = expectNotApplied(repeated, 'refused', 'the operation of somebody else');
    const other = expectNotApplied(unknown, 'refused', 'a new operation');
    expectSame({ ...one, correlationId: '' }, { ...other, correlationId: '' }, 'the two refusals');
  }),
];

const correction = { focus: { kind: 'role-progression', label: 'x' }, points: ['x'] };

function readsOf(foreign: Foreign): Record<string, (id: Foreign) => string> {
  return {
    session: ({ session }) => `/sessions/${session}`,
    'sessions of a pair': ({ relationship }) => `/sessions?relationshipId=${relationship}`,
    preparation: ({ relationship }) => `/relationships/${relationship}/preparation`,
    'actions of a pair': ({ relationship }) => `/actions?relationshipId=${relationship}`,
    reason: ({ relationship }) => `/relationships/${relationship}/cadence-reason`,
    goals: (id) => `/employees/${id === foreign ? 'tom' : 'made-up'}/goals`,
    courses: (id) => `/employees/${id === foreign ? 'tom' : 'made-up'}/courses`,
    development: (id) => `/development?employeeId=${id === foreign ? 'tom' : 'made-up'}`,
    receipts: (id) => `/employees/${id === foreign ? 'tom' : 'made-up'}/receipts`,
    conflicts: ({ relationship }) => `/conflicts?relationshipId=${relationship}`,
  };
}

async function something({ priya, tom, relationshipId, today }: ServedCompany): Promise<Foreign> {
  const due = addDays(today, 7);
  const actions = [{ id: newKey(), text: 'Draft three questions', ownerId: 'tom', dueDate: due }];
  const record = { ...recordOf(addDays(today, -1)), actions };
  const recorded = await priya.create(`/relationships/${relationshipId}/records`, record);
  const planned = await priya.create('/sessions', { relationshipId, date: due });
  const goal = await tom.create('/employees/tom/goals', { title: 'Lead a call' });
  return {
    session: expectOk<Saved<RecordedSession>>(recorded, 'a record', 201).value.session.id,
    planned: expectOk<Saved<Session>>(planned, 'a plan', 201).value.id,
    goal: expectOk<Saved<{ id: string }>>(goal, 'a goal', 201).value.id,
    action: actions[0]?.id ?? '',
    relationship: relationshipId,
  };
}

const invented: Foreign = {
  session: 'made-up',
  planned: 'made-up',
  goal: 'made-up',
  action: 'made-up',
  relationship: 'made-up',
};

async function expectAlike(
  what: string,
  ask: (id: Foreign) => Promise<Answer>,
  foreign: Foreign,
  code: CoachingErrorCode,
): Promise<void> {
  const [one, other] = [await ask(foreign), await ask(invented)];
  expectProblem(one, code, `a foreign ${what}`);
  expectSame(withoutCorrelation(one), withoutCorrelation(other), `${what}: the two answers`);
}

/** Everything of an answer that a person could compare, except for what differs in any two answers. */
function withoutCorrelation({ status, headers, text, body }: Answer): readonly unknown[] {
  const id = (body as { correlationId?: string } | undefined)?.correlationId;
  const plain = (value: string): string => (id === undefined ? value : value.replaceAll(id, ''));
  const kept = [...headers].filter(([name]) => !['date', 'content-length'].includes(name));
  return [status, plain(text), kept.map(([name, value]) => [name, plain(value)])];
}
