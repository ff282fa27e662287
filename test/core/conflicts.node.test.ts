import {
  CoachingError,
  createCoaching,
  createMemoryMedium,
  createMemoryStorage,
  createSkillList,
  type Coaching,
  type CoachingErrorCode,
  type JsonValue,
  type Role,
} from '@coachkit/core';
import { foundCompany, suiteCourses, suiteSkills, suiteStart, typicalRecord } from '@coachkit/testing/coaching-suite';
import { createCountingIds, createFakeClock, createFakeLearningSystem } from '@coachkit/testing/fakes';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

/** A company with a record, a goal and an action, and a way to plant what only two devices can bring about. */
async function companyWithRecord() {
  const medium = createMemoryMedium();
  const storage = createMemoryStorage({ tenantId: 'suite', medium });
  const clock = createFakeClock(suiteStart);
  const lms = createFakeLearningSystem(suiteCourses);
  const newId = createCountingIds();
  const as = (personId: string, roles: readonly Role[] = []): Promise<Coaching> => {
    const actor = { tenantId: 'suite', personId, roles };
    const own = createMemoryStorage({ tenantId: 'suite', medium });
    return Promise.resolve(
      createCoaching({ storage: own, actor, clock, lms, newId, skills: createSkillList(suiteSkills) }),
    );
  };
  const company = await foundCompany({ as, clock, lms, cleanUp: () => Promise.resolve() });
  const { manager, employee, relationshipId } = company;
  const sessionId = (await manager.sessions.record(typicalRecord(relationshipId))).value.session.id;
  const goalId = (await employee.plans.addGoal({ employeeId: 'tom', title: 'Lead a call' })).value.id;

  const plant = async (id: string, entityKind: string, entityId: string, field: string, other?: JsonValue) => {
    const isOfPair = entityKind !== 'goal';
    const body = {
      ...{
        id,
        entityKind,
        entityId,
        field,
        employeeId: 'tom',
        authorId: 'tom',
        at: `2026-11-24T10:0${id.at(-1)}:00.000Z`,
      },
      ...(other !== undefined && { other }),
      ...(isOfPair && { relationshipId, managerId: 'priya' }),
    };
    await storage.commit([{ type: 'put', kind: 'conflict', id, body, expectedVersion: 0 }]);
  };
  return { ...company, as, clock, plant, sessionId, goalId };
}

async function refused(call: Promise<unknown>, code: CoachingErrorCode): Promise<void> {
  await assert.rejects(call, (error) => CoachingError.isInstance(error) && error.code === code);
}

describe('two wordings of one field', () => {
  test('are listed oldest first, with what stands now and who wrote the other', async () => {
    const { manager, employee, relationshipId, plant, sessionId, goalId } = await companyWithRecord();
    await plant('c2', 'goal', goalId, 'title', 'Lead two calls');
    await plant('c1', 'action', 'action-questions', 'text', 'Draft five questions');
    await plant('c3', 'session', sessionId, 'durationMinutes', 45);
    for (const who of [manager, employee]) {
      const views = await who.conflicts.list();
      assert.deepEqual(
        views.map(({ conflict, current, author }) => [conflict.id, current, conflict.other, author.name]),
        [
          ['c1', 'Draft three trade-off questions', 'Draft five questions', 'Tom Okafor'],
          ['c2', 'Lead a call', 'Lead two calls', 'Tom Okafor'],
          ['c3', 50, 45, 'Tom Okafor'],
        ],
      );
    }
    const ofPair = await manager.conflicts.list({ relationshipId });
    assert.deepEqual(
      ofPair.map(({ conflict }) => conflict.id),
      ['c1', 'c3'],
    );
    assert.equal((await manager.conflicts.list({ employeeId: 'tom' })).length, 3);
    const { conflicts } = await employee.sessions.get({ sessionId });
    assert.deepEqual(
      conflicts.map(({ conflict }) => conflict.id),
      ['c1', 'c3'],
      'with the record',
    );
  });

  test('are nobody else’s, nor a former manager’s', async () => {
    const { it, manager, employee, relationshipId, as, clock, plant, goalId } = await companyWithRecord();
    await plant('c1', 'action', 'action-questions', 'text', 'Draft five questions');
    await plant('c2', 'goal', goalId, 'title', 'Lead two calls');
    for (const [personId, roles] of [
      ['sam', []],
      ['ada', []],
      ['olga', []],
      ['it', ['technical-admin']],
    ] as const) {
      const other = await as(personId, roles);
      if (personId !== 'it') assert.deepEqual(await other.conflicts.list(), []);
      await refused(other.conflicts.list({ relationshipId }), 'not-found');
      await refused(other.conflicts.list({ employeeId: 'tom' }), 'not-found');
      for (const conflictId of ['c1', 'c2', 'none'])
        await refused(other.conflicts.resolve({ conflictId, take: 'other' }), 'not-found');
    }
    await it.directory.startReportingLine({ employeeId: 'tom', managerId: 'olga', start: '2026-11-25' });
    clock.set('2026-11-25T09:30:00.000Z');
    assert.deepEqual(await manager.conflicts.list(), []);
    await refused(manager.conflicts.list({ relationshipId }), 'forbidden');
    await refused(manager.conflicts.resolve({ conflictId: 'c1', take: 'current' }), 'not-found');
    await refused(manager.conflicts.resolve({ conflictId: 'c2', take: 'other' }), 'not-found');
    assert.equal((await employee.conflicts.list()).length, 2);
  });

  test('end when one is chosen, whichever', async () => {
    const { manager, employee, plant, goalId } = await companyWithRecord();
    const title = async () => (await employee.plans.goals({ employeeId: 'tom' }))[0]?.title;
    await plant('c1', 'goal', goalId, 'title', 'Lead two calls');
    await employee.conflicts.resolve({ conflictId: 'c1', take: 'current' });
    assert.deepEqual([await title(), await manager.conflicts.list()], ['Lead a call', []]);
    await plant('c2', 'goal', goalId, 'title', 'Lead two calls');
    await manager.conflicts.resolve({ conflictId: 'c2', take: 'other' });
    assert.deepEqual([await title(), await employee.conflicts.list()], ['Lead two calls', []]);
    await plant('c3', 'goal', goalId, 'title', 'x');
    await employee.conflicts.resolve({ conflictId: 'c3', take: 'merged', value: 'Lead two calls alone' });
    assert.deepEqual([await title(), await employee.conflicts.list()], ['Lead two calls alone', []]);
    await refused(employee.conflicts.resolve({ conflictId: 'c3', take: 'other' }), 'not-found');
  });

  test('of a record leave the one that gives way as a version', async () => {
    const { manager, employee, plant, sessionId } = await companyWithRecord();
    await plant('c1', 'sessionContent', sessionId, 'points', ['Said better.']);
    await employee.conflicts.resolve({ conflictId: 'c1', take: 'other' });
    const { content, versions, session } = await manager.sessions.get({ sessionId });
    assert.deepEqual([content?.points, session.revision], [['Said better.'], 2]);
    assert.deepEqual(
      versions.map(({ points, replacedBy }) => [points.length, replacedBy]),
      [[3, 'tom']],
    );
  });

  test('of a field that was to be removed, or whose document is gone, can be ended', async () => {
    const { employee, plant, goalId } = await companyWithRecord();
    await employee.plans.updateGoal({ goalId, targetDate: '2026-12-24' });
    await plant('c1', 'goal', goalId, 'targetDate');
    await employee.conflicts.resolve({ conflictId: 'c1', take: 'other' });
    assert.equal((await employee.plans.goals({ employeeId: 'tom' }))[0]?.targetDate, undefined);
    await plant('c2', 'goal', 'gone', 'title', 'x');
    await employee.conflicts.resolve({ conflictId: 'c2', take: 'other' });
    assert.deepEqual(await employee.conflicts.list(), []);
  });

  test('are not ended by a choice that is none', async () => {
    const { employee, plant, goalId } = await companyWithRecord();
    await plant('c1', 'goal', goalId, 'title', 'Lead two calls');
    for (const choice of [
      { take: 'merged' },
      { take: 'other', value: 'x' },
      { take: 'neither' },
      { take: 'merged', value: 7 },
      { take: 'merged', value: ' ' },
      { take: 'merged', value: 'null\u0000byte' },
      {},
    ]) {
      const input = { conflictId: 'c1', ...choice } as Parameters<Coaching['conflicts']['resolve']>[0];
      await refused(employee.conflicts.resolve(input), 'invalid-input');
    }
    assert.equal((await employee.conflicts.list()).length, 1);
    assert.equal((await employee.plans.goals({ employeeId: 'tom' }))[0]?.title, 'Lead a call');
  });
});
