import { refusalOf } from '@coachkit/core';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCanvas } from '@coachkit/adapters/lms/canvas';
import { canvasCourse, canvasEnrolment, canvasUser } from './fixtures/canvas-answers.ts';
import { openCanvas } from './canvas-laboratory.ts';
import { connection, keysOf } from './suite-world.ts';

/** A Canvas that answers by path, and the addresses that were asked for. */
function canvasWith(answer: (path: string) => Response) {
  const asked: string[] = [];
  const fetch = (input: unknown) => {
    asked.push(String(input));
    return Promise.resolve(answer(new URL(String(input)).pathname));
  };
  const url = 'https://canvas.example';
  const people = { by: 'email', keysOf } as const;
  return {
    asked,
    lms: createCanvas({ ...connection, url, people, accountId: '1', fetch: fetch as typeof globalThis.fetch }),
  };
}

test('a link to the next page that leads to another host is not followed', async () => {
  for (const next of [
    'https://evil.example/next',
    'https://canvas.example.evil.example/next',
    'http://canvas.example/next',
  ]) {
    const headers = { link: `<${next}>; rel="next"` };
    const { lms, asked } = canvasWith(() => Response.json([canvasCourse(1, 'One')], { headers }));
    assert.equal((await lms.find('one', 50)).length, 1);
    assert.equal(asked.length, 1);
  }
});

test('too many requests are "later", by 429 and by 403 with its words; another 403 is a refusal', async () => {
  const answers: [Response, object][] = [
    [
      new Response('429 Too Many Requests (Rate Limit Exceeded)', { status: 429 }),
      { reason: 'unavailable', code: 'http-429' },
    ],
    [new Response('403 Forbidden (Rate Limit Exceeded)', { status: 403 }), { reason: 'unavailable', code: 'http-403' }],
    [Response.json({ status: 'unauthorized' }, { status: 403 }), { reason: 'refused', code: 'http-403' }],
    [Response.json({ errors: [] }, { status: 401 }), { reason: 'refused', code: 'http-401' }],
  ];
  for (const [response, refusal] of answers) {
    const { lms } = canvasWith(() => response.clone());
    await assert.rejects(lms.find('one', 5), (error) => {
      assert.deepEqual(refusalOf(error), refusal);
      return true;
    });
  }
});

test('an invitation is taken on, not confirmed; an answer about somebody else is no confirmation', async () => {
  const request = { requestId: 'request-1', personId: 'tom', courseId: '4' };
  const made = (enrolment: object) =>
    canvasWith((path) => {
      if (path.endsWith('/accounts/1/users')) return Response.json([canvasUser(11, 'tom@acme.example')]);
      if (path.endsWith('/users/11/enrollments')) return Response.json([]);
      return Response.json(path.endsWith('/enrollments') ? enrolment : canvasCourse(4, 'x'));
    }).lms.assign(request);
  assert.equal((await made(canvasEnrolment(1, 4, 11, 'active'))).state, 'done');
  assert.equal((await made(canvasEnrolment(1, 4, 11, 'invited'))).state, 'accepted');
  for (const other of [canvasEnrolment(1, 4, 12), canvasEnrolment(1, 5, 11), {}])
    await assert.rejects(made(other), { refusal: { reason: 'unavailable', code: 'not-understood' } });
});

test('people are found by the number of the personnel system, and by an id of the host', async () => {
  for (const people of [
    { by: 'id-number', keysOf } as const,
    { by: 'function', learnerOf: (personId: string) => Promise.resolve(personId === 'tom' ? '11' : '99') } as const,
  ]) {
    const { lms, close } = await openCanvas({ people });
    try {
      const { found, unmapped } = await lms.mapping(['tom', 'stranger']);
      assert.deepEqual([found, unmapped], [1, [{ personId: 'stranger', reason: 'not-in-learning-system' }]]);
    } finally {
      await close();
    }
  }
});

test('an account that is not there is a mistake to be told, not an empty catalogue', async () => {
  const { lms } = canvasWith(() => Response.json({ errors: [] }, { status: 404 }));
  for (const call of [lms.find('one', 5), lms.mapping(['tom'])])
    await assert.rejects(call, { refusal: { reason: 'refused', code: 'http-404' } });
});
