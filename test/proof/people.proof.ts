import { readPeopleScim } from '@coachkit/adapters/directory/scim';
import { openSqliteStorage } from '@coachkit/adapters/storage/sqlite';
import type { Actor } from '@coachkit/core';
import { importPeople, type PeopleBatch, type PeopleImport } from '@coachkit/core/directory';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Demand } from './proof-types.ts';

const actor: Actor = { tenantId: 'northwind', personId: 'lena', roles: ['technical-admin'] };
const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** What must hold of a large directory. */
export const demands: readonly Demand[] = [
  {
    name: 'a large directory',
    demand: '100,000 people by SCIM pages into SQLite in at most 60 s, memory flat, a second run writes nothing',
    async run({ full }) {
      const count = full ? 100_000 : 4_000;
      const { first, second, seconds, again, growth } = await importAll(count);
      const megabytes = growth / 1_000_000;
      return {
        figure:
          `${first.added} people and ${first.moved} lines in ${seconds.toFixed(1)} s, again in ${again.toFixed(1)} s; ` +
          `${megabytes.toFixed(0)} MB more from the first tenth of the pages to the last`,
        passed:
          first.added === count &&
          first.moved === count - 1 &&
          first.rejected.length === 0 &&
          second.unchanged === count &&
          second.moved === 0 &&
          seconds <= 60 &&
          // Ids of people and of their managers, nothing else, stay in memory.
          growth <= 5_000_000 + count * 400,
      };
    },
  },
];

/** A directory that makes up each page when it is asked for it: ten people to a manager. */
const directory =
  (count: number): typeof fetch =>
  (input) => {
    const query = new URL(input as URL).searchParams;
    const start = Number(query.get('startIndex'));
    const length = Math.min(Number(query.get('count')), count - start + 1);
    const Resources = Array.from({ length }, (_, at) => userOf(start + at));
    return Promise.resolve(Response.json({ totalResults: count, startIndex: start, itemsPerPage: length, Resources }));
  };

function userOf(number: number): object {
  const manager = Math.floor((number + 8) / 10);
  return {
    id: `person-${number}`,
    userName: `person${number}@northwind.example`,
    displayName: `Person ${number}`,
    title: 'Account executive',
    timezone: 'Europe/London',
    active: true,
    emails: [{ value: `person${number}@northwind.example`, primary: true }],
    [enterprise]: {
      employeeNumber: String(number),
      department: `Department ${number % 40}`,
      ...(number > 1 && { manager: { value: `person-${manager}` } }),
    },
  };
}

async function importAll(count: number): Promise<{
  readonly first: PeopleImport;
  readonly second: PeopleImport;
  readonly seconds: number;
  readonly again: number;
  readonly growth: number;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'coachkit-people-'));
  const server = await openSqliteStorage({ file: join(folder, 'coachkit.db') });
  try {
    const memory: number[] = [];
    const run = async (): Promise<readonly [PeopleImport, number]> => {
      const start = performance.now();
      const people = readPeopleScim({
        baseUrl: 'https://directory.example/scim/v2',
        token: 'a token of the test',
        fetch: directory(count),
      });
      const done = await importPeople(
        { storage: server.storageFor(actor), actor },
        watched(people, memory, Math.ceil(count / 100 / samples)),
      );
      return [done, (performance.now() - start) / 1000];
    };
    const [first, seconds] = await run();
    const growth = leastOf(memory.slice(-5)) - leastOf(memory.slice(0, Math.max(5, Math.floor(memory.length / 10))));
    const [second, again] = await run();
    return { first, second, seconds, again, growth };
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How often memory is looked at during an import; each time all that nobody holds any more is collected first. */
const samples = 40;

/** Notes how much memory is held at every so many pages. */
async function* watched(
  source: AsyncIterable<PeopleBatch>,
  memory: number[],
  every: number,
): AsyncGenerator<PeopleBatch> {
  let page = 0;
  for await (const batch of source) {
    if (page % every === 0) {
      collectGarbage();
      memory.push(process.memoryUsage().heapUsed);
    }
    page += 1;
    yield batch;
  }
}

/** Without it, what is measured is when the engine last felt like it. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

// A page that is being read comes and goes between two looks.
const leastOf = (values: readonly number[]): number => Math.min(...values);
