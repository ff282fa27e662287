import { CoachingError } from '@coachkit/core';
import { createDemoLearningSystem, demoCourses } from '@coachkit/core/demo';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

const refusedWith =
  (code: string, retryable: boolean) =>
  (error: unknown): boolean =>
    CoachingError.isInstance(error) && error.code === code && error.retryable === retryable;

describe('the learning system of the demonstration', () => {
  test('finds courses by every word of the title, accents and case aside, best first', async () => {
    const lms = createDemoLearningSystem();
    assert.deepEqual(
      (await lms.find('NEGOT fund', 5)).map(({ title }) => title),
      ['Negotiation fundamentals'],
    );
    const [first] = await lms.find('code', 5);
    assert.equal(first?.title, 'Code review as a conversation');
    assert.equal((await lms.find('', 3)).length, 3);
    assert.deepEqual(await lms.find('nothing like this', 3), []);
    assert.equal((await lms.get('c101'))?.title, 'Negotiation fundamentals');
    assert.equal(await lms.get('c999'), undefined);
  });

  test('confirms an assignment once and tells of it from then on', async () => {
    const lms = createDemoLearningSystem();
    const request = { requestId: 'a1', personId: 'p021', courseId: 'c103' };
    assert.deepEqual(await lms.progress('p021', ['c103']), []);
    assert.deepEqual(await lms.assign(request), { requestId: 'a1', state: 'done' });
    assert.deepEqual(await lms.assign(request), { requestId: 'a1', state: 'already-done' });
    assert.deepEqual(await lms.progress('p021', ['c103', 'c999']), [{ courseId: 'c103', status: 'enrolled' }]);
    assert.deepEqual(await lms.progress('p022', ['c103']), [], 'nobody else was enrolled');
  });

  test('refuses a course it does not know and one that is closed, and does not enrol', async () => {
    const lms = createDemoLearningSystem();
    const assign = (courseId: string): Promise<unknown> => lms.assign({ requestId: 'a1', personId: 'p021', courseId });
    await assert.rejects(assign('c999'), refusedWith('not-found', false));
    await assert.rejects(assign('c107'), refusedWith('lms-unavailable', false));
    assert.deepEqual(await lms.progress('p021', ['c107']), []);
  });

  test('keeps what it knew, and does not take a step back', async () => {
    const known = { courseId: 'c101', status: 'completed', completedOn: '2026-10-01' } as const;
    const lms = createDemoLearningSystem({ progress: new Map([['p021', [known]]]) });
    await lms.assign({ requestId: 'a1', personId: 'p021', courseId: 'c101' });
    assert.deepEqual(await lms.progress('p021', ['c101']), [known]);
  });

  test('answers nothing on a day when it is down, and says that later may work', async () => {
    const lms = createDemoLearningSystem({ isDown: true });
    const calls = [
      lms.find('code', 3),
      lms.get('c101'),
      lms.assign({ requestId: 'a1', personId: 'p021', courseId: 'c101' }),
      lms.progress('p021', ['c101']),
    ];
    for (const call of calls) await assert.rejects(call, refusedWith('lms-unavailable', true));
  });

  test('two of them know nothing of each other', async () => {
    const [one, other] = [createDemoLearningSystem(), createDemoLearningSystem({ courses: demoCourses })];
    await one.assign({ requestId: 'a1', personId: 'p021', courseId: 'c103' });
    assert.deepEqual(await other.progress('p021', ['c103']), []);
  });
});
