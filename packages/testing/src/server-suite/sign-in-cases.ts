import { expectSame, expectThat } from '../expect.js';
import { callerOf, newKey } from './caller.js';
import { expectOk, expectProblem } from './expect-answers.js';
import { serverCase } from './server-case.js';
import { manifestOf, operation, sendBatch } from './synchronising.js';

/** Promises 1 and 2: who asks. */
export const signInCases = [
  serverCase(1, 'whoever is not signed in gets 401 from every address', async ({ relationshipId }, harness) => {
    const nobody = await callerOf(harness);
    for (const path of ['/agenda', '/replica', '/changes', '/device-key', `/drafts/${relationshipId}`]) {
      expectProblem(await nobody.get(path), 'auth-required', `GET ${path}`);
    }
    expectProblem(await nobody.create('/employees/tom/goals', { title: 'x' }), 'auth-required', 'POST of a goal');
    expectProblem(await sendBatch(nobody, [operation('directory.units', {})]), 'auth-required', 'a batch');
  }),

  serverCase(1, 'a sign-in that says nothing is none', async (_company, harness) => {
    const nobody = await callerOf(harness);
    for (const Authorization of ['Bearer', 'Bearer null', 'Basic Og==', 'tom']) {
      const answer = await nobody.get('/agenda', { headers: { Authorization } });
      expectProblem(answer, 'auth-required', `with Authorization: ${Authorization}`);
    }
  }),

  serverCase(2, 'no header that a client makes up changes who asks', async ({ tom, sam, tenantId }) => {
    expectOk(await tom.create('/employees/tom/goals', { title: 'Own goal' }), 'a goal', 201);
    const own = await manifestOf(sam);
    const made = ['X-Person-Id', 'X-User', 'X-Actor', 'X-Forwarded-User', 'Remote-User', 'X-CoachKit-Person'];
    const headers = { ...Object.fromEntries(made.map((name) => [name, 'tom'])), 'X-Tenant-Id': `${tenantId}-other` };
    expectProblem(await sam.get('/employees/tom/goals', { headers }), 'not-found', 'the goals of somebody else');
    const roles = { 'X-Roles': 'technical-admin', 'X-CoachKit-Roles': 'technical-admin' };
    expectProblem(await sam.get('/people', { headers: roles }), 'forbidden', 'everybody');
    expectSame(await manifestOf(sam), own, 'what Sam may hold');
  }),

  serverCase(2, 'neither query nor body say who asks', async ({ tom, sam }) => {
    for (const query of ['actor=tom', 'personId=tom', 'tenantId=other', 'roles=technical-admin']) {
      const answer = await sam.get(`/employees/tom/goals?${query}`);
      expectThat(answer.status === 400 || answer.status === 404, `with ?${query}: found ${answer.status}`);
    }
    const body = { title: 'By Tom?', actor: { personId: 'tom' } };
    expectProblem(await sam.create('/employees/sam/goals', body), 'invalid-input', 'an actor in the body');
    const goal = await tom.create('/employees/tom/goals', { title: 'By Tom', createdBy: 'sam' });
    expectProblem(goal, 'invalid-input', 'an author in the body');
    const signed = { ...operation('plans.addGoal', { employeeId: 'tom', title: 'x' }), personId: 'tom' };
    expectProblem(await sendBatch(sam, [signed]), 'invalid-input', 'a person in an operation');
  }),

  serverCase(2, 'the author of what is written is who is signed in', async ({ tom }) => {
    const saved = await tom.create('/employees/tom/goals', { title: 'Speak first' }, { headers: { 'X-User': 'sam' } });
    const { value } = expectOk<{ value: { createdBy: string } }>(saved, 'a goal', 201);
    expectSame(value.createdBy, 'tom', 'the author');
  }),

  serverCase(2, 'a tenant knows nothing of another one', async ({ it, tom, relationshipId }, harness) => {
    const tenantId = await harness.newTenant();
    expectOk(await tom.create('/employees/tom/goals', { title: 'Own goal' }), 'a goal', 201);
    for (const [personId, roles] of [
      ['tom', []],
      ['priya', []],
      ['it', ['technical-admin']],
    ] as const) {
      const twin = await callerOf(harness, { tenantId, personId, roles });
      expectSame(await manifestOf(twin), [], `what ${personId} of the other tenant may hold`);
      expectProblem(await twin.get(`/sessions?relationshipId=${relationshipId}`), 'not-found', 'the pair');
      expectProblem(await twin.get('/people/tom'), 'not-found', 'the person');
    }
    const other = await callerOf(harness, { tenantId, personId: 'it', roles: ['technical-admin'] });
    expectSame(expectOk<{ items: unknown[] }>(await other.get('/people'), 'people').items, [], 'people there');
    const person = { name: 'Another Tom', timeZone: 'Etc/UTC' };
    const unusual = { headers: { 'If-None-Match': '*' } };
    expectOk(await other.send('PUT', '/people/tom', person, unusual), 'the same id in the other tenant');
    expectSame(expectOk<{ name: string }>(await it.get('/people/tom'), 'the first Tom').name, 'Tom Okafor', 'his name');
  }),

  serverCase(2, 'an idempotency key of one tenant means nothing in another', async ({ tom }, harness) => {
    const tenantId = await harness.newTenant();
    const twin = await callerOf(harness, { tenantId, personId: 'tom', roles: [] });
    const headers = { 'Idempotency-Key': newKey() };
    const leave = { start: '2026-01-01', end: '2026-01-02' };
    expectOk(await tom.create('/people/tom/leave', leave, { headers }), 'leave', 201);
    expectProblem(await twin.create('/people/tom/leave', leave, { headers }), 'not-found', 'leave in the other tenant');
  }),
];
