import { createCoaching, type Actor, type Session } from '@coachkit/core';
import { foundCompany, suiteCourses, suiteSkills, suiteStart, typicalRecord } from '@coachkit/testing/coaching-suite';
import { createCountingIds, createFakeClock, createFakeLearningSystem } from '@coachkit/testing/fakes';
import { createMockServer, type MockServer } from '@coachkit/testing/msw';
import { runServerSuite, type ServerHarness } from '@coachkit/testing/server-suite';
import { createSkillList } from '@coachkit/core';
import { getResponse } from 'msw';
import { setupServer } from 'msw/node';
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';

/** A mock for each tenant, asked without a network. */
function mockedHarness(): ServerHarness {
  const mocks = new Map<string, MockServer>();
  return {
    url: 'https://coaching.example',
    newTenant() {
      const tenantId = `tenant-${mocks.size + 1}`;
      mocks.set(tenantId, createMockServer());
      return tenantId;
    },
    headersFor: (actor) => ({ 'X-Test-Actor': JSON.stringify(actor) }),
    async fetch(request) {
      const header = request.headers.get('X-Test-Actor');
      const actor = header === null ? undefined : (JSON.parse(header) as Actor);
      const mock = mocks.get(actor?.tenantId ?? 'tenant-1');
      mock?.signIn(actor);
      return (await getResponse([...(mock?.handlers ?? [])], request)) ?? new Response(null, { status: 404 });
    },
  };
}

test('what a mock server answers keeps the promises of the contract that are about what is done', async () => {
  // Limits, addresses and how requests travel are for real servers; a mock without a disk has no commit to break.
  const promises = [1, 2, 3, 5, 6, 7, 8, 9, 10, 14, 15, 18, 19, 20];
  const { broken, table } = await runServerSuite(mockedHarness(), { promises });
  assert.deepEqual(broken, [], table);
});

describe('a host that talks to a mock server', () => {
  const actor: Actor = { tenantId: 'suite', personId: 'priya', roles: [] };
  const parts = {
    clock: createFakeClock(suiteStart),
    lms: createFakeLearningSystem(suiteCourses),
    skills: createSkillList(suiteSkills),
  };
  const mock = createMockServer({ as: actor, url: 'https://coaching.example/api', ...parts });
  const server = setupServer(...mock.handlers);
  let relationshipId = '';

  before(async () => {
    server.listen({ onUnhandledFrame: 'error' });
    const as = (personId: string, roles: Actor['roles'] = []) =>
      Promise.resolve(
        createCoaching({
          storage: mock.storage,
          actor: { ...actor, personId, roles },
          newId: createCountingIds(personId),
          ...parts,
        }),
      );
    ({ relationshipId } = await foundCompany({ as, ...parts, cleanUp: () => Promise.resolve() }));
  });
  beforeEach(() => {
    mock.heal();
    mock.signIn(actor);
  });
  after(() => server.close());

  const address = 'https://coaching.example/api/v1';
  const record = (key: string) => {
    const { relationshipId: _pair, ...body } = { ...typicalRecord(relationshipId), actions: [] };
    return fetch(`${address}/relationships/${relationshipId}/records`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'CoachKit-Version': '1', 'Idempotency-Key': key },
      body: JSON.stringify(body),
    });
  };
  const sessions = async () => {
    const response = await fetch(`${address}/sessions?relationshipId=${relationshipId}`);
    return ((await response.json()) as { readonly items: readonly Session[] }).items;
  };

  test('a lost answer has done what it was asked for, once', async () => {
    mock.fail({ kind: 'lost-answer' }, 'sessions.record', 1);
    await assert.rejects(record('key-of-the-record'));
    assert.equal((await record('key-of-the-record')).status, 201);
    assert.equal((await sessions()).length, 1);
  });

  test('offline nothing arrives', async () => {
    mock.fail({ kind: 'offline' });
    await assert.rejects(sessions());
    mock.heal();
    assert.ok((await sessions()).length >= 0);
  });

  test('too many requests say when to come back', async () => {
    mock.fail({ kind: 'status', status: 429, retryAfter: 7 }, 'sessions.page', 2);
    for (const expected of [429, 429, 200]) {
      const response = await fetch(`${address}/sessions?relationshipId=${relationshipId}`);
      assert.equal(response.status, expected);
      assert.equal(response.headers.get('Retry-After'), expected === 429 ? '7' : null);
    }
  });

  test('a proxy answers with its own page', async () => {
    mock.fail({ kind: 'html' }, 'sessions.agenda');
    const response = await fetch(`${address}/agenda`);
    assert.deepEqual([response.status, response.headers.get('Content-Type')], [200, 'text/html']);
    assert.equal((await fetch(`${address}/units`)).headers.get('Content-Type'), 'application/json');
  });

  test('half of an answer is no JSON', async () => {
    mock.fail({ kind: 'truncated' }, 'replica');
    await assert.rejects((await fetch(`${address}/replica`)).json(), SyntaxError);
  });

  test('a slow answer can be given up', async () => {
    mock.fail({ kind: 'slow', milliseconds: 60_000 });
    await assert.rejects(fetch(`${address}/agenda`, { signal: AbortSignal.timeout(20) }));
  });

  test('a request that arrives twice is answered once', async () => {
    mock.fail({ kind: 'arrives-twice' }, 'plans.addGoal');
    const add = (headers: Record<string, string>) =>
      fetch(`${address}/employees/tom/goals`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify({ title: 'Say no' }),
      });
    assert.equal((await add({ 'Idempotency-Key': 'twice' })).status, 201);
    const goals = (await (await fetch(`${address}/employees/tom/goals`)).json()) as readonly unknown[];
    assert.equal(goals.length, 1);
  });

  test('signed out, everything is refused, by fault and by nobody being there', async () => {
    mock.fail({ kind: 'signed-out' }, 'all', 1);
    assert.equal((await fetch(`${address}/agenda`)).status, 401);
    assert.equal((await fetch(`${address}/agenda`)).status, 200);
    mock.signIn();
    assert.equal((await fetch(`${address}/agenda`)).status, 401);
  });
});
