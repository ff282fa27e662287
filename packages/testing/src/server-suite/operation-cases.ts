import type { OperationResults } from '@coachkit/core/wire';
import { expectSame } from '../expect.js';
import { expectApplied, expectNotApplied, expectOk, expectProblem } from './expect-answers.js';
import { addGoal, goalsOf, titlesOf } from './goals.js';
import { serverCase } from './server-case.js';
import { applyBatch, manifestOf, operation, sendBatch, versionOf } from './synchronising.js';

const goal = (title: string, employeeId = 'tom') => operation('plans.addGoal', { employeeId, title });

/** Promises 7 and 8: operations of a device. */
export const operationCases = [
  serverCase(7, 'an operation that comes again is answered as before and not repeated', async ({ tom }) => {
    const sent = goal('Once');
    const first = expectApplied((await applyBatch(tom, [sent]))[0], 'the first');
    const made = await manifestOf(tom);
    const again = expectApplied((await applyBatch(tom, [sent]))[0], 'the second');
    expectSame(again.result, first.result, 'the result');
    expectSame(again.documents, first.documents, 'the documents');
    expectSame(await manifestOf(tom), made, 'what there is');
  }),

  serverCase(7, 'an operation that comes many times at once is applied once', async ({ tom }) => {
    const sent = goal('Once');
    const batches = await Promise.all(Array.from({ length: 8 }, () => sendBatch(tom, [sent])));
    expectSame(await titlesOf(tom), ['Once'], 'the goals');
    const [result] = await applyBatch(tom, [sent]);
    expectApplied(result, 'afterwards');
    const statuses = new Set(batches.map(({ status }) => status));
    expectSame(
      [...statuses].filter((status) => status >= 500),
      [],
      'failures',
    );
  }),

  serverCase(7, 'twice in one batch is once', async ({ tom }) => {
    const sent = goal('Once');
    const results = await applyBatch(tom, [sent, sent]);
    expectSame(
      results.map(({ status }) => status),
      ['applied', 'applied'],
      'the results',
    );
    expectSame(await titlesOf(tom), ['Once'], 'the goals');
  }),

  serverCase(7, 'the same id with something else in it is refused', async ({ tom }) => {
    const sent = goal('One');
    await applyBatch(tom, [sent]);
    const [other] = await applyBatch(tom, [{ ...sent, input: { employeeId: 'tom', title: 'Other' } }]);
    const problem = expectNotApplied(other, 'refused', 'another input');
    expectSame([problem.code, problem.status], ['operation-reused', 422], 'the problem');
    const [verb] = await applyBatch(tom, [{ ...sent, verb: 'directory.recordLeave' }]);
    expectNotApplied(verb, 'refused', 'another verb');
    expectSame(await titlesOf(tom), ['One'], 'the goals');
  }),

  serverCase(7, 'an operation that was refused may be applied later', async ({ priya, tom, today, relationshipId }) => {
    const comment = operation('sessions.proposeFocus', { relationshipId, text: 'Saying no' });
    expectNotApplied((await applyBatch(tom, [comment]))[0], 'refused', 'without a planned session');
    await priya.create('/sessions', { relationshipId, date: today });
    expectApplied((await applyBatch(tom, [comment]))[0], 'with one');
  }),

  serverCase(7, 'device and server make the same ids', async ({ tom }) => {
    const sent = goal('Named by its operation');
    await applyBatch(tom, [sent]);
    expectSame((await goalsOf(tom))[0]?.id, `${sent.id}.1`, 'the id of the goal');
  }),

  serverCase(7, 'the answer brings the changed documents in their new versions', async ({ tom }) => {
    const made = expectApplied((await applyBatch(tom, [goal('First')]))[0], 'a goal');
    const [document] = made.documents.filter(({ kind }) => kind === 'goal');
    expectSame([document?.version, document?.body['title']], [1, 'First'], 'the new goal');
    const change = { goalId: document?.id ?? '', title: 'Second' };
    const [result] = await applyBatch(tom, [operation('plans.updateGoal', change, { base: { title: 'First' } })]);
    const changed = expectApplied(result, 'a change').documents.filter(({ kind }) => kind === 'goal');
    expectSame(
      changed.map(({ version, body }) => [version, body['title']]),
      [[2, 'Second']],
      'the changed goal',
    );
    expectSame(await versionOf(tom, 'goal', change.goalId), 2, 'its version in the manifest');
  }),

  serverCase(8, 'the operations of a batch are applied in their order', async ({ tom }) => {
    const first = goal('Goal');
    const goalId = `${first.id}.1`;
    const change = (title: string, base: string) =>
      operation('plans.updateGoal', { goalId, title }, { base: { title: base } });
    const results = await applyBatch(tom, [first, change('Second', 'Goal'), change('Third', 'Second')]);
    expectSame(
      results.map(({ id, status }) => [id, status]).map(([, status]) => status),
      ['applied', 'applied', 'applied'],
      'results',
    );
    expectSame(await titlesOf(tom), ['Third'], 'the goals');
  }),

  serverCase(8, 'a refused operation leaves the others alone', async ({ tom }) => {
    const sent = [goal('One'), goal(' '), goal('x', 'sam'), goal('Two')];
    const results = await applyBatch(tom, sent);
    expectSame(
      results.map(({ id }) => id),
      sent.map(({ id }) => id),
      'the order of the results',
    );
    expectSame(
      results.map(({ status }) => status),
      ['applied', 'refused', 'refused', 'applied'],
      'the results',
    );
    expectSame(expectNotApplied(results[1], 'refused', 'blank words').code, 'invalid-input', 'the code');
    expectSame(expectNotApplied(results[2], 'refused', 'of somebody else').code, 'not-found', 'the code');
    expectSame(await titlesOf(tom), ['One', 'Two'], 'the goals');
  }),

  serverCase(
    8,
    'nothing after a failure is tried, and everything goes on where it stopped',
    async ({ tom, tenantId }, harness) => {
      const existing = await addGoal(tom, 'Before');
      const sent = [goal('One'), goal('Two'), goal('Three')];
      const wholeAgain = await harness.breakCommits?.(tenantId, 1);
      const results = await applyBatch(tom, sent);
      expectSame(
        results.map(({ status }) => status),
        ['applied', 'failed'],
        'the results',
      );
      const problem = expectNotApplied(results[1], 'failed', 'the second');
      expectSame([problem.retryable, problem.status >= 500], [true, true], 'whether to try again');
      await wholeAgain?.();
      expectSame(await titlesOf(tom), ['Before', 'One'], 'the goals after the failure');
      const rest = await applyBatch(tom, sent);
      expectSame(
        rest.map(({ status }) => status),
        ['applied', 'applied', 'applied'],
        'the results of the same again',
      );
      expectSame(await titlesOf(tom), ['Before', 'One', 'Three', 'Two'], 'the goals in the end');
      expectSame(await versionOf(tom, 'goal', existing.id), 1, 'a goal that nobody changed');
    },
    'breakCommits',
  ),

  serverCase(8, 'what is no change is no operation', async ({ tom }) => {
    const unknown = { ...goal('x'), verb: 'plans.forgetEverything' };
    const answer = await tom.send('POST', '/operations', { operations: [unknown, operation('directory.units', {})] });
    const { results } = expectOk<OperationResults>(answer, 'a batch', 200);
    for (const result of results) expectNotApplied(result, 'refused', 'each');
    expectSame(results.length, 2, 'results');
  }),

  serverCase(8, 'a batch that is none is refused whole', async ({ tom }) => {
    const good = goal('Good');
    for (const [what, operations] of Object.entries({
      'no operation': [],
      'a verb of the prototype': [good, { ...goal('x'), verb: 'constructor' }],
      'no id': [good, { verb: 'plans.addGoal', input: {} }],
      'an id that is none': [good, { ...goal('x'), id: '../etc' }],
      'an unknown key': [good, { ...goal('x'), wait: 1 }],
      'an age that is none': [good, { ...goal('x'), age: 'old' }],
    })) {
      const answer = await tom.send('POST', '/operations', { operations });
      expectProblem(answer, 'invalid-input', what);
    }
    expectSame(await titlesOf(tom), [], 'the goals');
  }),
];
