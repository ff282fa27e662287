import { createMemoryStorageSource, type Storage } from '@coachkit/core';
import {
  ConfigurationError,
  forgetOperations,
  readConfiguration,
  startServer,
  type Configuration,
  type ServerEvent,
} from '@coachkit/server/standalone';
import { createFakeClock } from '@coachkit/testing/fakes';
import assert from 'node:assert/strict';
import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import { describe, test, type TestContext } from 'node:test';

const proxySecret = 'a secret of the proxy';
const base: Configuration = {
  port: 0,
  host: '127.0.0.1',
  data: 'data',
  signIn: { kind: 'proxy', secret: proxySecret },
};

async function start(context: TestContext, configuration: Partial<Configuration> = {}) {
  const events: ServerEvent[] = [];
  const storage = createMemoryStorageSource();
  let isOpen = true;
  const closing = { ...storage, close: () => ((isOpen = false), storage.close()) };
  const clock = createFakeClock('2026-11-24T09:30:00.000Z');
  const server = await startServer({
    ...{ configuration: { ...base, ...configuration }, storage: closing, clock },
    log: (event) => events.push(event),
  });
  context.after(() => server.stop());
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET', body?: string) =>
    fetch(server.address + path, { method, headers, ...(body !== undefined && { body }), signal: context.signal });
  return { server, storage, events, ask, isOpen: () => isOpen };
}

const asPriya = { 'x-coachkit-secret': proxySecret, 'x-coachkit-tenant': 'suite', 'x-coachkit-person': 'priya' };

describe('settings', () => {
  const secret = { COACHKIT_PROXY_SECRET: proxySecret };

  test('come from the file, with the environment over it', () => {
    const file = JSON.stringify({ port: 1, host: '::1', signIn: { kind: 'proxy', secret: 'another long secret' } });
    const { port, host, data, signIn } = readConfiguration(file, { PORT: '2', ...secret });
    assert.deepEqual([port, host, data, signIn], [2, '::1', 'data', { kind: 'proxy', secret: proxySecret }]);
  });

  test('that are wrong are named, and never shown', () => {
    const fieldsOf = (text: string, environment: Record<string, string> = secret) => {
      try {
        readConfiguration(text, environment);
        return [];
      } catch (error) {
        assert.ok(error instanceof ConfigurationError, String(error));
        assert.doesNotMatch(error.message, /marker/);
        return error.problems.map(({ field }) => field);
      }
    };
    assert.deepEqual(fieldsOf('{'), ['the file']);
    assert.deepEqual(fieldsOf('[]'), ['the file']);
    assert.deepEqual(fieldsOf('{"portt":1}'), ['portt']);
    assert.deepEqual(fieldsOf('', { ...secret, PORT: 'marker' }), ['port']);
    assert.deepEqual(fieldsOf('', { ...secret, PORT: '70000' }), ['port']);
    assert.deepEqual(fieldsOf('', { ...secret, DATABASE_URL: 'mysql://marker' }), ['databaseUrl']);
    assert.deepEqual(fieldsOf('', {}), ['signIn']);
    assert.deepEqual(fieldsOf('', { COACHKIT_PROXY_SECRET: 'marker' }), ['signIn.secret']);
    assert.deepEqual(fieldsOf('', { ...secret, COACHKIT_ALLOWED_ORIGINS: 'https://a.example, *' }), [
      'allowedOrigins.1',
    ]);
    assert.deepEqual(fieldsOf('', { ...secret, COACHKIT_DEVICE_KEY_SECRET: 'marker' }), ['deviceKeySecret']);
  });
});

describe('the standalone server', () => {
  test('says whether it lives and whether it is ready, and answers who its proxy names', async (context) => {
    const { ask, events } = await start(context);
    assert.deepEqual(await (await ask('/health')).json(), { status: 'ok' });
    assert.equal((await ask('/ready')).status, 200);
    assert.equal((await ask('/v1/units', asPriya)).status, 200);
    for (const wrong of [{ 'x-coachkit-secret': 'guess' }, { 'x-coachkit-person': '' }, { 'x-coachkit-tenant': 'a b' }])
      assert.equal((await ask('/v1/units', { ...asPriya, ...wrong })).status, 401);
    assert.equal((await ask('/v1/people', { ...asPriya, 'x-coachkit-roles': 'technical-admin' })).status, 200);
    assert.equal((await ask('/v1/people', { ...asPriya, 'x-coachkit-roles': 'god' })).status, 403);
    assert.ok(events.some(({ event }) => event === 'request'));
  });

  test('ends streams, then its storage, when it stops', async (context) => {
    const { ask, server, events, isOpen } = await start(context);
    const stream = await ask('/v1/changes', asPriya);
    const reader = stream.body!.getReader();
    assert.match(new TextDecoder().decode((await reader.read()).value), /event: changed/);
    await server.stop();
    let isEnded = false;
    while (!isEnded) isEnded = (await reader.read()).done;
    assert.equal(isOpen(), false);
    assert.equal(events.at(-1)?.event, 'stopped');
    await assert.rejects(ask('/health'));
  });

  test('lets go of a stream whose reader is gone, and of a body that is too long', async (context) => {
    const { ask, server } = await start(context);
    const gone = new AbortController();
    await fetch(`${server.address}/v1/changes`, { headers: asPriya, signal: gone.signal });
    gone.abort();
    const heads = { ...asPriya, 'content-type': 'application/json', 'coachkit-version': '1' };
    const long = await ask('/v1/operations', heads, 'POST', `{"a":"${'x'.repeat(1024 * 1024)}"}`).catch(
      () => undefined,
    );
    // The connection may be closed while the body is still being sent.
    assert.ok(long === undefined || long.status === 413);
    assert.equal((await ask('/v1/units', asPriya)).status, 200);
  });
});

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('tokens', () => {
  const key = 'a secret of at least thirty-two characters';
  const now = Date.parse('2026-11-24T09:30:00.000Z') / 1000;
  const claims = { sub: 'priya', tenant: 'suite', exp: now + 60, aud: 'coachkit', iss: 'https://id.example' };
  const signed = (head: object, body: object, secret = key) => {
    const text = `${part(head)}.${part(body)}`;
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  };
  const hs = { alg: 'HS256', typ: 'JWT' };

  test('signed with the secret are believed, and nothing else is', async (context) => {
    const signIn = {
      ...({ kind: 'jwt', algorithm: 'HS256', key } as const),
      audience: 'coachkit',
      issuer: 'https://id.example',
    } as const;
    const { ask } = await start(context, { signIn });
    const statusOf = async (token: string) => (await ask('/v1/units', { authorization: `Bearer ${token}` })).status;
    assert.equal(await statusOf(signed(hs, claims)), 200);
    assert.equal(await statusOf(signed(hs, { ...claims, aud: ['other', 'coachkit'] })), 200);
    const { exp: _exp, ...endless } = claims;
    const wrong: [string, string][] = [
      ['another secret', signed(hs, claims, 'another secret of thirty-two characters')],
      ['no algorithm', `${part({ alg: 'none' })}.${part(claims)}.`],
      ['no algorithm, with a signature', signed({ alg: 'none' }, claims)],
      ['another algorithm', signed({ alg: 'HS512' }, claims)],
      ['an extension', signed({ ...hs, crit: ['exp'] }, claims)],
      ['over', signed(hs, { ...claims, exp: now - 60 })],
      ['without an end', signed(hs, endless)],
      ['an end in words', signed(hs, { ...claims, exp: '9999999999' })],
      ['not yet', signed(hs, { ...claims, nbf: now + 120 })],
      ['for another', signed(hs, { ...claims, aud: 'other' })],
      ['of another', signed(hs, { ...claims, iss: 'https://evil.example' })],
      ['nobody', signed(hs, { ...claims, sub: '' })],
      ['changed', signed(hs, claims).replace(/\.[^.]+\./, `.${part({ ...claims, sub: 'olga' })}.`)],
      ['no JSON', 'YQ.YQ.YQ'],
      ['too long', signed(hs, { ...claims, x: 'x'.repeat(9000) })],
    ];
    for (const [name, token] of wrong) assert.equal(await statusOf(token), 401, name);
  });

  test('signed with a private key are believed by the public one, which is no secret for HS256', async (context) => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const { ask } = await start(context, { signIn: { kind: 'jwt', algorithm: 'RS256', key: pem }, tenantId: 'suite' });
    const statusOf = async (token: string) => (await ask('/v1/units', { authorization: `Bearer ${token}` })).status;
    const { tenant: _tenant, ...rest } = claims;
    const text = `${part({ alg: 'RS256' })}.${part(rest)}`;
    const signature = createSign('RSA-SHA256').update(text).sign(privateKey).toString('base64url');
    assert.equal(await statusOf(`${text}.${signature}`), 200);
    assert.equal(await statusOf(signed(hs, claims, pem)), 401);
  });
});

test('applied operations are forgotten after 30 days', async () => {
  const storage = createMemoryStorageSource();
  const worker = storage.storageFor({ tenantId: 'suite', personId: 'worker', roles: ['worker'] });
  const ats = ['2026-10-20T00:00:00.000Z', '2026-10-26T00:00:00.000Z'];
  await worker.commit(ats.map((at, index) => operation(`op-${index}`, at)));
  const now = Date.parse('2026-11-24T09:30:00.000Z');
  await forgetOperations.run({ storage, tenants: new Set(['suite']), now, signal: new AbortController().signal });
  const { documents } = await worker.query('operation', { index: 'id' });
  assert.deepEqual(
    documents.map(({ id }) => id),
    ['op-1'],
  );
});

function operation(id: string, at: string): Parameters<Storage['commit']>[0][number] {
  const body = { id, personId: 'priya', fingerprint: 'f', at };
  return { type: 'put', kind: 'operation', id, body, expectedVersion: 0 };
}
