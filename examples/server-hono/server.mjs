// CoachKit inside a Hono application: node examples/server-hono/server.mjs (PORT chooses the port).
import { randomBytes } from 'node:crypto';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createMemoryStorageSource } from '@coachkit/core';
import { createHandler } from '@coachkit/server';
import { toHono } from '@coachkit/server/hono';

// Gone with the process. `openSqliteStorage` or `openPostgresStorage` of @coachkit/adapters keep what is written.
const storage = createMemoryStorageSource();

const handler = createHandler({
  storage,
  basePath: '/coaching',
  deviceKeySecret: process.env.DEVICE_KEY_SECRET ?? randomBytes(32).toString('hex'),
  // Here stands your own sign-in. This one believes whoever asks, which is right for nobody but a developer.
  authenticate: ({ headers }) => {
    const personId = headers.get('x-person');
    return personId === null ? undefined : { tenantId: 'example', personId, roles: ['technical-admin'] };
  },
  log: (event) => console.error(JSON.stringify(event)),
});

const app = new Hono();
app.get('/', (context) => context.text('The application. CoachKit answers at /coaching/v1.'));
app.all('/coaching/*', toHono(handler));

const server = serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 4002), hostname: '127.0.0.1' }, ({ port }) =>
  console.log(`http://127.0.0.1:${port}/`),
);

process.once('SIGTERM', () => {
  handler.close();
  server.close(() => storage.close());
});
