import { openPostgresStorage } from '@coachkit/adapters/storage/postgres';
import { openSqliteStorage } from '@coachkit/adapters/storage/sqlite';
import { CoachingError, type Storage, type StorageChange, type StorageEvent } from '@coachkit/core';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { after, describe, test } from 'node:test';
import { cutConnectionTo } from '../../support/cut-connection.ts';
import { describeOver } from '../../support/describe-over.ts';
import { startPostgres } from '../../support/postgres.ts';
import { postgresLaboratory, sqliteLaboratory } from './sql-harness.ts';

const server = await startPostgres();
after(() => server?.stop());

const draft = (id: string, expectedVersion = 0): StorageChange => ({
  type: 'put',
  kind: 'draft',
  id,
  body: { id },
  expectedVersion,
});

function isRefused(code: string, retryable: boolean): (error: unknown) => boolean {
  return (error) => {
    assert.ok(CoachingError.isInstance(error), String(error));
    assert.deepEqual([error.code, error.retryable], [code, retryable]);
    assert.doesNotMatch(error.message, /select|insert|"|coachkit_test/i, 'a message tells nothing of the database');
    return true;
  };
}

async function idsOf(storage: Storage): Promise<string[]> {
  return (await storage.query('draft', { index: 'id' })).documents.map(({ id }) => id);
}

describe('SQLite', () => {
  test('has every commit that it acknowledged after its process was killed', async () => {
    const laboratory = sqliteLaboratory();
    await (await laboratory.open()).close();
    const script = `
      import { openSqliteStorage } from '@coachkit/adapters/storage/sqlite';
      const source = await openSqliteStorage({ file: process.argv[1] });
      const storage = source.storageOfTenant('t');
      for (let number = 0; ; number += 1) {
        await Promise.all(['a', 'b', 'c'].map(async (writer) => {
          const id = writer + number;
          await storage.commit([{ type: 'put', kind: 'draft', id, body: { id }, expectedVersion: 0 }]);
          process.stdout.write(id + '\\n');
        }));
      }`;
    let acknowledged: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const writer = spawn(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', script, laboratory.file],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      let said = '';
      writer.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
      while (said.split('\n').length < 50 * (round + 1)) await pause(5);
      writer.kill('SIGKILL');
      await once(writer, 'close');
      acknowledged = said.split('\n').slice(0, -1);
      const source = await laboratory.open();
      const storage = source.storageOfTenant('t');
      const kept = new Set(await idsOf(storage));
      assert.deepEqual(
        acknowledged.filter((id) => !kept.has(id)),
        [],
        'acknowledged and not kept',
      );
      await storage.wipe();
      await source.close();
    }
    assert.ok(acknowledged.length >= 100);
    await laboratory.end();
  });

  test('keeps commits that come together in one transaction, each all or nothing', async () => {
    const laboratory = sqliteLaboratory();
    const asked: string[] = [];
    const source = await laboratory.open({ onStatement: (text) => void asked.push(text) });
    const storage = source.storageOfTenant('t');
    await storage.commit([draft('taken')]);
    const commits = Array.from({ length: 30 }, (_, number) =>
      storage.commit(number % 3 === 0 ? [draft(`d${number}`), draft('taken')] : [draft(`d${number}`)]),
    );
    const results = await Promise.allSettled(commits);
    assert.deepEqual(
      results.map(({ status }) => status),
      results.map((_, number) => (number % 3 === 0 ? 'rejected' : 'fulfilled')),
    );
    const wanted = results.flatMap(({ status }, number) => (status === 'fulfilled' ? [`d${number}`] : []));
    assert.deepEqual(await idsOf(storage), [...wanted, 'taken'].sort());
    await source.close();
    await laboratory.end();
  });

  test('waits for another process that writes, and says so when that takes too long', async () => {
    const laboratory = sqliteLaboratory();
    const source = await openSqliteStorage({ file: laboratory.file, busyTimeout: 50 });
    const storage = source.storageOfTenant('t');
    const other = new DatabaseSync(laboratory.file);
    other.exec('BEGIN IMMEDIATE');
    await assert.rejects(storage.commit([draft('a')]), isRefused('storage-unavailable', true));
    assert.deepEqual(await idsOf(storage), [], 'reading goes on');
    other.exec('ROLLBACK');
    other.close();
    await storage.commit([draft('a')]);
    assert.deepEqual(await idsOf(storage), ['a']);
    await source.close();
    await laboratory.end();
  });

  test('finishes what was begun before it closes, and is closed then', async () => {
    const laboratory = sqliteLaboratory();
    const source = await laboratory.open();
    const storage = source.storageOfTenant('t');
    const committing = storage.commit([draft('a')]);
    await source.close();
    assert.equal((await committing).level, 'server');
    await source.close();
    await assert.rejects(storage.get('draft', 'a'), isRefused('closed', false));
    await assert.rejects(storage.commit([draft('b')]), isRefused('closed', false));
    await assert.rejects(source.ready(), isRefused('closed', false));
    const again = await laboratory.open();
    assert.deepEqual(await idsOf(again.storageOfTenant('t')), ['a']);
    await again.close();
    await laboratory.end();
  });

  test('is not wiped by an actor who signs out', async () => {
    const laboratory = sqliteLaboratory();
    const source = await laboratory.open();
    const storage = source.storageFor({ tenantId: 't', personId: 'p', roles: ['technical-admin'] });
    await storage.commit([draft('a')]);
    await assert.rejects(storage.wipe(), isRefused('not-supported', false));
    assert.deepEqual(await idsOf(storage), ['a']);
    await source.close();
    await laboratory.end();
  });
});

describeOver(server, 'PostgreSQL', () => {
  test('never reports a commit whose answer was lost, whether it was kept or not', async () => {
    const { connectionString } = await server!.createDatabase();
    const cut = await cutConnectionTo(connectionString);
    const source = await openPostgresStorage({
      connectionString: cut.connectionString,
      ownerConnectionString: connectionString,
      poolSize: 2,
    });
    const storage = source.storageOfTenant('t');
    await storage.commit([draft('before')]);
    for (const [id, verdict] of [
      ['kept', 'cut'],
      ['lost', 'lose'],
    ] as const) {
      cut.onSend = (text) => (text.includes('COMMIT') ? verdict : 'pass');
      await assert.rejects(storage.commit([draft(id)]), isRefused('storage-unavailable', true), id);
      cut.onSend = () => 'pass';
    }
    assert.deepEqual(await idsOf(storage), ['before', 'kept'], 'the next call has a new connection');
    cut.onSend = (text) => (text.includes('insert') ? 'lose' : 'pass');
    await assert.rejects(storage.commit([draft('half'), draft('other')]), isRefused('storage-unavailable', true));
    cut.onSend = (text) => (text.includes('draft') ? 'lose' : 'pass');
    await assert.rejects(storage.get('draft', 'before'), isRefused('storage-unavailable', true));
    cut.onSend = () => 'pass';
    assert.deepEqual(await idsOf(storage), ['before', 'kept']);
    await source.close();
    await cut.close();
  });

  test('does not wait for ever for a server that is silent, and none for one that is gone', async () => {
    const { connectionString } = await server!.createDatabase();
    const cut = await cutConnectionTo(connectionString);
    const source = await openPostgresStorage({
      connectionString: cut.connectionString,
      ownerConnectionString: connectionString,
      timeout: 150,
    });
    const storage = source.storageOfTenant('t');
    await source.ready();
    cut.onSend = () => 'hold';
    await assert.rejects(storage.get('draft', 'd'), isRefused('storage-unavailable', true));
    await assert.rejects(source.ready(), isRefused('storage-unavailable', true));
    await cut.close();
    await assert.rejects(storage.commit([draft('d')]), isRefused('storage-unavailable', true));
    await source.close();
    await assert.rejects(
      openPostgresStorage({ connectionString: cut.connectionString }),
      isRefused('storage-unavailable', true),
    );
  });

  test('goes on after the server has ended its connections', async () => {
    const { connectionString, query } = await server!.createDatabase();
    const source = await openPostgresStorage({ connectionString, poolSize: 3 });
    const storage = source.storageOfTenant('t');
    await Promise.all(['a', 'b', 'c'].map((id) => storage.commit([draft(id)])));
    await query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    const retry = async (): Promise<string[]> => {
      try {
        return await idsOf(storage);
      } catch (error) {
        isRefused('storage-unavailable', true)(error);
        return retry();
      }
    };
    assert.deepEqual(await retry(), ['a', 'b', 'c']);
    await source.close();
  });

  test('gives up a statement that waits too long for another, and keeps nothing of it', async () => {
    const { connectionString, query } = await server!.createDatabase();
    const source = await openPostgresStorage({ connectionString, timeout: 300 });
    const storage = source.storageOfTenant('t');
    await storage.commit([draft('held')]);
    const holding = query(`BEGIN; SELECT * FROM draft FOR UPDATE; SELECT pg_sleep(1); COMMIT`);
    await pause(100);
    await assert.rejects(storage.commit([draft('new'), draft('held', 1)]), isRefused('storage-unavailable', true));
    await holding;
    assert.deepEqual(await idsOf(storage), ['held']);
    assert.equal((await storage.get('draft', 'held'))?.version, 1);
    await source.close();
  });

  test('lets commits of the same documents in any order wait for each other, never in a circle', async () => {
    const laboratory = await postgresLaboratory(server!);
    const source = await laboratory.open();
    const storage = source.storageOfTenant('t');
    const ids = Array.from({ length: 8 }, (_, number) => `d${number}`);
    await storage.commit(ids.map((id) => draft(id)));
    let kept = 0;
    for (let round = 1; round <= 10; round += 1) {
      const commits = Array.from({ length: 8 }, (_, turn) =>
        storage.commit([...ids.slice(turn), ...ids.slice(0, turn)].map((id) => draft(id, round))),
      );
      const results = await Promise.allSettled(commits);
      for (const result of results) if (result.status === 'rejected') isRefused('conflict', false)(result.reason);
      kept += results.filter(({ status }) => status === 'fulfilled').length;
    }
    assert.equal(kept, 10);
    await source.close();
  });

  test('tells other processes what has changed, once, and nothing to other tenants', async () => {
    const laboratory = await postgresLaboratory(server!);
    const [here, there] = [await laboratory.open(), await laboratory.open()];
    const heard: StorageEvent[] = [];
    const foreign: StorageEvent[] = [];
    there.storageFor({ tenantId: 't', personId: 'p', roles: [] }).subscribe((event) => heard.push(event));
    there.storageOfTenant('other').subscribe((event) => foreign.push(event));
    const storage = here.storageOfTenant('t');
    await storage.commit([draft('a'), draft('b')]);
    await storage.commit([{ type: 'delete', kind: 'draft', id: 'a', expectedVersion: 1 }]);
    const changes = () =>
      heard.flatMap((event) =>
        event.type === 'changed' ? event.documents.map(({ id, deleted }) => `${event.origin} ${id} ${deleted}`) : [],
      );
    for (let turn = 0; turn < 500 && changes().length < 3; turn += 1) await pause(10);
    await pause(1_200);
    assert.deepEqual(changes(), ['elsewhere a false', 'elsewhere b false', 'elsewhere a true']);
    assert.deepEqual(foreign, []);
    await here.close();
    await there.close();
  });

  test('forgets what it told other processes after some minutes', async () => {
    const laboratory = await postgresLaboratory(server!);
    const source = await laboratory.open();
    await source.storageOfTenant('t').commit([draft('a')]);
    await laboratory.query(`UPDATE change SET at = at - interval '10 minutes'`);
    await source.close();
    const next = await laboratory.open();
    await next.storageOfTenant('t').commit([draft('b')]);
    for (let turn = 0; turn < 300; turn += 1) {
      if ((await laboratory.query('SELECT * FROM change')).length === 1) break;
      await pause(10);
    }
    const left = await laboratory.query('SELECT documents FROM change');
    assert.deepEqual(left, [{ documents: '[{"kind":"draft","id":"b","deleted":false}]' }]);
    await next.close();
  });

  test('finishes what was begun before it closes, and is closed then', async () => {
    const laboratory = await postgresLaboratory(server!);
    const source = await laboratory.open();
    const storage = source.storageOfTenant('t');
    const committing = storage.commit([draft('a')]);
    await Promise.all([source.close(), committing]);
    await source.close();
    await assert.rejects(storage.get('draft', 'a'), isRefused('closed', false));
    await assert.rejects(source.ready(), isRefused('closed', false));
  });
});
