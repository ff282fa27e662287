import { connectCoaching } from '@coachkit/adapters/http/connect';
import { createCoaching, createMemoryStorage, createSkillList, type Actor, type Coaching } from '@coachkit/core';
import { foundCompany, suiteCourses, suiteSkills, suiteStart, typicalRecord } from '@coachkit/testing/coaching-suite';
import { createCountingIds, createFakeClock, createFakeLearningSystem } from '@coachkit/testing/fakes';
import { createMockServer } from '@coachkit/testing/msw';
import { setupServer } from 'msw/node';
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';

describe('a host that is connected to a mock server', () => {
  const actor: Actor = { tenantId: 'suite', personId: 'priya', roles: [] };
  const clock = createFakeClock(suiteStart);
  const lms = createFakeLearningSystem(suiteCourses);
  const skills = createSkillList(suiteSkills);
  const mock = createMockServer({ as: actor, clock, lms, skills });
  const server = setupServer(...mock.handlers);
  const opened: Coaching[] = [];
  let relationshipId = '';

  const onServer = (personId: string, roles: Actor['roles'] = []): Coaching =>
    createCoaching({
      ...{ storage: mock.storage, clock, lms, skills, newId: createCountingIds(personId) },
      actor: { ...actor, personId, roles },
    });
  const connect = async (): Promise<Coaching> => {
    const coaching = await connectCoaching({
      ...{ url: 'https://coaching.example', actor, clock, changes: 'ask', waitForServer: 2_000 },
      storage: createMemoryStorage({ tenantId: 'suite' }),
    });
    opened.push(coaching);
    await coaching.sync.now();
    return coaching;
  };

  before(async () => {
    server.listen();
    const as = (personId: string, roles?: Actor['roles']) => Promise.resolve(onServer(personId, roles));
    ({ relationshipId } = await foundCompany({ as, clock, lms, cleanUp: () => Promise.resolve() }));
  });
  beforeEach(() => mock.heal());
  after(async () => {
    await Promise.all(opened.map((coaching) => coaching.close()));
    server.close();
  });

  test('what it saves is on the server', async () => {
    const coaching = await connect();
    const saved = await coaching.plans.addGoal({ employeeId: 'tom', title: 'Lead a call' });
    assert.equal(saved.level, 'server');
    const goals = await onServer('tom').plans.goals({ employeeId: 'tom' });
    assert.deepEqual(goals, [saved.value]);
  });

  test('a lost answer loses nothing and doubles nothing', async () => {
    const coaching = await connect();
    mock.fail({ kind: 'lost-answer' }, 'operations', 1);
    await coaching.sessions.record(typicalRecord(relationshipId));
    await coaching.sync.now();
    assert.deepEqual(coaching.sync.getStatus().waiting, 0);
    assert.equal((await onServer('tom').sessions.list({ employeeId: 'tom' })).length, 1);
  });

  test('signed out, it says so and keeps what is written', async () => {
    const coaching = await connect();
    mock.fail({ kind: 'signed-out' });
    const kept = await coaching.plans.addGoal({ employeeId: 'tom', title: 'Say no' });
    assert.equal(kept.level, 'memory');
    const { connection, waiting } = coaching.sync.getStatus();
    assert.deepEqual([connection, waiting], ['signed-out', 1]);
    mock.heal();
    await coaching.sync.now();
    assert.deepEqual([coaching.sync.getStatus().connection, coaching.sync.getStatus().waiting], ['online', 0]);
  });
});
