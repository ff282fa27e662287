import { readPeopleCsv } from '@coachkit/adapters/directory/csv';
import { readPeopleScim, type ScimOptions } from '@coachkit/adapters/directory/scim';
import { CoachingError } from '@coachkit/core';
import type { PeopleBatch } from '@coachkit/core/directory';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

async function all(source: AsyncIterable<PeopleBatch>): Promise<PeopleBatch> {
  const batches: PeopleBatch[] = [];
  for await (const batch of source) batches.push(batch);
  return { people: batches.flatMap(({ people }) => people), rejected: batches.flatMap(({ rejected }) => rejected) };
}

const refused =
  (code: string, path?: string) =>
  (error: unknown): boolean =>
    CoachingError.isInstance(error) && error.code === code && (path === undefined || error.problems[0]?.path === path);

describe('people as CSV', () => {
  test('columns by their own names, and rows that are left out', async () => {
    const columns = { id: 'Personalnummer', name: 'Name', managerId: 'Vorgesetzte', leftOn: 'Austritt' };
    const file =
      '\uFEFFPersonalnummer;Name;Vorgesetzte;Austritt\n1;Anna;2;\n2;=cmd();;2026-01-31\n;Leer;;\n3;;;\n4;zu;viele;;\n';
    assert.deepEqual(await all(readPeopleCsv(file, { columns })), {
      people: [
        { row: 2, id: '1', name: 'Anna', managerId: '2' },
        { row: 3, id: '2', name: '=cmd()', leftOn: '2026-01-31' },
      ],
      rejected: [
        { row: 4, column: 'Personalnummer', reason: 'required' },
        { row: 5, column: 'Name', reason: 'required' },
        { row: 6, reason: 'wrong-number-of-fields' },
      ],
    });
  });

  test('a file that is wrong as a whole', async () => {
    await assert.rejects(all(readPeopleCsv('')), refused('invalid-input', 'file'));
    await assert.rejects(all(readPeopleCsv('id,mail\n')), refused('invalid-input', 'name'));
  });
});

describe('people by SCIM', () => {
  const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
  const users = [
    {
      id: 'u1',
      externalId: '100',
      userName: 'anna',
      displayName: 'Anna Berg',
      title: 'Seller',
      timezone: 'Europe/Berlin',
      emails: [{ value: 'private@example.org' }, { value: 'anna@example.org', primary: true }],
      [enterprise]: { employeeNumber: '100', department: 'Sales', manager: { value: 'u2' } },
    },
    { id: 'u2', externalId: '200', userName: 'ben', name: { givenName: 'Ben', familyName: 'Cole' }, active: false },
    { userName: 'nobody' },
  ];
  const requests: Request[] = [];
  const directory =
    (cap = 2): typeof fetch =>
    (input, init) => {
      const request = new Request(input as URL, init);
      requests.push(request);
      const query = new URL(request.url).searchParams;
      const start = Number(query.get('startIndex'));
      const count = Math.min(cap, Number(query.get('count')));
      const Resources = users.slice(start - 1, start - 1 + count);
      return Promise.resolve(Response.json({ totalResults: users.length, startIndex: start, Resources }));
    };
  const read = (more: Partial<ScimOptions> = {}): Promise<PeopleBatch> =>
    all(
      readPeopleScim({ baseUrl: 'https://directory.example/scim/v2/', token: 'secret', fetch: directory(), ...more }),
    );

  test('pages as the directory sends them, with the enterprise extension', async () => {
    const expected = {
      people: [
        {
          row: 1,
          id: 'u1',
          name: 'Anna Berg',
          email: 'anna@example.org',
          jobTitle: 'Seller',
          timeZone: 'Europe/Berlin',
          employeeNumber: '100',
          department: 'Sales',
          managerId: 'u2',
        },
        { row: 2, id: 'u2', name: 'Ben Cole', isInactive: true },
      ],
      rejected: [{ row: 3, column: 'id', reason: 'required' }],
    };
    assert.deepEqual(await read(), expected);
    assert.deepEqual(await read({ fetch: directory(1) }), expected);
    const [request] = requests;
    assert.equal(request?.url, 'https://directory.example/scim/v2/Users?startIndex=1&count=500');
    assert.equal(request?.headers.get('authorization'), 'Bearer secret');
    assert.equal(request?.redirect, 'error');
  });

  test('ids of another kind, managers with them', async () => {
    const { people } = await read({ personId: 'externalId' });
    assert.deepEqual(
      people.map(({ id, managerId }) => [id, managerId]),
      [
        ['100', '200'],
        ['200', undefined],
      ],
    );
  });

  test('a directory that refuses, fails, is no directory or never ends', async () => {
    const answering = (response: () => Response): Promise<PeopleBatch> =>
      read({ fetch: () => Promise.resolve(response()) });
    await assert.rejects(
      answering(() => new Response('', { status: 401 })),
      refused('auth-required'),
    );
    await assert.rejects(
      answering(() => new Response('', { status: 429 })),
      refused('busy'),
    );
    await assert.rejects(
      answering(() => new Response('', { status: 503 })),
      refused('unreachable'),
    );
    await assert.rejects(
      answering(() => new Response('<html>')),
      refused('invalid-input', 'answer'),
    );
    await assert.rejects(
      answering(() => Response.json({ hello: 1 })),
      refused('invalid-input', 'answer'),
    );
    await assert.rejects(read({ fetch: () => Promise.reject(new TypeError('redirected')) }), refused('unreachable'));
    const empty = await answering(() => Response.json({ totalResults: 10, Resources: [] }));
    assert.deepEqual(empty, { people: [], rejected: [] });
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    const obeying: typeof fetch = (_, init) => Promise.reject(init?.signal?.reason as Error);
    await assert.rejects(read({ signal: stop.signal, fetch: obeying }), /enough/);
  });

  test('the token is in no error', async () => {
    for (const status of [401, 500]) {
      const failing = read({ fetch: () => Promise.resolve(new Response('secret', { status })) });
      await failing.catch((error: unknown) =>
        assert.doesNotMatch(`${String(error)} ${JSON.stringify(error)}`, /secret/),
      );
    }
  });
});
