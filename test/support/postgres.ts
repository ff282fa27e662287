import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { findPostgres } from '../../scripts/setup/postgres.mjs';

/** What tests say when they are skipped for want of a server. */
export const postgresMissing = 'PostgreSQL: not found, these tests did not run';

/** A real PostgreSQL server. */
export interface TestPostgres {
  /** As the server tells it: `PostgreSQL 15.20 …`. */
  readonly version: string;
  /** Makes an empty database. */
  createDatabase(): Promise<TestDatabase>;
  /** Kills every process of the server at once and starts it again. Only for one that was started for this run. */
  kill(): Promise<void>;
  /** Lets go of the server, and ends it when it was started for this run. */
  stop(): Promise<void>;
}

/** A database of its own. */
export interface TestDatabase {
  /** As a superuser. */
  readonly connectionString: string;
  /** Runs statements as a superuser, whom rules for rows do not hold. */
  query(text: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
}

/**
 * A server for this test file: the one at COACHKIT_TEST_POSTGRES, else one that is started on a directory of its own
 * with the programs that are installed. Says which; undefined, and says so, where there is none.
 */
export async function startPostgres(): Promise<TestPostgres | undefined> {
  const given = process.env['COACHKIT_TEST_POSTGRES'];
  if (given !== undefined) return over(new URL(given), { stop: () => Promise.resolve(), kill: notOurs });
  const folder = findPostgres();
  if (folder === undefined) {
    console.log(postgresMissing);
    return undefined;
  }
  return startOwn(folder);
}

async function startOwn(folder: string): Promise<TestPostgres | undefined> {
  const owner = unprivilegedUser();
  const home = mkdtempSync(join(tmpdir(), 'coachkit-pg-'));
  if (owner) chownSync(home, owner.uid, owner.gid);
  const as = { cwd: home, ...owner };
  const data = join(home, 'data');
  const options = ['-D', data, '-U', 'coachkit', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  const made = spawnSync(join(folder, 'initdb'), options, { ...as, encoding: 'utf8' });
  if (made.status !== 0) {
    rmSync(home, { recursive: true, force: true });
    throw new Error(`PostgreSQL: initdb failed: ${made.stderr}`);
  }
  // The shell ends the server when this process ends, however it ends: its standard input is closed then.
  const script = `exec 3<&0; "$0" "$@" <&- 3<&- & server=$!
    (read _ <&3; kill -INT $server) & reader=$!
    wait $server; status=$?; kill $reader; exit $status`;
  const parameters = ['-D', data, '-k', home, '-c', 'listen_addresses=', '-c', 'fsync=on', '-c', 'max_connections=60'];
  const start = (): ChildProcess =>
    spawn('sh', ['-c', script, join(folder, 'postgres'), ...parameters], {
      ...as,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
  let server = start();
  const url = new URL(`postgresql://coachkit@localhost/postgres?host=${encodeURIComponent(home)}`);
  const stop = async (): Promise<void> => {
    await ended(server);
    rmSync(home, { recursive: true, force: true });
  };
  const kill = async (): Promise<void> => {
    const pid = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
    for (const each of [pid, ...childrenOf(pid)]) process.kill(each, 'SIGKILL');
    await ended(server);
    await patiently(async () => {
      if (server.exitCode !== null) server = start();
      await ask(url.href, 'SELECT 1');
    });
  };
  try {
    return await over(url, { stop, kill });
  } catch (error) {
    await stop();
    throw error;
  }
}

async function notOurs(): Promise<void> {
  throw new Error('a server that was not started here is not killed');
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc').flatMap((name) => {
    try {
      const [, parent] = /\) \w (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? [];
      return Number(parent) === pid ? [Number(name)] : [];
    } catch {
      // Not a process, or not there any more.
      return [];
    }
  });
}

/** PostgreSQL refuses to run as root. */
function unprivilegedUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string, user: string): number => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }));
  for (const user of ['postgres', 'nobody']) {
    try {
      return { uid: idOf('-u', user), gid: idOf('-g', user) };
    } catch {
      // The next one.
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody');
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const end = new Promise((resolve) => server.once('exit', resolve));
  server.stdin?.end();
  await end;
}

async function over(url: URL, { stop, kill }: Pick<TestPostgres, 'stop' | 'kill'>): Promise<TestPostgres> {
  const [{ version }] = (await patiently(() => ask(url.href, 'SELECT version()'))) as [{ version: string }];
  console.log(version.split(' (')[0]);
  const made: string[] = [];
  return {
    version,
    kill,
    async createDatabase() {
      const name = `coachkit_test_${crypto.randomUUID().replaceAll('-', '')}`;
      await ask(url.href, `CREATE DATABASE ${name}`);
      made.push(name);
      const own = new URL(url);
      own.pathname = `/${name}`;
      return { connectionString: own.href, query: (text, values) => ask(own.href, text, values) };
    },
    async stop() {
      try {
        for (const name of made) await ask(url.href, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      } finally {
        await stop();
      }
    },
  };
}

async function ask(
  connectionString: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const result = await (values.length > 0 ? client.query(text, [...values]) : client.query(text));
    return (result.rows as Record<string, unknown>[] | undefined) ?? [];
  } finally {
    await client.end();
  }
}

/** Tries until the server has come up, for ten seconds. */
async function patiently<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let turn = 1; ; turn += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (turn === 200) throw error;
      await pause(50);
    }
  }
}
