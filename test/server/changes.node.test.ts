import assert from 'node:assert/strict';
import { test } from 'node:test';
import { companyBehindHandler, requestOf } from './support/company.ts';

type Server = Awaited<ReturnType<typeof companyBehindHandler>>;

/** A stream of changes, with what has come so far. */
async function listen({ handler }: Server, as: string, tenant = 'suite') {
  const gone = new AbortController();
  const request = requestOf('/changes', { as, tenant });
  const response = await handler(new Request(request, { signal: gone.signal }));
  assert.equal(response.headers.get('content-type'), 'text/event-stream');
  const reader = response.body!.getReader();
  let text = '';
  const ended = (async () => {
    const decoder = new TextDecoder();
    for (let part = await reader.read(); !part.done; part = await reader.read()) text += decoder.decode(part.value);
  })();
  return { gone, ended, reader, count: () => text.split('event: changed').length - 1, text: () => text };
}

/** Waits until something holds; the runner's own limit ends a wait in vain. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 2));
}

test('each person hears of what concerns them, and nobody of another tenant', async () => {
  const server = await companyBehindHandler();
  const [priya, tom, sam, foreign] = [
    await listen(server, 'priya'),
    await listen(server, 'tom'),
    await listen(server, 'sam'),
    await listen(server, 'priya', 'other'),
  ];
  await until(() => [priya, tom, sam, foreign].every(({ count }) => count() === 1));
  const made = await server.ask(`/relationships/${server.relationshipId}/actions`, {
    body: { text: 'marker', ownerId: 'tom', dueDate: '2026-12-01' },
    headers: { 'idempotency-key': 'one' },
  });
  assert.equal(made.status, 201);
  await until(() => priya.count() === 2 && tom.count() === 2);
  const draft = {
    ...{ relationshipId: server.relationshipId, date: '', durationMinutes: 60, reviews: [], focusQuery: '' },
    ...{ points: [], actions: [], quickEntry: '', activeSeconds: 0 },
  };
  assert.equal((await server.ask('/drafts', { method: 'PUT', body: { draft, version: 0 } })).status, 200);
  await until(() => priya.count() === 3);
  assert.deepEqual([tom.count(), sam.count(), foreign.count()], [2, 1, 1]);
  assert.doesNotMatch(priya.text(), /marker|action|draft/);
  server.handler.close();
  await Promise.all([priya, tom, sam, foreign].map(({ ended }) => ended));
  assert.equal(server.handler.openStreams, 0);
});

test('a stream ends with its reader, leaves nothing behind, and says that it is alive', async () => {
  const server = await companyBehindHandler({ limits: { heartbeat: 5, streams: 2 } });
  const first = await listen(server, 'tom');
  const second = await listen(server, 'tom');
  assert.equal((await server.ask('/changes', { as: 'tom' })).status, 429);
  assert.equal(server.handler.openStreams, 2);
  await until(() => first.text().endsWith(':\n\n'));
  first.gone.abort();
  await second.reader.cancel();
  await first.ended;
  assert.equal(server.handler.openStreams, 0);
  const third = await listen(server, 'tom');
  server.handler.close();
  await third.ended;
  assert.equal((await server.ask('/changes', { as: 'tom' })).status, 503);
});
