import { addDays } from '@coachkit/core';
import { expectSame, expectThat } from '../expect.js';
import { newKey } from './caller.js';
import { recordOf } from './company.js';
import { expectOk } from './expect-answers.js';
import { addGoal } from './goals.js';
import { serverCase } from './server-case.js';
import { manifestOf } from './synchronising.js';

/** Promise 19: a refusal leaves everything as it was. */
export const refusalCases = [
  serverCase(19, 'nothing is changed by what is refused', async (company) => {
    const { priya, tom, ada, sam, it, relationshipId, today } = company;
    const { id: goalId } = await addGoal(tom, 'Lead a call');
    const plan = await priya.create('/sessions', { relationshipId, date: today });
    const { id } = expectOk<{ value: { id: string } }>(plan, 'a plan', 201).value;
    const everybody = [priya, tom, ada, sam, it];
    const before = await Promise.all(everybody.map(manifestOf));
    const records = `/relationships/${relationshipId}/records`;
    const good = recordOf(addDays(today, -1));
    const refused = [
      await priya.create(records, { ...good, points: [] }),
      await priya.create(records, { ...good, points: ['fine', ' '] }),
      await priya.create(records, { ...good, date: addDays(today, 9) }),
      await priya.create(records, { ...good, durationMinutes: 100_000 }),
      await priya.create(records, { ...good, actions: [{ id: newKey(), text: 'x', ownerId: 'sam', dueDate: today }] }),
      await priya.create(records, {
        ...good,
        actions: [{ id: newKey(), text: 'x', ownerId: 'tom', dueDate: '2026-02-30' }],
      }),
      await priya.create(records, { ...good, sessionId: 'none' }),
      await tom.create(records, good),
      await sam.create(records, good),
      await priya.create('/sessions', { relationshipId, date: addDays(today, -9) }),
      await tom.change('POST', `/sessions/${id}/cancel`, '*', {}),
      await priya.change('POST', `/sessions/${id}/cancel`, 7, {}),
      await priya.change('POST', `/sessions/${id}/reschedule`, '*', { date: 'tomorrow' }),
      await tom.change('PATCH', `/goals/${goalId}`, '*', { targetDate: addDays(today, -1) }),
      await tom.change('PATCH', `/goals/${goalId}`, '*', { status: 'forgotten' }),
      await priya.change('PUT', '/people/tom', '*', { name: 'Tim', timeZone: 'Etc/UTC' }),
      await priya.create('/reporting-lines', { employeeId: 'sam', managerId: 'priya', start: today }),
      await it.create('/reporting-lines', { employeeId: 'priya', managerId: 'tom', start: today }),
      await tom.create('/people/ada/leave', { start: today, end: today }),
    ];
    for (const [index, { status, text }] of refused.entries()) {
      expectThat(status >= 400 && status < 500, `refusal ${index}: found ${status} ${text.slice(0, 200)}`);
    }
    expectSame(await Promise.all(everybody.map(manifestOf)), before, 'what everybody’s devices may hold');
  }),
];
