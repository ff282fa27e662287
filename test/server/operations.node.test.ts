import type { StorageChange } from '@coachkit/core';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { companyBehindHandler, type Loose } from './support/company.ts';

type Server = Awaited<ReturnType<typeof companyBehindHandler>>;

const send = async (server: Server, operations: readonly object[], what: object = {}) => {
  const { status, body } = await server.ask('/operations', { body: { operations }, ...what });
  assert.equal(status, 200, JSON.stringify(body));
  return body.results;
};

/** A company with a recorded session of two actions. */
async function withRecord() {
  const server = await companyBehindHandler();
  const [result] = await send(server, [{ id: 'op-record', verb: 'sessions.record', input: server.record }]);
  assert.equal(result.status, 'applied', JSON.stringify(result));
  const storage = server.source.storageFor({ tenantId: 'suite', personId: 'priya', roles: [] });
  const bodyOf = async (kind: 'action' | 'session' | 'sessionContent', id: string): Promise<Loose> =>
    (await storage.get(kind, id))?.body;
  const conflicts = async () => (await storage.query('conflict', { index: 'id' })).documents.map(({ body }) => body);
  return { server, storage, bodyOf, conflicts, sessionId: result.result.value.session.id as string };
}

const add = (relationshipId: string, text = 'One') => ({
  id: 'op-add',
  verb: 'actions.add',
  input: { relationshipId, text, ownerId: 'tom', dueDate: '2026-12-01' },
});

describe('an operation is applied once', () => {
  test('however often it comes, with the same answer, and with ids made from its own', async () => {
    const server = await companyBehindHandler();
    const first = await send(server, [add(server.relationshipId)]);
    assert.equal(first[0].result.value.id, 'op-add.1');
    assert.deepEqual(
      first[0].documents.map(({ kind, version }: Loose) => [kind, version]),
      [['action', 1]],
    );
    assert.deepEqual(await send(server, [add(server.relationshipId)]), first);
    const { body } = await server.ask('/actions');
    assert.equal(body.actions.length, 1);
  });

  test('when it comes ten times at the same moment', async () => {
    const server = await companyBehindHandler();
    const all = await Promise.all(Array.from({ length: 10 }, () => send(server, [add(server.relationshipId)])));
    for (const results of all) assert.deepEqual(results, all[0]);
    assert.equal((await server.ask('/actions')).body.actions.length, 1);
  });

  test('and refused when the same id comes with something else', async () => {
    const server = await companyBehindHandler();
    await send(server, [add(server.relationshipId)]);
    const [again] = await send(server, [add(server.relationshipId, 'Two')]);
    assert.deepEqual([again.status, again.problem.code, again.problem.status], ['refused', 'operation-reused', 422]);
    const direct = await server.ask(`/relationships/${server.relationshipId}/actions`, {
      body: { text: 'Two', ownerId: 'tom', dueDate: '2026-12-01' },
      headers: { 'idempotency-key': 'op-add' },
    });
    assert.deepEqual([direct.status, direct.body.code], [422, 'operation-reused']);
  });

  test("and somebody else's of the same id is neither told nor in the way", async () => {
    const server = await companyBehindHandler();
    await send(server, [{ id: 'shared', verb: 'drafts.discard', input: { relationshipId: server.relationshipId } }]);
    const [other] = await send(server, [{ ...add(server.relationshipId), id: 'shared' }], { as: 'tom' });
    assert.equal(other.status, 'applied', JSON.stringify(other));
    assert.equal((await server.ask('/actions', { as: 'tom' })).body.actions.length, 1);
    const [stranger] = await send(server, [{ ...add(server.relationshipId), id: 'op-add' }], { as: 'sam' });
    assert.deepEqual([stranger.status, stranger.problem.code], ['refused', 'not-found']);
  });

  test('in one commit with what it writes', async () => {
    const commits: (readonly StorageChange[])[] = [];
    const server = await companyBehindHandler();
    const watched = {
      ...server.source,
      storageFor: (actor: Parameters<typeof server.source.storageFor>[0]) => {
        const storage = server.source.storageFor(actor);
        return {
          ...storage,
          commit: (changes: readonly StorageChange[]) => (commits.push(changes), storage.commit(changes)),
        };
      },
    };
    const other = await companyBehindHandler({ storage: watched });
    await send(other, [{ id: 'op-record', verb: 'sessions.record', input: server.record }]);
    assert.equal(commits.length, 1);
    const kinds = new Set(commits[0]?.map(({ kind }) => kind));
    for (const kind of ['session', 'sessionContent', 'sessionFact', 'action', 'operation'] as const)
      assert.ok(kinds.has(kind), kind);
  });
});

describe('a batch', () => {
  test('is applied in order; a refusal does not stop it, a failure does', async () => {
    const server = await companyBehindHandler();
    const results = await send(server, [
      { id: 'a', verb: 'actions.update', input: { actionId: 'nothing', status: 'done' } },
      { id: 'b', verb: 'no.verb', input: {} },
      { id: 'c', verb: 'directory.units', input: {} },
      add(server.relationshipId),
      { id: 'd', verb: 'actions.update', input: { actionId: 'op-add.1', status: 'done' } },
    ]);
    assert.deepEqual(
      results.map(({ status, problem }: Loose) => [status, problem?.code]),
      [
        ['refused', 'not-found'],
        ['refused', 'not-supported'],
        ['refused', 'not-supported'],
        ['applied', undefined],
        ['applied', undefined],
      ],
    );
    const full = { ...server.source, storageFor: (actor: Loose) => failing(server.source.storageFor(actor)) };
    const broken = await companyBehindHandler({ storage: full });
    const stopped = await send(broken, [
      { ...add(server.relationshipId), id: 'sooner' },
      { ...add(server.relationshipId), id: 'later' },
    ]);
    assert.deepEqual(
      stopped.map(({ status, problem }: Loose) => [status, problem.code]),
      [['failed', 'server-failed']],
    );
    assert.doesNotMatch(JSON.stringify(stopped), /marker/);
  });

  test('has one to a hundred operations of the right shape', async () => {
    const server = await companyBehindHandler();
    const one = add(server.relationshipId);
    for (const operations of [
      [],
      Array.from({ length: 101 }, (_, index) => ({ ...one, id: `o${index}` })),
      [{}],
      [{ ...one, extra: 1 }],
    ])
      assert.equal((await server.ask('/operations', { body: { operations } })).status, 400);
  });

  test('acts as if it had come when it was made, at most 30 days ago', async () => {
    const { server, bodyOf } = await withRecord();
    const day = 24 * 60 * 60 * 1000;
    const close = (id: string, status: string, age: number) =>
      send(server, [{ id, verb: 'actions.update', input: { actionId: 'action-questions', status }, age }]);
    await close('one', 'done', 2 * day);
    assert.equal((await bodyOf('action', 'action-questions')).closedAt, '2026-11-22T09:30:00.000Z');
    await close('two', 'dropped', 400 * day);
    assert.equal((await bodyOf('action', 'action-questions')).closedAt, '2026-10-25T09:30:00.000Z');
    await close('three', 'done', -400 * day);
    assert.equal((await bodyOf('action', 'action-questions')).closedAt, '2026-11-24T09:30:00.000Z');
  });

  test('a course is asked for once the record is kept, and once', async () => {
    const server = await companyBehindHandler();
    const activities = [{ kind: 'course', courseId: 'course-trading', intent: 'assign' }];
    const [first] = server.record.actions;
    const input = { ...server.record, actions: [{ ...first, activities }] };
    for (let time = 0; time < 2; time += 1) await send(server, [{ id: 'op', verb: 'sessions.record', input }]);
    for (let wait = 0; wait < 100 && server.lms.enrolments.length === 0; wait += 1)
      await new Promise((resolve) => setTimeout(resolve, 5));
    assert.deepEqual(server.lms.enrolments, [{ personId: 'tom', courseId: 'course-trading' }]);
  });
});

function failing(storage: Loose) {
  return { ...storage, commit: () => Promise.reject(new Error('marker')) };
}

describe('fields merge one by one', () => {
  const update = (id: string, fields: object, base: object) => ({
    ...{ id, verb: 'actions.update', base },
    input: { actionId: 'action-questions', ...fields },
  });
  const base = { text: 'Draft three trade-off questions', dueDate: '2026-11-27', status: 'open' };

  test('two different fields both stand', async () => {
    const { server, bodyOf, conflicts } = await withRecord();
    await send(server, [update('a', { dueDate: '2026-12-10' }, base)], { as: 'tom' });
    await send(server, [update('b', { text: 'Draft four', dueDate: base.dueDate }, base)]);
    const { text, dueDate } = await bodyOf('action', 'action-questions');
    assert.deepEqual([text, dueDate, await conflicts()], ['Draft four', '2026-12-10', []]);
  });

  test('the same field twice: the first stands, the second is kept beside it and shown to both', async () => {
    const { server, bodyOf, conflicts, storage } = await withRecord();
    await send(server, [update('a', { text: 'By Tom' }, base)], { as: 'tom' });
    const [result] = await send(server, [update('b', { text: 'By Priya' }, base)]);
    assert.equal(result.status, 'applied');
    assert.equal(result.result.value.text, 'By Tom');
    assert.deepEqual([...result.documents.map(({ kind }: Loose) => kind)], ['conflict']);
    assert.equal((await bodyOf('action', 'action-questions')).text, 'By Tom');
    assert.equal((await storage.get('action', 'action-questions'))?.version, 2);
    const [conflict] = await conflicts();
    const { other, authorId, field, employeeId, managerId } = conflict as Loose;
    assert.deepEqual([other, authorId, field, employeeId, managerId], ['By Priya', 'priya', 'text', 'tom', 'priya']);
    for (const as of ['tom', 'priya']) {
      const [view] = (await server.ask('/conflicts', { as })).body;
      assert.deepEqual([view.current, view.conflict.other], ['By Tom', 'By Priya']);
    }
    await send(server, [update('b', { text: 'By Priya' }, base)]);
    assert.equal((await conflicts()).length, 1);
    const [chosen] = await send(server, [
      { id: 'c', verb: 'conflicts.resolve', input: { conflictId: (conflict as Loose).id, take: 'other' } },
    ]);
    assert.equal(chosen.status, 'applied', JSON.stringify(chosen));
    assert.equal((await bodyOf('action', 'action-questions')).text, 'By Priya');
  });

  test('the same change twice is one change', async () => {
    const { server, storage, conflicts } = await withRecord();
    await send(server, [update('a', { status: 'done' }, base)], { as: 'tom' });
    const [result] = await send(server, [update('b', { status: 'done' }, base)]);
    assert.equal(result.result.value.closedBy, 'tom');
    assert.deepEqual([(await storage.get('action', 'action-questions'))?.version, await conflicts()], [2, []]);
  });

  test('what was only shown is not written back over a newer value', async () => {
    const { server, bodyOf } = await withRecord();
    await send(server, [update('a', { dueDate: '2026-12-10' }, base)], { as: 'tom' });
    await send(server, [update('b', { ...base, status: 'done' }, base)]);
    const { dueDate, status } = await bodyOf('action', 'action-questions');
    assert.deepEqual([dueDate, status], ['2026-12-10', 'done']);
  });

  test('two corrections of a record: focus of one, points of the other, and versions of both', async () => {
    const { server, bodyOf, conflicts, sessionId } = await withRecord();
    const { focus, points } = server.record;
    const before = { focus, points, date: '2026-11-24', durationMinutes: 50 };
    const correct = (id: string, change: object) => ({
      ...{ id, verb: 'sessions.correct', base: before },
      input: { sessionId, version: 1, focus, points, ...change },
    });
    await send(server, [correct('a', { focus: { ...focus, label: 'Bargaining' } })]);
    const [second] = await send(server, [correct('b', { points: ['One point.'] })]);
    assert.equal(second.status, 'applied', JSON.stringify(second));
    const content = await bodyOf('sessionContent', sessionId);
    assert.deepEqual([content.focus.label, content.points], ['Bargaining', ['One point.']]);
    const [third] = await send(server, [correct('c', { points: ['Another point.'], durationMinutes: 45 })]);
    assert.equal(third.status, 'applied', JSON.stringify(third));
    assert.equal((await bodyOf('session', sessionId)).durationMinutes, 45);
    assert.deepEqual(
      (await conflicts()).map((each: Loose) => [each.field, each.other]),
      [['points', ['Another point.']]],
    );
  });

  test('nobody makes a conflict in what is not theirs', async () => {
    const { server, conflicts } = await withRecord();
    await send(server, [update('a', { text: 'By Tom' }, base)], { as: 'tom' });
    const [refused] = await send(server, [update('b', { text: 'By Sam' }, base)], { as: 'sam' });
    assert.deepEqual([refused.status, refused.problem.code, await conflicts()], ['refused', 'not-found', []]);
  });

  test('a change that meets another one in between is laid over it again', async () => {
    const { server, bodyOf, conflicts } = await withRecord();
    const all = Array.from({ length: 4 }, (_, index) => update(`race-${index}`, { text: `Text ${index}` }, base));
    const results = await Promise.all(all.map((operation) => send(server, [operation])));
    assert.deepEqual(
      results.flat().map(({ status }: Loose) => status),
      Array(4).fill('applied'),
    );
    const kept = [
      (await bodyOf('action', 'action-questions')).text,
      ...(await conflicts()).map((each: Loose) => each.other),
    ];
    assert.deepEqual(kept.sort(), ['Text 0', 'Text 1', 'Text 2', 'Text 3']);
  });

  test('a draft that was gone on with elsewhere is not thrown away', async () => {
    const server = await companyBehindHandler();
    const { relationshipId } = server;
    const draft = {
      ...{
        relationshipId,
        date: '2026-11-24',
        durationMinutes: 60,
        reviews: [],
        focusQuery: '',
        points: ['Half a thought'],
      },
      ...{ actions: [], quickEntry: '', activeSeconds: 1 },
    };
    const save = (version: number) => server.ask('/drafts', { method: 'PUT', body: { draft, version } });
    assert.deepEqual([(await save(0)).status, (await save(1)).status, (await save(1)).status], [200, 200, 409]);
    const discard = (id: string, version: number) =>
      send(server, [{ id, verb: 'drafts.discard', input: { relationshipId }, base: { version } }]);
    assert.equal((await discard('early', 1))[0].status, 'applied');
    assert.equal((await server.ask(`/drafts/${relationshipId}`)).body.version, 2);
    assert.deepEqual((await discard('late', 2))[0].gone, [{ kind: 'draft', id: `priya/${relationshipId}` }]);
    assert.equal((await server.ask(`/drafts/${relationshipId}`)).status, 204);
  });
});
