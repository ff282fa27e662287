import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { routes, type Route } from '@coachkit/core/wire';
import { companyBehindHandler } from './support/company.ts';

const openAction = async (company: Awaited<ReturnType<typeof companyBehindHandler>>) => {
  const { ask, record, relationshipId } = company;
  const { relationshipId: _pair, ...body } = record;
  const path = `/relationships/${relationshipId}/records`;
  const made = await ask(path, { body, headers: { 'idempotency-key': 'first-record' } });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  return made.body.value.session.id as string;
};

describe('who asks', () => {
  test('is what authenticate says, and 401 otherwise', async () => {
    const { ask, handler, logged } = await companyBehindHandler();
    const answer = await ask('/agenda', { headers: { 'x-person': undefined } });
    assert.deepEqual([answer.status, answer.body.code], [401, 'auth-required']);
    assert.equal((await ask('/agenda?personId=priya', { as: 'tom' })).status, 404);
    const failing = await companyBehindHandler({ authenticate: () => Promise.reject(new Error('marker-of-the-host')) });
    const failed = await failing.ask('/agenda');
    assert.deepEqual([failed.status, failed.body.code, failed.body.retryable], [500, 'server-failed', true]);
    assert.doesNotMatch(JSON.stringify([failed.body, [...failed.headers], failing.logged]), /marker-of-the-host/);
    assert.ok(handler.openStreams === 0 && logged.length > 0);
  });

  test('no answer tells a foreign thing from one that does not exist', async () => {
    const company = await companyBehindHandler();
    const sessionId = await openAction(company);
    const bodies = [];
    for (const id of [sessionId, 'made-up']) {
      const { status, body } = await company.ask(`/sessions/${id}`, { as: 'sam' });
      bodies.push([status, { ...body, correlationId: '' }]);
    }
    assert.deepEqual(bodies[0], bodies[1]);
    const changes = [];
    for (const id of ['action-questions', 'made-up']) {
      const what = { as: 'sam', method: 'PATCH', body: { status: 'done' }, headers: { 'if-match': '"7"' } };
      const { status, body, headers } = await company.ask(`/actions/${id}`, what);
      changes.push([status, headers.get('etag'), { ...body, correlationId: '' }]);
    }
    assert.deepEqual(changes[0], changes[1]);
    const elsewhere = await company.ask(`/sessions/${sessionId}`, { tenant: 'other' });
    assert.equal(elsewhere.status, 404);
  });

  test('is slowed down after too many requests, alone', async () => {
    const { ask, clock } = await companyBehindHandler({ limits: { burst: 2, perSecond: 1 } });
    const statuses = [];
    for (let count = 0; count < 3; count += 1) statuses.push((await ask('/units')).status);
    assert.deepEqual(statuses, [200, 200, 429]);
    const { headers, body } = await ask('/units');
    assert.deepEqual([headers.get('retry-after'), body.code, body.retryable], ['1', 'busy', true]);
    assert.equal((await ask('/units', { as: 'tom' })).status, 200);
    clock.set('2026-11-24T09:30:05.000Z');
    assert.equal((await ask('/units')).status, 200);
  });
});

describe('where a request goes', () => {
  test('404 for what the table does not have, 405 with the methods of an address', async () => {
    const { ask, handler } = await companyBehindHandler();
    for (const path of ['/nothing', '/sessions/a/b', '/sessions/', '//sessions', '/sessions/%zz'])
      assert.equal((await ask(path)).status, 404, path);
    const wrong = await ask('/sessions', { method: 'DELETE' });
    assert.deepEqual([wrong.status, wrong.headers.get('allow')], [405, 'GET, POST, HEAD']);
    const outside = await handler(new Request('http://coaching.example/v2/units', { headers: { 'x-person': 'tom' } }));
    assert.equal(outside.status, 404);
  });

  test('HEAD answers as GET does, without a body', async () => {
    const { ask, handler } = await companyBehindHandler();
    const { status, body } = await ask('/units', { method: 'HEAD' });
    assert.deepEqual([status, body], [200, undefined]);
    assert.equal((await ask('/changes', { method: 'HEAD' })).status, 200);
    assert.equal(handler.openStreams, 0);
  });

  test('a handler under a path of the host knows it', async () => {
    const { handler } = await companyBehindHandler({ basePath: '/api/coaching' });
    const at = (path: string) => handler(new Request(`http://x.example${path}`, { headers: { 'x-person': 'tom' } }));
    assert.equal((await at('/api/coaching/v1/units')).status, 200);
    assert.equal((await at('/v1/units')).status, 404);
  });

  test('a parameter that there is not, or twice, is refused', async () => {
    const { ask } = await companyBehindHandler();
    const unknown = await ask('/agenda?personid=priya');
    assert.deepEqual(unknown.body.problems, [{ path: 'personid', rule: 'unknown-key' }]);
    assert.deepEqual((await ask('/agenda?personId=a&personId=b')).body.problems, [{ path: 'personId', rule: 'twice' }]);
    assert.deepEqual((await ask('/people?limit=ten', { roles: ['technical-admin'] })).body.problems, [
      { path: 'limit', rule: 'wrong-type' },
    ]);
    assert.equal((await ask('/people?limit=101', { roles: ['technical-admin'] })).status, 400);
    const twice = await ask('/actions/one', {
      method: 'PATCH',
      body: { actionId: 'two' },
      headers: { 'if-match': '*' },
    });
    assert.deepEqual(twice.body.problems, [{ path: 'actionId', rule: 'twice' }]);
  });
});

describe('what every answer carries', () => {
  test('is not kept, not sniffed, and has a name in the log', async () => {
    const { ask, logged } = await companyBehindHandler();
    for (const path of ['/units', '/nothing', '/sessions/made-up']) {
      const { headers, body } = await ask(path);
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.match(headers.get('vary') ?? '', /Authorization, Cookie/);
      const correlationId = headers.get('coachkit-correlation-id');
      assert.ok(logged.some((event) => event.event === 'request' && event.correlationId === correlationId));
      if (body.code !== undefined) {
        assert.equal(headers.get('content-type'), 'application/problem+json');
        assert.equal(body.correlationId, correlationId);
        assert.equal(body.type, `urn:coachkit:problem:${body.code}`);
      }
    }
  });

  test('the log holds no path, no query and no person', async () => {
    const { ask, logged } = await companyBehindHandler();
    await ask('/courses?query=marker-word');
    await ask('/sessions/marker-id');
    assert.ok(logged.some((event) => event.event === 'request' && event.route === 'courses.find'));
    assert.doesNotMatch(JSON.stringify(logged), /marker|priya/);
  });
});

describe('requests from other sites', () => {
  const page = 'https://app.example';
  const cross = { origin: page, 'sec-fetch-site': 'cross-site' };

  test('are refused, and CORS is off', async () => {
    const { ask } = await companyBehindHandler();
    const refused = await ask('/units', { headers: cross });
    assert.deepEqual([refused.status, refused.headers.get('access-control-allow-origin')], [403, null]);
    assert.equal((await ask('/units', { method: 'OPTIONS', headers: cross })).status, 403);
    assert.equal((await ask('/units', { headers: { 'sec-fetch-site': 'same-origin' } })).status, 200);
  });

  test('are answered for exactly the origins that are allowed', async () => {
    const { ask } = await companyBehindHandler({ allowedOrigins: [page] });
    const preflight = await ask('/drafts', {
      method: 'OPTIONS',
      headers: { ...cross, 'access-control-request-method': 'PUT', 'x-person': undefined },
    });
    assert.equal(preflight.status, 204);
    assert.equal(preflight.headers.get('access-control-allow-origin'), page);
    assert.match(preflight.headers.get('access-control-allow-methods') ?? '', /PUT/);
    assert.match(preflight.headers.get('access-control-allow-headers') ?? '', /coachkit-version/);
    const answer = await ask('/units', { headers: cross });
    assert.deepEqual([answer.status, answer.headers.get('access-control-allow-origin')], [200, page]);
    assert.match(answer.headers.get('vary') ?? '', /Origin/);
    for (const origin of ['https://app.example.evil', 'http://app.example', 'null'])
      assert.equal((await ask('/units', { headers: { ...cross, origin } })).status, 403, origin);
  });

  test('a site that is trusted is answered, without CORS', async () => {
    const { ask } = await companyBehindHandler({ trustedSites: [page] });
    const answer = await ask('/units', { headers: cross });
    assert.deepEqual([answer.status, answer.headers.get('access-control-allow-origin')], [200, null]);
  });
});

describe('changes', () => {
  test('want a header that no form can send, and JSON', async () => {
    const company = await companyBehindHandler();
    const body = { relationshipId: company.relationshipId, date: '2026-12-01' };
    const send = (headers: Record<string, string | undefined>) =>
      company.ask('/sessions', { body, headers: { 'idempotency-key': 'one', ...headers } });
    assert.equal((await send({ 'coachkit-version': undefined })).status, 400);
    assert.equal((await send({ 'content-type': 'text/plain' })).status, 415);
    assert.equal((await send({ 'content-type': undefined })).status, 415);
    assert.equal((await send({ 'content-type': 'application/json; charset=utf-16' })).status, 415);
    assert.equal((await send({ 'content-type': 'application/json; charset=utf-8' })).status, 201);
  });

  test('what makes something wants an idempotency key', async () => {
    const { ask, relationshipId } = await companyBehindHandler();
    const body = { relationshipId, date: '2026-12-01' };
    const without = await ask('/sessions', { body });
    assert.deepEqual([without.status, without.body.problems], [400, [{ path: 'Idempotency-Key', rule: 'required' }]]);
    assert.equal((await ask('/sessions', { body, headers: { 'idempotency-key': 'a b' } })).status, 400);
    const long = { 'idempotency-key': 'k'.repeat(128) };
    const made = await ask('/sessions', { body, headers: long });
    assert.deepEqual([made.status, made.headers.get('etag')], [201, '"1"']);
    assert.deepEqual((await ask('/sessions', { body, headers: long })).body, made.body);
  });

  test('every change of one thing wants the version it changes', async () => {
    const { ask } = await companyBehindHandler();
    for (const { method, path, kind } of Object.values(routes) as Route[]) {
      if (kind !== 'change') continue;
      const { status, body } = await ask(path.replaceAll(/\{\w+\}/g, 'some-id'), { method, body: {} });
      assert.deepEqual([status, body.problems], [428, [{ path: 'If-Match', rule: 'required' }]], path);
    }
  });

  test('another version is a mismatch that names the current one; the right one and * go through', async () => {
    const company = await companyBehindHandler();
    await openAction(company);
    const change = (tag: string, body: object) =>
      company.ask('/actions/action-questions', { method: 'PATCH', body, headers: { 'if-match': tag } });
    const done = await change('"1"', { status: 'done' });
    assert.deepEqual([done.status, done.headers.get('etag')], [200, '"2"']);
    const late = await change('"1"', { text: 'Other words' });
    assert.equal(late.status, 412);
    assert.deepEqual(late.body.documents, [
      { kind: 'action', id: 'action-questions', expectedVersion: 1, actualVersion: 2 },
    ]);
    assert.deepEqual((await change('*', { status: 'open' })).headers.get('etag'), '"3"');
    for (const tag of ['3', 'W/"3"', '"3", "4"', '""', '"-1"']) assert.equal((await change(tag, {})).status, 400, tag);
  });

  test('a record is corrected with the version in the header, in the body, or in both when they agree', async () => {
    const company = await companyBehindHandler();
    const sessionId = await openAction(company);
    const { focus, points } = company.record;
    const correct = (version: number | undefined, tag: string | undefined) =>
      company.ask(`/sessions/${sessionId}`, {
        method: 'PATCH',
        body: { focus, points, ...(version !== undefined && { version }) },
        headers: { 'if-match': tag },
      });
    assert.equal((await correct(undefined, '"1"')).headers.get('etag'), '"2"');
    assert.equal((await correct(2, undefined)).status, 200);
    assert.equal((await correct(3, '"3"')).status, 200);
    assert.equal((await correct(4, '"3"')).status, 400);
    assert.equal((await correct(undefined, '"3"')).status, 412);
    assert.equal((await correct(undefined, '*')).status, 200);
    assert.equal((await correct(undefined, undefined)).status, 428);
  });

  test('what is put where nothing is may say so', async () => {
    const { ask } = await companyBehindHandler();
    const put = (headers: Record<string, string>) =>
      ask('/units/new-unit', {
        ...{ method: 'PUT', roles: ['technical-admin'] as const, headers },
        body: { kind: 'team', name: 'New' },
      });
    assert.equal((await put({ 'if-match': '"1"' })).status, 412);
    assert.equal((await put({ 'if-none-match': '*' })).headers.get('etag'), '"1"');
    const again = await put({ 'if-none-match': '*' });
    assert.deepEqual([again.status, again.body.documents[0].actualVersion], [412, 1]);
  });
});

describe('bodies', () => {
  const heads = { 'x-person': 'priya', 'content-type': 'application/json', 'coachkit-version': '1' };

  test('are cut at their limit, however they come', async () => {
    const { ask, handler } = await companyBehindHandler();
    const long = await ask('/operations', { body: `{"a":"${'x'.repeat(256 * 1024)}"}` });
    assert.deepEqual([long.status, long.body.problems], [413, [{ path: '', rule: 'too-long', limit: 262_144 }]]);
    let sent = 0;
    let isCancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(16 * 1024).fill(32));
      },
      cancel: () => void (isCancelled = true),
    });
    const options = { method: 'POST', headers: heads, body: endless, duplex: 'half' };
    const answer = await handler(new Request('http://x.example/v1/operations', options as RequestInit));
    assert.deepEqual([answer.status, isCancelled], [413, true]);
    assert.ok(sent < 30, `${sent} chunks were read`);
  });

  test('are JSON objects in UTF-8 of at most 32 levels', async () => {
    const { ask, handler } = await companyBehindHandler();
    const nested = (levels: number) => `{"operations":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;
    assert.deepEqual((await ask('/operations', { body: nested(33) })).body.problems, [
      { path: '', rule: 'too-large', limit: 32 },
    ]);
    assert.equal((await ask('/operations', { body: nested(20_000) })).status, 400);
    for (const body of ['\uFEFF', '\uFEFF{}', '[]', '1', 'null', '"text"', '{', '{"a":1}}', 'undefined'])
      assert.equal((await ask('/operations', { body })).status, 400, body);
    const options = { method: 'POST', headers: heads, body: new Uint8Array([123, 34, 255, 34, 58, 49, 125]) };
    assert.equal((await handler(new Request('http://x.example/v1/operations', options))).status, 400);
  });

  test('brackets in words are words', async () => {
    const { ask, relationshipId } = await companyBehindHandler();
    const text = `${'['.repeat(60)} "quoted" \\ {`;
    const added = await ask(`/relationships/${relationshipId}/actions`, {
      body: { text, ownerId: 'tom', dueDate: '2026-12-01' },
      headers: { 'idempotency-key': 'brackets' },
    });
    assert.deepEqual([added.status, added.body.value.text], [201, text]);
  });

  test('keys that are no keys are refused, and of a key that comes twice the last one counts', async () => {
    const { ask, relationshipId } = await companyBehindHandler();
    const path = `/relationships/${relationshipId}/actions`;
    const body = (more: string) => `{"text":"One","ownerId":"tom","dueDate":"2026-12-01"${more}}`;
    const headers = { 'idempotency-key': 'keys' };
    for (const more of [',"__proto__":{"isAdmin":true}', ',"constructor":{}', ',"toString":1', ',"extra":1'])
      assert.equal((await ask(path, { body: body(more), headers })).status, 400, more);
    assert.equal((await ask(path, { body: body(',"text":"Two"'), headers })).body.value.text, 'Two');
    assert.equal(({} as Record<string, unknown>)['isAdmin'], undefined);
  });
});

test('a request that takes too long is answered, and writes nothing afterwards', async () => {
  const company = await companyBehindHandler();
  const { source, relationshipId } = company;
  let release: () => void = () => undefined;
  const wait = new Promise<void>((resolve) => (release = resolve));
  const slow = {
    ...source,
    storageFor: (actor: Parameters<typeof source.storageFor>[0]) => {
      const storage = source.storageFor(actor);
      return {
        ...storage,
        get: async (...args: Parameters<typeof storage.get>) => wait.then(() => storage.get(...args)),
      };
    },
  };
  const late = await companyBehindHandler({ storage: slow, limits: { deadline: 30 } });
  const before = await dump(source);
  const answer = await late.ask(`/relationships/${relationshipId}/actions`, {
    body: { text: 'One', ownerId: 'tom', dueDate: '2026-12-01' },
    headers: { 'idempotency-key': 'slow' },
  });
  assert.deepEqual([answer.status, answer.body.code, answer.body.retryable], [503, 'busy', true]);
  release();
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(await dump(source), before);
});

async function dump(source: Awaited<ReturnType<typeof companyBehindHandler>>['source']): Promise<string> {
  const storage = source.storageFor({ tenantId: 'suite', personId: 'priya', roles: [] });
  const { documents } = await storage.query('action', { index: 'id' });
  const operations = await storage.query('operation', { index: 'id' });
  return JSON.stringify([documents, operations.documents]);
}

test('a handler refuses options that cannot be meant', async () => {
  await assert.rejects(companyBehindHandler({ deviceKeySecret: 'short' }), RangeError);
  await assert.rejects(companyBehindHandler({ limits: { deadline: 0 } }), RangeError);
});

test('a key for a device is the same for one person and another for everybody else', async () => {
  const { ask } = await companyBehindHandler({ deviceKeySecret: 'a secret of thirty-two characters' });
  const keyOf = async (what: object) => (await ask('/device-key', what)).body.key as string;
  const own = await keyOf({ as: 'priya' });
  assert.equal(Buffer.from(own, 'base64url').length, 32);
  assert.equal(await keyOf({ as: 'priya' }), own);
  assert.notEqual(await keyOf({ as: 'tom' }), own);
  assert.notEqual(await keyOf({ as: 'priya', tenant: 'other' }), own);
  const none = await companyBehindHandler();
  assert.equal((await none.ask('/device-key')).status, 501);
});
