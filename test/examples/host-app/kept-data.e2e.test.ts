import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { postgresMissing, startPostgres } from '../../support/postgres.ts';
import { startDemo, type DemoProcess } from './demo-process.ts';

const ofWindow = { 'northwind-window': 'a-window-of-a-test' };

interface Session {
  readonly tenantId: string;
  readonly personId?: string;
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

/** Somebody at the demo without a browser: the same requests, the same cookie. */
class Guest {
  readonly #cookies = new Map<string, string>();

  ask(demo: DemoProcess, method: string, path: string, body?: object): Promise<Response> {
    return fetch(demo.origin + path, {
      method,
      signal: AbortSignal.timeout(10_000),
      headers: {
        ...ofWindow,
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'coachkit-version': '1',
        ...(body && { 'content-type': 'application/json', 'idempotency-key': 'goal-of-a-test' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  }

  async session(demo: DemoProcess): Promise<Session> {
    return (await (await this.ask(demo, 'GET', '/api/session')).json()) as Session;
  }

  async signIn(demo: DemoProcess, name: string): Promise<string> {
    const person = (await this.session(demo)).people.find((each) => each.name === name);
    const answer = await this.ask(demo, 'POST', '/api/session', { personId: person?.id });
    const [, cookie = '', value = ''] = /^([^=]+)=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '') ?? [];
    this.#cookies.set(cookie, value);
    return person?.id ?? '';
  }

  async goals(demo: DemoProcess, employeeId: string): Promise<readonly string[]> {
    const answer = await this.ask(demo, 'GET', `/coaching/v1/employees/${employeeId}/goals`);
    assert.equal(answer.status, 200);
    return ((await answer.json()) as readonly { readonly title: string }[]).map(({ title }) => title);
  }
}

const title = 'Chair the renewal meeting in March';

/** What is entered is there after the next start, and is gone after one that resets. */
async function enterAndComeBack(environment: Readonly<Record<string, string>>): Promise<void> {
  const guest = new Guest();
  let demo = await startDemo(environment);
  try {
    const tom = await guest.signIn(demo, 'Tom Okafor');
    const added = await guest.ask(demo, 'POST', `/coaching/v1/employees/${tom}/goals`, { title });
    assert.equal(added.status, 201, await added.text());
    await demo.stop();

    demo = await startDemo(environment);
    assert.equal((await guest.session(demo)).personId, tom, 'the sign-in outlives the server');
    assert.ok((await guest.goals(demo, tom)).includes(title));
    await demo.stop();

    demo = await startDemo(environment, ['--reset']);
    assert.equal((await guest.session(demo)).personId, undefined, 'a sign-in ends with the company it was made in');
    await guest.signIn(demo, 'Tom Okafor');
    const goals = await guest.goals(demo, tom);
    assert.ok(goals.length > 0 && !goals.includes(title));
  } finally {
    await demo.stop();
  }
}

describe('what the demo keeps', () => {
  const folders: string[] = [];
  const newFolder = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'coachkit-demo-'));
    folders.push(folder);
    return folder;
  };
  after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

  test('it keeps in a SQLite file over a restart, until it is reset', () =>
    enterAndComeBack({ COACHKIT_DATA: newFolder() }));

  test('it keeps in PostgreSQL over a restart, until it is reset', async (context) => {
    const server = await startPostgres();
    if (server === undefined) return context.skip(postgresMissing);
    try {
      const { connectionString } = await server.createDatabase();
      await enterAndComeBack({ COACHKIT_DATA: newFolder(), DATABASE_URL: connectionString });
    } finally {
      await server.stop();
    }
  });

  test('a cookie that somebody has made up signs nobody in', async () => {
    const demo = await startDemo({ COACHKIT_DATA: newFolder() });
    try {
      for (const cookie of [
        'northwind-a-window-of-a-test=p037.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
        'northwind-a-window-of-a-test=p037',
        'northwind-other=p037.x; =; northwind-a-window-of-a-test=',
      ]) {
        const signal = AbortSignal.timeout(10_000);
        const answer = await fetch(`${demo.origin}/coaching/v1/agenda`, { headers: { ...ofWindow, cookie }, signal });
        assert.equal(answer.status, 401, cookie);
      }
    } finally {
      await demo.stop();
    }
  });
});
