import { addDays } from '@coachkit/core';
import { expectSame, expectThat } from '../expect.js';
import { newKey } from './caller.js';
import { recordOf } from './company.js';
import { expectOk, expectProblem } from './expect-answers.js';
import { titlesOf } from './goals.js';
import { serverCase } from './server-case.js';
import { manifestOf } from './synchronising.js';

const withKey = (key = newKey()) => ({ headers: { 'Idempotency-Key': key } });

/** Promise 6: a request that is sent again, because its answer was lost, does nothing twice. */
export const idempotencyCases = [
  serverCase(6, 'the same request again has the same answer and makes nothing', async ({ tom }) => {
    const unusual = withKey();
    const first = await tom.create('/employees/tom/goals', { title: 'Once' }, unusual);
    const made = await manifestOf(tom);
    for (let time = 0; time < 3; time += 1) {
      const again = await tom.create('/employees/tom/goals', { title: 'Once' }, unusual);
      expectSame([again.status, again.body], [first.status, first.body], 'the answer');
    }
    expectOk(first, 'the first', 201);
    expectSame(await manifestOf(tom), made, 'what there is');
    expectSame(await titlesOf(tom), ['Once'], 'the goals');
  }),

  serverCase(6, 'the same request many times at once makes one thing', async ({ priya, relationshipId, today }) => {
    const unusual = withKey();
    const record = recordOf(addDays(today, -1));
    const send = () => priya.create(`/relationships/${relationshipId}/records`, record, unusual);
    const answers = await Promise.all(Array.from({ length: 8 }, send));
    const bodies = new Set(answers.map((answer) => JSON.stringify(expectOk(answer, 'each', 201))));
    expectSame(bodies.size, 1, 'different answers');
    expectSame((await manifestOf(priya)).filter((name) => name.startsWith('session/')).length, 1, 'sessions');
  }),

  serverCase(6, 'the same key with something else is refused with 422', async ({ tom }) => {
    const unusual = withKey();
    expectOk(await tom.create('/employees/tom/goals', { title: 'One' }, unusual), 'the first', 201);
    const other = await tom.create('/employees/tom/goals', { title: 'Other' }, unusual);
    expectProblem(other, 'operation-reused', 'another body');
    const leave = { start: '2026-01-01', end: '2026-01-02' };
    expectProblem(await tom.create('/people/tom/leave', leave, unusual), 'operation-reused', 'another address');
    expectSame(await titlesOf(tom), ['One'], 'the goals');
  }),

  serverCase(6, 'what was refused may be sent again, better, with its key', async ({ tom }) => {
    const unusual = withKey();
    expectProblem(await tom.create('/employees/tom/goals', { title: ' ' }, unusual), 'invalid-input', 'blank words');
    expectOk(await tom.create('/employees/tom/goals', { title: 'Better' }, unusual), 'the better one', 201);
    expectSame(await titlesOf(tom), ['Better'], 'the goals');
  }),

  serverCase(6, 'making something without a key is refused', async ({ tom }) => {
    const answer = await tom.send('POST', '/employees/tom/goals', { title: 'x' });
    expectThat(answer.status === 400 || answer.status === 428, `without a key: found ${answer.status}`);
    for (const key of ['no id', 'x'.repeat(129), '../x', 'é']) {
      const encoded = key === 'é' ? '%C3%A9' : key;
      const wrong = await tom.create('/employees/tom/goals', { title: 'x' }, withKey(encoded));
      expectProblem(wrong, 'invalid-input', `the key ${key}`);
    }
    expectSame(await titlesOf(tom), [], 'the goals');
  }),

  serverCase(6, 'different keys make different things', async ({ tom }) => {
    const send = () => tom.create('/employees/tom/goals', { title: 'Same words' });
    await Promise.all([send(), send(), send()]);
    expectSame(await titlesOf(tom), ['Same words', 'Same words', 'Same words'], 'the goals');
  }),
];
