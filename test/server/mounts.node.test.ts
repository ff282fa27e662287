import { createMemoryStorageSource } from '@coachkit/core';
import { createHandler, type Handler } from '@coachkit/server';
import { toExpress } from '@coachkit/server/express';
import { toFastify } from '@coachkit/server/fastify';
import { toHono } from '@coachkit/server/hono';
import { toNodeListener } from '@coachkit/server/node';
import { serve } from '@hono/node-server';
import express from 'express';
import fastify from 'fastify';
import { Hono } from 'hono';
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';

const mounts: Readonly<Record<string, (handler: Handler) => Promise<Server>>> = {
  node: (handler) => listening(createServer(toNodeListener(handler))),
  express: (handler) => listening(createServer(express().use('/api', toExpress(handler)))),
  async fastify(handler) {
    const app = fastify();
    await app.register(toFastify(handler) as never, { prefix: '/api' });
    await app.ready();
    return listening(app.server);
  },
  hono: (handler) => {
    const app = new Hono().all('/api/*', toHono(handler));
    return new Promise((resolve) => {
      const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(server as Server));
    });
  },
};

function listening(server: Server): Promise<Server> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

for (const [name, mount] of Object.entries(mounts)) {
  test(`mounted on ${name} it reads, writes, streams, and cuts a body that is too long`, async (context) => {
    const handler = createHandler({
      storage: createMemoryStorageSource(),
      basePath: '/api',
      authenticate: () => ({ tenantId: 'suite', personId: 'it', roles: ['technical-admin'] }),
    });
    const server = await mount(handler);
    context.after(() => (server.closeAllConnections(), server.close()));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
    const ask = (path: string, options: RequestInit = {}) =>
      fetch(address + path, { ...options, signal: context.signal });
    const headers = { 'content-type': 'application/json', 'coachkit-version': '1', 'if-none-match': '*' };
    const body = JSON.stringify({ kind: 'team', name: 'Größe 🎯' });
    assert.equal((await ask('/units/one', { method: 'PUT', headers, body })).status, 200);
    assert.deepEqual(await (await ask('/units')).json(), [{ id: 'one', kind: 'team', name: 'Größe 🎯' }]);
    const refused = await ask('/units/one', { method: 'PUT', headers, body });
    assert.deepEqual([refused.status, refused.headers.get('content-type')], [412, 'application/problem+json']);
    const gone = new AbortController();
    const stream = await fetch(`${address}/changes`, { signal: gone.signal, headers: { accept: 'text/event-stream' } });
    const reader = stream.body!.getReader();
    assert.match(new TextDecoder().decode((await reader.read()).value), /event: changed/);
    assert.equal(handler.openStreams, 1);
    gone.abort();
    while (handler.openStreams > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const long = { method: 'POST', headers: { ...headers, 'if-none-match': '' }, body: 'x'.repeat(1024 * 1024) };
    const cut = await ask('/operations', long).catch(() => undefined);
    assert.ok(cut === undefined || cut.status === 413);
  });
}
