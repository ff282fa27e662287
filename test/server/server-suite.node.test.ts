import { openPostgresStorage } from '@coachkit/adapters/storage/postgres';
import { openSqliteStorage } from '@coachkit/adapters/storage/sqlite';
import type { StorageSource } from '@coachkit/core';
import { toNodeListener } from '@coachkit/server/node';
import { runServerSuite, type ServerSuiteOptions } from '@coachkit/testing/server-suite';
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { postgresMissing, startPostgres } from '../support/postgres.ts';
import { served } from '../testing/served.ts';

/** The suite as a vendor runs it: against a port, with the platform's own fetch. */
async function examine(context: TestContext, storage: StorageSource, options: ServerSuiteOptions = {}): Promise<void> {
  const { fetch: handler, ...harness } = served(storage);
  const server = createServer(toNodeListener(handler)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const { table, passed } = await runServerSuite({ ...harness, url: `http://127.0.0.1:${port}` }, options);
  server.close();
  server.closeAllConnections();
  await storage.close();
  context.diagnostic(`\n${table}`);
  assert.ok(passed, table);
}

test('the server keeps every promise of the contract on a port, over SQLite', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'coachkit-server-suite-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  await examine(context, await openSqliteStorage({ file: join(folder, 'coachkit.db') }));
});

test('the server keeps the promises that are about what is kept, over PostgreSQL', async (context) => {
  const postgres = await startPostgres();
  if (postgres === undefined) return context.skip(postgresMissing);
  context.after(() => postgres.stop());
  const { connectionString } = await postgres.createDatabase();
  const promises = [3, 5, 6, 7, 8, 9, 10, 14, 15, 18, 19];
  await examine(context, await openPostgresStorage({ connectionString }), { promises });
});
