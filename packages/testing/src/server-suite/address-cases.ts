import { routes } from '@coachkit/core/wire';
import { expectSame, expectThat } from '../expect.js';
import { expectOk, expectProblem, problemOf } from './expect-answers.js';
import { addGoal, titlesOf } from './goals.js';
import { serverCase } from './server-case.js';
import { manifestOf } from './synchronising.js';

/** Promises 16 and 17: keys, addresses and methods that there are, and those that there are not. */
export const addressCases = [
  serverCase(16, 'a key of the body that no rule names is refused', async ({ tom, it }) => {
    const goal = await tom.create('/employees/tom/goals', { title: 'x', importance: 3 });
    const { problems = [] } = expectProblem(goal, 'invalid-input', 'a goal');
    expectThat(
      problems.some(({ rule }) => rule === 'unknown-key'),
      'the rule is named',
    );
    const person = { name: 'Tom', timeZone: 'Etc/UTC', salary: 1 };
    expectProblem(await it.change('PUT', '/people/tom', '*', person), 'invalid-input', 'a person');
    expectProblem(await tom.send('POST', '/operations', { operations: [], more: 1 }), 'invalid-input', 'a batch');
    const polluted = { raw: '{"title":"x","__proto__":{"status":"reached"}}' };
    expectProblem(await tom.create('/employees/tom/goals', undefined, polluted), 'invalid-input', 'a prototype');
    expectSame(await titlesOf(tom), [], 'the goals');
  }),

  serverCase(16, 'a key of the query that no rule names is refused', async ({ tom, it, relationshipId }) => {
    for (const path of [
      '/agenda?day=1',
      `/sessions?relationshipId=${relationshipId}&sort=date`,
      '/development?employeeId=tom&full=true',
      '/employees/tom/goals?status=open',
    ]) {
      expectProblem(await tom.get(path), 'invalid-input', path);
    }
    expectProblem(await it.get('/people?limit=1&limit=2'), 'invalid-input', 'a key twice');
  }),

  serverCase(16, 'what stands in the path cannot stand in the body as well', async ({ tom }) => {
    const { id } = await addGoal(tom, 'Mine');
    const answer = await tom.change('PATCH', `/goals/${id}`, 1, { goalId: 'other', title: 'x' });
    expectProblem(answer, 'invalid-input', 'another id in the body');
    expectSame(await titlesOf(tom), ['Mine'], 'the goals');
  }),

  serverCase(17, 'an address that there is not is answered with 404', async ({ tom }) => {
    const paths = [
      '/nowhere',
      '/',
      '/agenda/today',
      '/goals',
      '/sessions/a/b/c',
      '/people//',
      '/__proto__',
      '/operations/1',
    ];
    for (const path of paths) {
      const answer = await tom.get(path);
      expectSame(answer.status, 404, path);
      problemOf(answer, path);
    }
  }),

  serverCase(
    17,
    'a method that an address does not have is answered with 405 and those that it has',
    async ({ tom }) => {
      for (const [method, path, allowed] of [
        ['DELETE', '/agenda', 'GET'],
        ['PUT', '/sessions', 'POST'],
        ['GET', '/operations', 'POST'],
        ['POST', '/replica', 'GET'],
        ['PATCH', '/people/tom', 'PUT'],
      ] as const) {
        const answer = await tom.send(method, path, method === 'GET' ? undefined : {});
        expectSame(answer.status, 405, `${method} ${path}`);
        problemOf(answer, `${method} ${path}`);
        const methods = (answer.headers.get('Allow') ?? '').split(/, */);
        expectThat(methods.includes(allowed), `${method} ${path}: Allow is ${methods.join(', ')}`);
      }
    },
  ),

  serverCase(17, 'HEAD is answered as GET, without a body', async ({ tom }) => {
    for (const path of ['/agenda', '/replica', '/sessions/none']) {
      const [head, get] = [await tom.send('HEAD', path), await tom.get(path)];
      expectSame([head.status, head.text], [get.status, ''], `HEAD ${path}`);
      expectSame(head.headers.get('Content-Type'), get.headers.get('Content-Type'), `HEAD ${path}: its type`);
    }
  }),

  serverCase(17, 'every address of the contract is there', async ({ tom }) => {
    const before = await manifestOf(tom);
    for (const [verb, { method, path }] of Object.entries(routes)) {
      const filled = path.replaceAll(/\{\w+\}/g, 'none');
      const answer = await tom.send(method, filled, method === 'GET' || method === 'DELETE' ? undefined : {});
      const isThere =
        answer.status !== 405 && (answer.status !== 404 || (answer.body as { code?: string }).code === 'not-found');
      expectThat(isThere && answer.status < 500 + 2, `${verb}: ${method} ${filled} is answered with ${answer.status}`);
    }
    expectSame(await manifestOf(tom), before, 'what there is');
    expectOk(await tom.get('/agenda'), 'afterwards', 200);
  }),
];
