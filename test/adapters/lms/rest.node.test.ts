import { refusalOf, type CoachingError } from '@coachkit/core';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createRestLearningSystem, type RestMapping } from '@coachkit/adapters/lms/rest';
import { openRest, restMapping, webhookSecret } from './rest-laboratory.ts';
import { connection, keysOf } from './suite-world.ts';

function create(mapping: unknown, fetch?: () => Promise<Response>) {
  const people = { by: 'id-number', keysOf } as const;
  const given = { mapping: mapping as RestMapping, webhookSecret, ...(fetch && { fetch }) };
  return createRestLearningSystem({ ...connection, url: 'https://lms.example', people, ...given });
}

describe('a mapping', () => {
  const wrong: readonly [what: string, mapping: unknown, path: string][] = [
    ['is missing', undefined, 'mapping'],
    ['has a part that nobody knows', { ...restMapping, upload: {} }, 'mapping'],
    [
      'leads to another host',
      { ...restMapping, get: { request: { method: 'GET', path: '//evil.example/{courseId}' }, item: '' } },
      'mapping.get.request.path',
    ],
    [
      'has an address without a slash',
      { ...restMapping, get: { request: { method: 'GET', path: '.evil.example/{courseId}' }, item: '' } },
      'mapping.get.request.path',
    ],
    [
      'uses a method that nobody knows',
      { ...restMapping, get: { request: { method: 'TRACE', path: '/x' }, item: '' } },
      'mapping.get.request.method',
    ],
    [
      'reaches into the machinery of objects by a place with blanks',
      { ...restMapping, get: { ...restMapping.get, item: 'a b' } },
      'mapping.get.item',
    ],
    [
      'asks for something that is never sent',
      {
        ...restMapping,
        assign: { ...restMapping.assign!, request: { method: 'POST', path: '/x', body: { focus: '{focus}' } } },
      },
      'mapping.assign.request',
    ],
    [
      'asks for the coach',
      { ...restMapping, recommend: { done: 'status', request: { method: 'POST', path: '/x/{managerId}' } } },
      'mapping.recommend.request',
    ],
  ];
  for (const [what, mapping, path] of wrong) {
    test(`that ${what} is refused`, () => {
      assert.throws(
        () => create(mapping),
        (error: CoachingError) => {
          assert.equal(error.code, 'invalid-input');
          assert.ok(
            error.problems.some((problem) => problem.path === path),
            JSON.stringify(error.problems),
          );
          return true;
        },
      );
    });
  }

  test('with a webhook needs a secret that is not guessed', () => {
    const options = {
      ...connection,
      url: 'https://lms.example',
      people: { by: 'email', keysOf },
      mapping: restMapping,
    } as const;
    for (const secret of [undefined, '', 'short'])
      assert.throws(
        () => createRestLearningSystem({ ...options, ...(secret !== undefined && { webhookSecret: secret }) }),
        {
          code: 'invalid-input',
        },
      );
  });

  test('finds no inherited member of an answer', async () => {
    const get = { ...restMapping.get, item: 'constructor' };
    const lms = create({ ...restMapping, get }, () => Promise.resolve(Response.json({ data: {} })));
    assert.equal(await lms.get('c1'), undefined);
  });

  test('without a part offers less', async () => {
    const { assign: _a, recommend: _r, withdraw: _w, changes: _c, webhook: _h, ...least } = restMapping;
    const lms = create(least);
    assert.deepEqual(lms.capabilities?.delivery, ['person']);
    assert.deepEqual(
      [lms.recommend, lms.withdraw, lms.changes, lms.receive],
      [undefined, undefined, undefined, undefined],
    );
    await assert.rejects(lms.assign({ requestId: 'r', personId: 'tom', courseId: '4' }), { code: 'not-supported' });
  });
});

describe('what is sent', () => {
  test('stands in its place whatever it holds', async () => {
    const { lms, requests, close } = await openRest();
    try {
      await lms.find('a&page=9#/../%00 {learnerId}', 5).catch(() => undefined);
      const [first = ''] = requests!();
      assert.match(first, /^GET \/catalogue\?q=a%26page%3D9%23%2F\.\.%2F%2500%20%7BlearnerId%7D&page=1\n/);
      assert.equal(await lms.get('../people'), undefined);
      assert.match(requests!().at(-1)!, /^GET \/catalogue\/\.\.%2Fpeople\n/);
    } finally {
      await close();
    }
  });
});

describe('what is answered', () => {
  test('with "not found" means somebody without courses only where the mapping says so', async () => {
    const nothing = (): Promise<Response> => Promise.resolve(new Response('', { status: 404 }));
    const { learner: _none, ...mapping } = restMapping;
    await assert.rejects(create(mapping, nothing).progress('tom', ['4']), {
      refusal: { reason: 'refused', code: 'http-404' },
    });
    const known = { ...mapping, progress: { ...mapping.progress, noneOn404: true } };
    assert.deepEqual(await create(known, nothing).progress('tom', ['4']), []);
  });

  test('as an error with HTTP 200 is mapped by its code', async () => {
    const codes: [string, object][] = [
      ['NO_PERSON', { reason: 'unknown-person', code: 'NO_PERSON' }],
      ['NO_COURSE', { reason: 'unknown-course', code: 'NO_COURSE' }],
      ['MAINTENANCE', { reason: 'unavailable', code: 'MAINTENANCE' }],
      ['<script>', { reason: 'refused' }],
    ];
    for (const [code, refusal] of codes) {
      const lms = create(restMapping, () => Promise.resolve(Response.json({ error: { code } })));
      await assert.rejects(lms.find('x', 5), (error) => {
        assert.deepEqual(refusalOf(error), refusal);
        return true;
      });
    }
  });

  test('links that are no https links are left out', async () => {
    const course = (link: string) => ({
      data: { id: 'c1', name: 'One', link, minutes: 40, about: '<b>All</b> about it' },
    });
    const read = (link: string) => create(restMapping, () => Promise.resolve(Response.json(course(link)))).get('c1');
    const plain = { id: 'c1', title: 'One', summary: 'All about it', durationMinutes: 40 };
    for (const link of ['javascript:alert(1)', 'data:text/html,x', 'http://lms.example', '//x', ''])
      assert.deepEqual(await read(link), plain);
    assert.deepEqual(await read('https://lms.example/c1'), { ...plain, url: 'https://lms.example/c1' });
  });
});
