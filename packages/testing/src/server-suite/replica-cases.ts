import type { DeviceKey, WireDocument } from '@coachkit/core/wire';
import { addDays, type RecordedSession, type Saved } from '@coachkit/core';
import { expectSame, expectThat } from '../expect.js';
import { newKey } from './caller.js';
import { recordOf, type ServedCompany } from './company.js';
import { expectApplied, expectOk, expectProblem } from './expect-answers.js';
import { addGoal } from './goals.js';
import { serverCase } from './server-case.js';
import { applyBatch, documentsOf, manifestOf, operation } from './synchronising.js';

const draft = {
  date: '2026-11-24',
  durationMinutes: 60,
  reviews: [],
  focusQuery: '',
  points: ['half a sent'],
  actions: [],
  quickEntry: '',
  activeSeconds: 1,
};

async function recordOne({ priya, tom, relationshipId, today }: ServedCompany): Promise<string> {
  const actions = [{ id: newKey(), text: 'Draft three questions', ownerId: 'tom', dueDate: addDays(today, 7) }];
  const record = { ...recordOf(addDays(today, -1)), actions };
  const recorded = await priya.create(`/relationships/${relationshipId}/records`, record);
  const { id } = expectOk<Saved<RecordedSession>>(recorded, 'a record', 201).value.session;
  expectOk(await tom.create(`/sessions/${id}/comments`, { text: 'Thank you' }), 'a comment', 201);
  return id;
}

function kindsOf(manifest: readonly string[]): readonly string[] {
  return [...new Set(manifest.map((name) => name.slice(0, name.indexOf('/'))))].sort();
}

/** Promises 14 and 20: what a device holds, and the key with which it does. */
export const replicaCases = [
  serverCase(14, 'the manifest names every document with its version, and the documents are those', async (company) => {
    await recordOne(company);
    const { id: goalId } = await addGoal(company.tom, 'Lead a call');
    expectOk(await company.tom.change('PATCH', `/goals/${goalId}`, 1, { title: 'Lead two calls' }), 'a change');
    for (const caller of [company.tom, company.priya]) {
      const manifest = await manifestOf(caller);
      const names = manifest.map((name) => /^(\w+)\/(.*)@(\d+)$/.exec(name) ?? []);
      const wanted = names.map(([, kind, id]) => ({ kind, id }) as Pick<WireDocument, 'kind' | 'id'>);
      const documents = await documentsOf(caller, wanted);
      expectSame(
        documents.map(({ kind, id, version }) => `${kind}/${id}@${version}`).sort(),
        manifest,
        caller.personId,
      );
      expectThat(
        documents.every(({ body }) => Object.keys(body).length > 0),
        'a body is empty',
      );
    }
  }),

  serverCase(14, 'manager and employee hold the words of their pair, others hold nothing of it', async (company) => {
    const sessionId = await recordOne(company);
    const words = ['action', 'comment', 'relationship', 'session', 'sessionContent'];
    for (const caller of [company.tom, company.priya]) {
      const kinds = kindsOf(await manifestOf(caller));
      expectSame(
        words.filter((kind) => !kinds.includes(kind)),
        [],
        `missing for ${caller.personId}`,
      );
    }
    for (const caller of [company.ada, company.sam, company.it]) {
      const manifest = await manifestOf(caller);
      const kinds = kindsOf(manifest);
      expectSame(
        words.filter((kind) => kinds.includes(kind)),
        [],
        `too much for ${caller.personId}`,
      );
      expectSame(await documentsOf(caller, [{ kind: 'sessionContent', id: sessionId }]), [], 'the words');
    }
  }),

  serverCase(14, 'an operation is no document of a device', async ({ tom }) => {
    const sent = operation('plans.addGoal', { employeeId: 'tom', title: 'Lead a call' });
    expectApplied((await applyBatch(tom, [sent]))[0], 'a goal');
    expectThat(!(await manifestOf(tom)).some((name) => name.startsWith('operation/')), 'it is in the manifest');
    const answer = await tom.send('POST', '/replica/documents', { documents: [{ kind: 'operation', id: sent.id }] });
    const documents = answer.status === 200 ? (answer.body as { documents: unknown[] }).documents : [];
    expectSame(documents, [], 'the operation');
  }),

  serverCase(
    14,
    'of a partner a device learns the name, not the rest',
    async ({ tom, priya, it, today, relationshipId }) => {
      const person = { name: 'Priya Nair', timeZone: 'Etc/UTC', jobTitle: 'Head of Renewals', teamId: 'renewals' };
      expectOk(await it.change('PUT', '/people/priya', '*', person), 'more about Priya');
      expectOk(await priya.create('/sessions', { relationshipId, date: today }), 'a plan', 201);
      const [partner] = await documentsOf(tom, [{ kind: 'person', id: 'priya' }]);
      const known = { id: 'priya', name: 'Priya Nair', jobTitle: 'Head of Renewals', timeZone: 'Etc/UTC' };
      expectSame(partner?.body, known, 'what Tom’s device knows of Priya');
      expectSame(await documentsOf(tom, [{ kind: 'person', id: 'sam' }]), [], 'what it knows of Sam');
    },
  ),

  serverCase(14, 'an unchanged manifest is answered with 304 and nothing else', async ({ tom }) => {
    const first = await tom.get('/replica');
    const tag = first.headers.get('ETag') ?? '';
    expectThat(tag !== '', 'the manifest has no tag');
    const unchanged = await tom.get('/replica', { headers: { 'If-None-Match': tag } });
    expectSame([unchanged.status, unchanged.text], [304, ''], 'the same again');
    await addGoal(tom, 'Lead a call');
    const changed = await tom.get('/replica', { headers: { 'If-None-Match': tag } });
    expectOk(changed, 'after a change', 200);
    expectThat(changed.headers.get('ETag') !== tag, 'the tag is still the same');
  }),

  serverCase(14, 'a draft is on the devices of its author alone', async ({ priya, tom, relationshipId }) => {
    const saved = await priya.send('PUT', '/drafts', { draft: { ...draft, relationshipId }, version: 0 });
    expectOk(saved, 'a draft', 200);
    expectThat(kindsOf(await manifestOf(priya)).includes('draft'), 'its author does not hold it');
    expectThat(!kindsOf(await manifestOf(tom)).includes('draft'), 'the other one holds it');
    const name = { kind: 'draft', id: `priya/${relationshipId}` } as const;
    expectSame(await documentsOf(tom, [name]), [], 'asked for by its name');
  }),

  serverCase(14, 'what was removed is gone from the manifest', async ({ priya, relationshipId }) => {
    expectOk(await priya.send('PUT', '/drafts', { draft: { ...draft, relationshipId }, version: 0 }), 'a draft', 200);
    expectOk(await priya.send('DELETE', `/drafts/${relationshipId}`), 'removing it', 204);
    expectThat(!kindsOf(await manifestOf(priya)).includes('draft'), 'it is still there');
    const [again] = await applyBatch(priya, [
      operation('drafts.save', { draft: { ...draft, relationshipId }, version: 0 }),
    ]);
    expectThat(
      expectApplied(again, 'a draft').documents.some(({ kind }) => kind === 'draft'),
      'it comes back',
    );
    const [gone] = await applyBatch(priya, [operation('drafts.discard', { relationshipId })]);
    const named = expectApplied(gone, 'removing it again').gone;
    expectSame(named, [{ kind: 'draft', id: `priya/${relationshipId}` }], 'what the device is told to forget');
  }),

  serverCase(14, 'a former manager’s devices let go of the words', async (company) => {
    await recordOne(company);
    const { it, priya, tom, relationshipId, today } = company;
    const before = kindsOf(await manifestOf(tom));
    const end = { end: addDays(today, -1) };
    expectOk(await it.change('POST', `/relationships/${relationshipId}/end`, '*', end), 'the end of the pair');
    const kinds = kindsOf(await manifestOf(priya));
    const words = ['sessionContent', 'comment', 'action', 'goal', 'accessReceipt', 'sessionVersion'];
    expectSame(
      words.filter((kind) => kinds.includes(kind)),
      [],
      'words she still holds',
    );
    expectSame(kindsOf(await manifestOf(tom)), before, 'what the employee holds');
  }),

  serverCase(
    20,
    'a person has one key of 32 bytes, the same on every device, and nobody else’s',
    async ({ tom, sam, as }) => {
      const keyOf = async (caller: typeof tom): Promise<string> =>
        expectOk<DeviceKey>(await caller.get('/device-key'), 'the key', 200).key;
      const key = await keyOf(tom);
      expectThat(/^[\w-]{43}$/.test(key), `not 32 bytes in base64url: ${key}`);
      expectSame([await keyOf(await as('tom')), (await keyOf(sam)) === key], [key, false], 'other devices and people');
    },
  ),

  serverCase(14, 'a request for documents that is none is refused', async ({ tom }) => {
    for (const documents of ['all', [{ kind: 'goal' }], [{ kind: 'goal', id: 'x', more: 1 }]]) {
      const answer = await tom.send('POST', '/replica/documents', { documents });
      expectProblem(answer, 'invalid-input', JSON.stringify(documents));
    }
  }),
];
