import { expectSame, expectThat } from '../expect.js';
import { newKey, type Caller } from './caller.js';
import { expectOk, expectProblem, problemOf } from './expect-answers.js';
import { titlesOf } from './goals.js';
import { serverCase } from './server-case.js';
import { applyBatch, operation, sendBatch } from './synchronising.js';

const kibibyte = 1024;

/** A list in a list in a list. */
function nested(depth: number): string {
  return '['.repeat(depth) + ']'.repeat(depth);
}

async function expectTooLarge(caller: Caller, raw: BodyInit, what: string): Promise<void> {
  const answer = await caller.create('/employees/tom/goals', undefined, { raw });
  expectSame(answer.status, 413, what);
  problemOf(answer, what);
}

/** Promise 11: what is too much. */
export const limitCases = [
  serverCase(11, 'a body of more than 256 KiB is refused with 413', async ({ tom }) => {
    await expectTooLarge(tom, JSON.stringify({ title: 'x'.repeat(256 * kibibyte) }), 'a body that says its length');
    await expectTooLarge(tom, ' '.repeat(256 * kibibyte) + '{"title":"x"}', 'spaces');
    expectSame(await titlesOf(tom), [], 'the goals');
  }),

  serverCase(11, 'a body in pieces is cut at the limit, whatever is still to come', async ({ tom }) => {
    let sent = 0;
    const piece = new TextEncoder().encode('x'.repeat(16 * kibibyte));
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += piece.length;
        controller.enqueue(piece);
        if (sent > 16 * kibibyte * kibibyte) controller.close();
      },
    });
    // A server may hang up on somebody who never ends; either way most of it stays unread.
    const status = await tom
      .create('/employees/tom/goals', undefined, { raw: endless })
      .then((answer) => answer.status)
      .catch(() => 413);
    expectSame(status, 413, 'a body without end');
    expectThat(sent < 4 * kibibyte * kibibyte, `${sent} bytes were read`);
  }),

  serverCase(11, 'a body just below 256 KiB is read', async ({ tom }) => {
    const operations = Array.from({ length: 100 }, () =>
      operation('plans.addGoal', { employeeId: 'tom', title: 'x'.repeat(2_400) }),
    );
    const answer = await sendBatch(tom, operations);
    const { results } = expectOk<{ results: { status: string }[] }>(answer, 'a batch of 250 KiB', 200);
    expectSame([results.length, results[0]?.status], [100, 'refused'], 'each is too long, and was read');
  }),

  serverCase(11, 'JSON deeper than 32 levels is refused', async ({ tom }) => {
    for (const depth of [33, 1_000, 100_000]) {
      const answer = await tom.create('/employees/tom/goals', undefined, { raw: `{"title":${nested(depth)}}` });
      expectProblem(answer, 'invalid-input', `${depth} levels`);
    }
    const goal = { id: newKey(), verb: 'plans.addGoal', input: { employeeId: 'tom', title: 'x' } };
    const raw = JSON.stringify({ operations: [{ ...goal, base: { title: 0 } }] }).replace('0', nested(40));
    expectProblem(
      await tom.send('POST', '/operations', undefined, { raw }),
      'invalid-input',
      'the base of an operation',
    );
    expectSame(await titlesOf(tom), [], 'the goals');
  }),

  serverCase(11, 'a batch has 1 to 100 operations', async ({ tom }) => {
    const goals = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        operation('plans.addGoal', { employeeId: 'tom', title: `Goal ${String(index).padStart(3, '0')}` }),
      );
    expectProblem(await sendBatch(tom, goals(101)), 'invalid-input', '101 operations');
    expectSame(await titlesOf(tom), [], 'the goals');
    expectSame((await applyBatch(tom, goals(100))).length, 100, 'results');
    expectSame((await titlesOf(tom)).length, 100, 'goals');
  }),

  serverCase(
    11,
    'a page has 1 to 100 items, a request for documents 1 to 100 names',
    async ({ it, tom, relationshipId }) => {
      for (const limit of ['0', '101', '-1', '1.5', '1e1', 'ten', '', '0x10', 'Infinity']) {
        expectProblem(await it.get(`/people?limit=${limit}`), 'invalid-input', `people, limit ${limit}`);
        const sessions = await tom.get(`/sessions?relationshipId=${relationshipId}&limit=${limit}`);
        expectProblem(sessions, 'invalid-input', `sessions, limit ${limit}`);
      }
      for (const count of [0, 101]) {
        const documents = Array.from({ length: count }, (_, index) => ({ kind: 'goal', id: `g${index}` }));
        const answer = await tom.send('POST', '/replica/documents', { documents });
        expectProblem(answer, 'invalid-input', `${count} documents`);
      }
    },
  ),
];
