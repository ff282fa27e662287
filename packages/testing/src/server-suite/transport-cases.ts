import { expectSame, expectThat } from '../expect.js';
import { newKey, type Answer } from './caller.js';
import { clientHeaders } from './client-headers.js';
import { expectOk, expectProblem, problemOf } from './expect-answers.js';
import { addGoal, titlesOf } from './goals.js';
import { serverCase } from './server-case.js';

/** Promises 12 and 13: how requests and answers travel. */
export const transportCases = [
  serverCase(12, 'a body that is not called JSON is refused with 415', async ({ tom }) => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'text/html', '']) {
      const unusual = { raw: '{"title":"x"}', headers: { 'Content-Type': type } };
      const answer = await tom.create('/employees/tom/goals', undefined, unusual);
      expectSame(answer.status, 415, `Content-Type: ${type}`);
      problemOf(answer, `Content-Type: ${type}`);
    }
    expectSame(await titlesOf(tom), [], 'the goals');
  }),

  serverCase(12, 'JSON with a character set is taken', async ({ tom }) => {
    const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Idempotency-Key': newKey() };
    expectOk(await tom.send('POST', '/employees/tom/goals', { title: 'Taken' }, { headers }), 'a goal', 201);
  }),

  serverCase(12, 'a body that is not JSON is refused', async ({ tom }) => {
    const notJson = ['{', '{"title":"x"', "{'title':'x'}", 'title=x', '{"title":"x"}{}', '{"title":NaN}'];
    for (const raw of ['', ' ', 'null', '[]', '"x"', '1', ...notJson]) {
      const answer = await tom.create('/employees/tom/goals', undefined, { raw });
      expectProblem(answer, 'invalid-input', `the body ${raw}`);
    }
    const bytes = await tom.create('/employees/tom/goals', undefined, {
      raw: new Uint8Array([...new TextEncoder().encode('{"title":"'), 0xc3, 0x28, 0x22, 0x7d]),
    });
    expectProblem(bytes, 'invalid-input', 'bytes that are no UTF-8');
    expectSame(await titlesOf(tom), [], 'the goals');
  }),

  serverCase(12, 'a request without the header of a client changes nothing', async ({ tom }) => {
    const without = Object.fromEntries(Object.keys(clientHeaders).map((name) => [name, '']));
    const created = await tom.create('/employees/tom/goals', { title: 'x' }, { headers: without });
    expectProblem(created, 'invalid-input', 'making something');
    const batch = await tom.send('POST', '/operations', { operations: [] }, { headers: without });
    expectProblem(batch, 'invalid-input', 'a batch');
    expectSame(await titlesOf(tom), [], 'the goals');
  }),

  serverCase(12, 'a request of another site is refused', async ({ tom }) => {
    for (const headers of [{ 'Sec-Fetch-Site': 'cross-site' }, { 'Sec-Fetch-Site': 'cross-site', Origin: 'null' }]) {
      expectProblem(await tom.create('/employees/tom/goals', { title: 'x' }, { headers }), 'forbidden', 'a goal');
      expectProblem(await tom.get('/agenda', { headers }), 'forbidden', 'the agenda');
    }
    expectOk(await tom.get('/agenda', { headers: { 'Sec-Fetch-Site': 'same-origin' } }), 'of the same site', 200);
    expectSame(await titlesOf(tom), [], 'the goals');
  }),

  serverCase(12, 'no other site is invited to read', async ({ tom }) => {
    const answer = await tom.get('/agenda', { headers: { Origin: 'https://elsewhere.example' } });
    const allowed = answer.headers.get('Access-Control-Allow-Origin');
    expectThat(allowed !== '*' && allowed !== 'https://elsewhere.example', `allowed for ${allowed ?? ''}`);
  }),

  serverCase(13, 'no answer is kept by a cache, none is guessed at', async ({ tom, it, relationshipId }) => {
    const { id } = await addGoal(tom, 'Lead a call');
    const answers: Record<string, Answer> = {
      agenda: await tom.get('/agenda'),
      manifest: await tom.get('/replica'),
      key: await tom.get('/device-key'),
      page: await it.get('/people'),
      change: await tom.change('PATCH', `/goals/${id}`, 1, { title: 'x' }),
      creation: await tom.create('/employees/tom/goals', { title: 'y' }),
      removal: await tom.send('DELETE', `/drafts/${relationshipId}`),
      refusal: await tom.get('/sessions/none'),
      'unknown address': await tom.get('/nowhere'),
      batch: await tom.send('POST', '/operations', { operations: [] }),
    };
    for (const [what, { headers }] of Object.entries(answers)) {
      expectThat(headers.get('Cache-Control')?.includes('no-store') === true, `${what}: may be kept`);
      expectSame(headers.get('X-Content-Type-Options'), 'nosniff', `${what}: X-Content-Type-Options`);
      expectSame(headers.get('X-Powered-By'), null, `${what}: X-Powered-By`);
      expectThat(headers.get('Set-Cookie') === null, `${what}: sets a cookie`);
    }
  }),

  serverCase(13, 'what comes is told by its type', async ({ tom }) => {
    for (const path of ['/agenda', '/replica', '/employees/tom/goals']) {
      const type = (await tom.get(path)).headers.get('Content-Type') ?? '';
      expectThat(/^application\/json(;|$)/.test(type), `${path}: ${type}`);
    }
  }),

  serverCase(4, 'every kind of refusal is a problem with a name of its own in the log', async ({ tom, sam }) => {
    const { id } = await addGoal(tom, 'Lead a call');
    const answers = [
      await tom.get('/sessions/none'),
      await tom.get('/sessions/%20'),
      await tom.get('/nowhere'),
      await tom.send('PUT', '/agenda', {}),
      await sam.get('/people'),
      await tom.create('/employees/tom/goals', { title: '' }),
      await tom.change('PATCH', `/goals/${id}`, 9, { title: 'x' }),
      await tom.send('PATCH', `/goals/${id}`, { title: 'x' }),
      await tom.create('/employees/tom/goals', undefined, { raw: '{' }),
    ];
    const names = answers.map((answer, index) => problemOf(answer, `refusal ${index}`).correlationId);
    expectSame(new Set(names).size, names.length, 'different correlation ids');
  }),

  serverCase(4, 'a problem says where and which rule, and nothing that was written', async ({ tom }) => {
    const secret = 'word-that-nobody-repeats';
    const answer = await tom.create('/employees/tom/goals', {
      title: secret.repeat(20),
      [secret]: secret,
      skillId: '?',
    });
    const { problems = [] } = expectProblem(answer, 'invalid-input', 'three mistakes');
    expectThat(
      problems.some(({ path, rule }) => path === 'title' && rule === 'too-long'),
      'the title is too long',
    );
    expectThat(
      problems.some(({ path, rule }) => path === 'skillId' && rule === 'not-an-id'),
      'the skill has no id',
    );
    const values = { ...(answer.body as object), problems: problems.map(({ rule, limit }) => [rule, limit]) };
    expectThat(!JSON.stringify(values).includes(secret), `repeats what was written: ${answer.text.slice(0, 300)}`);
    expectThat(!/ at |\.js|\.ts|select |node_modules/i.test(answer.text), 'tells how it is built');
  }),
];
