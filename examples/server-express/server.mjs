// CoachKit inside an Express application: node examples/server-express/server.mjs (PORT chooses the port).
import { randomBytes } from 'node:crypto';
import express from 'express';
import { createMemoryStorageSource } from '@coachkit/core';
import { createHandler } from '@coachkit/server';
import { toExpress } from '@coachkit/server/express';

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

const app = express();
app.get('/', (_request, response) => response.send('The application. CoachKit answers at /coaching/v1.'));
// Before anything that reads bodies.
app.use('/coaching', toExpress(handler));

const server = app.listen(Number(process.env.PORT ?? 4001), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}/`);
});

process.once('SIGTERM', () => {
  handler.close();
  server.close(() => storage.close());
});
