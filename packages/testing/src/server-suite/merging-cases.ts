import type { ConflictView, Saved } from '@coachkit/core';
import { addDays, type RecordedSession } from '@coachkit/core';
import { expectSame, expectThat } from '../expect.js';
import { newKey, type Caller } from './caller.js';
import { recordOf } from './company.js';
import { expectApplied, expectOk, expectProblem } from './expect-answers.js';
import { addGoal, goalsOf } from './goals.js';
import { serverCase } from './server-case.js';
import { applyBatch, documentsOf, manifestOf, operation } from './synchronising.js';

async function conflictsOf(caller: Caller): Promise<readonly ConflictView[]> {
  return expectOk<readonly ConflictView[]>(await caller.get('/conflicts'), 'the conflicts', 200);
}

/** Two devices change the title of one goal from the same state. */
async function changeTwice(caller: Caller): Promise<string> {
  const { id: goalId } = await addGoal(caller, 'Base');
  for (const title of ['First device', 'Second device']) {
    const change = operation('plans.updateGoal', { goalId, title }, { base: { title: 'Base' } });
    expectApplied((await applyBatch(caller, [change]))[0], title);
  }
  return goalId;
}

/** Promise 9: what two devices change at the same time. */
export const mergingCases = [
  serverCase(9, 'different fields are merged', async ({ tom, today }) => {
    const { id: goalId } = await addGoal(tom, 'Base');
    const base = { title: 'Base', status: 'open' };
    const later = addDays(today, 30);
    const changes = [
      operation('plans.updateGoal', { goalId, title: 'New title' }, { base }),
      operation('plans.updateGoal', { goalId, targetDate: later }, { base }),
      operation('plans.updateGoal', { goalId, status: 'reached', title: 'Base' }, { base }),
    ];
    for (const change of changes) expectApplied((await applyBatch(tom, [change]))[0], 'each change');
    const [goal] = await goalsOf(tom);
    expectSame([goal?.title, goal?.targetDate, goal?.status], ['New title', later, 'reached'], 'the goal');
    expectSame(await conflictsOf(tom), [], 'conflicts');
  }),

  serverCase(9, 'the same field keeps the first wording and shows the other', async ({ tom }) => {
    const goalId = await changeTwice(tom);
    expectSame((await goalsOf(tom))[0]?.title, 'First device', 'what stands');
    const [view, ...more] = await conflictsOf(tom);
    expectSame(more, [], 'more conflicts');
    const { entityKind, entityId, field, other } = view?.conflict ?? {};
    expectSame([entityKind, entityId, field, other], ['goal', goalId, 'title', 'Second device'], 'the conflict');
    expectSame([view?.current, view?.author.id], ['First device', 'tom'], 'what it is shown with');
    const id = view?.conflict.id ?? '';
    expectThat(
      (await manifestOf(tom)).some((name) => name.startsWith(`conflict/${id}@`)),
      'it is in the manifest',
    );
    const [document] = await documentsOf(tom, [{ kind: 'conflict', id }]);
    expectSame(document?.body['other'], 'Second device', 'the other wording on a device');
  }),

  serverCase(9, 'the same wording twice is no conflict', async ({ tom }) => {
    const { id: goalId } = await addGoal(tom, 'Base');
    const send = () => operation('plans.updateGoal', { goalId, title: 'Agreed' }, { base: { title: 'Base' } });
    for (const change of [send(), send()]) expectApplied((await applyBatch(tom, [change]))[0], 'each');
    expectSame(await conflictsOf(tom), [], 'conflicts');
  }),

  serverCase(9, 'choosing the other wording makes it stand and ends the conflict', async ({ tom }) => {
    await changeTwice(tom);
    const id = (await conflictsOf(tom))[0]?.conflict.id ?? '';
    expectOk(await tom.create(`/conflicts/${id}/resolution`, { take: 'other' }), 'the choice');
    expectSame((await goalsOf(tom))[0]?.title, 'Second device', 'what stands');
    expectSame(await conflictsOf(tom), [], 'conflicts');
    expectProblem(await tom.create(`/conflicts/${id}/resolution`, { take: 'other' }), 'not-found', 'choosing again');
  }),

  serverCase(9, 'a wording made of both can be chosen', async ({ tom }) => {
    await changeTwice(tom);
    const id = (await conflictsOf(tom))[0]?.conflict.id ?? '';
    const choice = { take: 'merged', value: 'First and second device' };
    expectOk(await tom.create(`/conflicts/${id}/resolution`, choice), 'the choice');
    expectSame((await goalsOf(tom))[0]?.title, 'First and second device', 'what stands');
  }),

  serverCase(9, 'both people of a pair see both wordings, nobody else does', async (company) => {
    const { priya, tom, sam, relationshipId, today } = company;
    const agreed = { id: newKey(), text: 'Base', ownerId: 'tom', dueDate: addDays(today, 7) };
    const record = { ...recordOf(addDays(today, -1)), actions: [agreed] };
    const recorded = await priya.create(`/relationships/${relationshipId}/records`, record);
    expectOk<Saved<RecordedSession>>(recorded, 'a record', 201);
    for (const [caller, text] of [
      [priya, 'By the manager'],
      [tom, 'By the employee'],
    ] as const) {
      const change = operation('actions.update', { actionId: agreed.id, text }, { base: { text: 'Base' } });
      expectApplied((await applyBatch(caller, [change]))[0], text);
    }
    for (const caller of [priya, tom]) {
      const [view] = await conflictsOf(caller);
      expectSame([view?.current, view?.conflict.other], ['By the manager', 'By the employee'], caller.personId);
    }
    expectSame(await conflictsOf(sam), [], 'for Sam');
  }),
];
