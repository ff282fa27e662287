import type { Coaching, Role } from '@coachkit/core';
import { expectInvalid, expectRefusal, expectSame, expectThat } from '../expect.js';
import { foundCompany, typicalRecord, type CoachingCase } from './harness.js';

const marker = 'marker-word-of-the-pair';

async function companyWithMarkers(harness: Parameters<CoachingCase['run']>[0]) {
  const company = await foundCompany(harness);
  const { manager, employee, relationshipId } = company;
  const record = typicalRecord(relationshipId);
  const saved = await manager.sessions.record({
    ...record,
    focus: { kind: 'specific-development-area', label: `focus ${marker}` },
    points: [`point ${marker}`],
    actions: [{ id: 'marked', text: `action ${marker}`, ownerId: 'tom', dueDate: '2026-12-01' }],
  });
  const sessionId = saved.value.session.id;
  await employee.sessions.comment({ sessionId, text: `comment ${marker}` });
  await employee.plans.addGoal({ employeeId: 'tom', title: `goal ${marker}` });
  return { ...company, sessionId };
}

/** Everything that could be asked by somebody who has no part in the pair. */
function everyQuestion(
  other: Coaching,
  relationshipId: string,
  sessionId: string,
): Record<string, () => Promise<unknown>> {
  return {
    'sessions.get': () => other.sessions.get({ sessionId }),
    'sessions.list by pair': () => other.sessions.list({ relationshipId }),
    'sessions.list by employee': () => other.sessions.list({ employeeId: 'tom' }),
    'sessions.agenda': () => other.sessions.agenda({ personId: 'priya' }),
    'sessions.prepare': () => other.sessions.prepare({ relationshipId }),
    'sessions.comment': () => other.sessions.comment({ sessionId, text: 'x' }),
    'actions.list by pair': () => other.actions.list({ relationshipId }),
    'actions.list by owner': () => other.actions.list({ ownerId: 'tom' }),
    'actions.list': () => other.actions.list(),
    'actions.update': () => other.actions.update({ actionId: 'marked', status: 'done' }),
    'courses.assignments': () => other.courses.assignments({ employeeId: 'tom' }),
    'plans.goals': () => other.plans.goals({ employeeId: 'tom' }),
    'development.record': () => other.development.record({ employeeId: 'tom' }),
    'privacy.receipts': () => other.privacy.receipts({ employeeId: 'tom' }),
    'relationships.cadenceReason': () => other.relationships.cadenceReason({ relationshipId }),
    'reports.overview': () => other.reports.overview({ unit: 'month' }),
    'directory.people': () => other.directory.people(),
  };
}

/** Who may read and do what. */
export const accessCases: readonly CoachingCase[] = [
  ...(
    [
      ['sam', []],
      ['ada', []],
      ['olga', []],
      ['sam', ['programme-admin']],
      ['sam', ['learning-analyst', 'hr-partner']],
      ['sam', ['technical-admin']],
      ['sam', ['privacy-officer']],
      ['sam', ['worker']],
    ] as readonly (readonly [string, readonly Role[]])[]
  ).map(([personId, roles]): CoachingCase => ({
    name: `no words of the pair reach ${personId} (${roles.join(', ') || 'no role'}) by any question`,
    proves: ['M51', 'LD11', 'T12'],
    async run(harness) {
      const { relationshipId, sessionId } = await companyWithMarkers(harness);
      const other = await harness.as(personId, roles);
      for (const [question, ask] of Object.entries(everyQuestion(other, relationshipId, sessionId))) {
        const answer = await ask().then(JSON.stringify, (error: unknown) => String(error) + JSON.stringify(error));
        expectThat(!answer.includes(marker), `${question} lets words out: ${answer.slice(0, 200)}`);
      }
    },
  })),
  {
    name: 'a foreign session answers exactly as one that does not exist',
    proves: ['VD6'],
    async run(harness) {
      const { manager, employee, relationshipId, sessionId } = await companyWithMarkers(harness);
      const sam = await harness.as('sam');
      const foreign = await expectRefusal(sam.sessions.get({ sessionId }), 'not-found', 'foreign session');
      const invented = await expectRefusal(
        sam.sessions.get({ sessionId: 'no-such-session' }),
        'not-found',
        'made-up session',
      );
      expectSame(foreign.message, invented.message, 'the two messages');
      await expectRefusal(sam.sessions.schedule({ relationshipId, date: '2026-12-01' }), 'not-found', 'schedule');
      await expectRefusal(sam.sessions.record(typicalRecord(relationshipId)), 'not-found', 'record');
      const goalId = (await employee.plans.goals({ employeeId: 'tom' }))[0]?.id ?? '';
      const goal = await expectRefusal(sam.plans.updateGoal({ goalId, title: 'x' }), 'not-found', 'foreign goal');
      const noGoal = await expectRefusal(sam.plans.updateGoal({ goalId: 'none', title: 'x' }), 'not-found', 'no goal');
      expectSame(goal.message, noGoal.message, 'the two messages of a goal');
      const pair = await manager.relationships.start({ managerId: 'priya', employeeId: 'ada', start: '2026-11-01' });
      const record = { ...typicalRecord(pair.value.id), actions: [] };
      await expectRefusal(manager.sessions.record({ ...record, sessionId }), 'not-found', 'a session of another pair');
    },
  },
  {
    name: 'the employee reads everything, plans nothing and rewrites nothing',
    proves: ['T12', 'EM1'],
    async run(harness) {
      const { employee, relationshipId, sessionId } = await companyWithMarkers(harness);
      const read = await employee.sessions.get({ sessionId });
      expectThat(JSON.stringify(read.content).includes(marker), 'the employee reads the words');
      expectSame([read.canCorrect, read.canComment], [false, true], 'may comment, not correct');
      await expectRefusal(employee.sessions.schedule({ relationshipId, date: '2026-12-01' }), 'forbidden', 'schedule');
      const correction = {
        sessionId,
        version: read.version,
        focus: { kind: 'role-progression', label: 'x' },
        points: ['x'],
      } as const;
      await expectRefusal(employee.sessions.correct(correction), 'forbidden', 'correct');
      await employee.actions.update({ actionId: 'marked', status: 'done' });
      await employee.actions.add({ relationshipId, text: 'My own action', ownerId: 'tom', dueDate: '2026-12-01' });
    },
  },
  {
    name: 'only the manager assigns a course, and only in a session',
    proves: ['M24', 'VD6'],
    async run(harness) {
      const { manager, employee, relationshipId, sessionId } = await companyWithMarkers(harness);
      const activities = [{ kind: 'course', courseId: 'course-trading', intent: 'assign' }] as const;
      const action = { relationshipId, text: 'Learn', ownerId: 'tom', dueDate: '2026-12-01', activities };
      await expectRefusal(employee.actions.add({ ...action, sessionId }), 'forbidden', 'by the employee');
      await expectInvalid(manager.actions.add(action), 'sessionId', 'required');
      expectSame(await manager.courses.assignments({ employeeId: 'tom' }), [], 'courses');
      await manager.actions.add({ ...action, sessionId });
      expectSame((await manager.courses.assignments({ employeeId: 'tom' })).length, 1, 'courses');
    },
  },
  {
    name: 'somebody with a long id reads their record',
    proves: ['EM1', 'EM3'],
    async run(harness) {
      const { it, manager, relationshipId } = await foundCompany(harness);
      const employeeId = 'p'.repeat(128);
      await it.directory.savePerson({ id: employeeId, name: 'Pat', timeZone: 'Europe/London' });
      await it.directory.startReportingLine({ employeeId, managerId: 'priya', start: '2026-08-24' });
      const pair = await manager.relationships.start({ managerId: 'priya', employeeId, start: '2026-08-24' });
      const record = { ...typicalRecord(relationshipId), relationshipId: pair.value.id, actions: [] };
      const { session } = (await manager.sessions.record(record)).value;
      const read = await (await harness.as(employeeId)).sessions.get({ sessionId: session.id });
      expectSame(read.receipts.length, 1, 'receipts');
    },
  },
  {
    name: 'whoever reads the words leaves a receipt that both of the pair see',
    proves: ['EM3'],
    async run(harness) {
      const { manager, employee, sessionId } = await companyWithMarkers(harness);
      expectSame((await employee.sessions.get({ sessionId })).receipts.length >= 1, true, 'own receipt');
      harness.clock.set('2026-11-25T10:00:00.000Z');
      await manager.sessions.get({ sessionId });
      await manager.sessions.get({ sessionId });
      const { receipts } = await employee.sessions.get({ sessionId });
      const byManager = receipts.filter(({ role }) => role === 'manager');
      expectSame(
        byManager.map(({ reader, readAt }) => [reader.name, readAt]),
        [['Priya Nair', '2026-11-25T10:00:00.000Z']],
        'one a day',
      );
      const all = await employee.privacy.receipts({ employeeId: 'tom' });
      expectThat(all.every((receipt) => receipt.sessionId === sessionId) && all.length >= 2, 'in the employee’s list');
    },
  },
  {
    name: 'can() says beforehand what would be refused',
    proves: ['VD6'],
    async run(harness) {
      const { manager, employee, relationshipId } = await foundCompany(harness);
      const target = { relationshipId };
      expectSame(
        await Promise.all([
          manager.can('create', 'content', target),
          employee.can('create', 'content', target),
          employee.can('read', 'content', target),
          (await harness.as('sam')).can('read', 'activity', target),
          (await harness.as('sam', ['programme-admin'])).can('read', 'aggregate-content'),
          manager.can('read', 'aggregate-content'),
        ]),
        [true, false, true, false, true, false],
        'answers',
      );
    },
  },
];
