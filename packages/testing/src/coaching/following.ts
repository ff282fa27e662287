import type { Live, Snapshot } from '@coachkit/core';
import { expectRefusal, expectSame, expectThat } from '../expect.js';
import { foundCompany, typicalRecord, type CoachingCase } from './harness.js';

/** Waits until a live query shows what is wanted. */
async function shows<T>(live: Live<T>, holds: (snapshot: Snapshot<T>) => boolean, what: string): Promise<Snapshot<T>> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      off();
      reject(new Error(`${what}: still ${JSON.stringify(live.getSnapshot()).slice(0, 300)}`));
    }, 5000);
    const check = (): void => {
      if (!holds(live.getSnapshot())) return;
      clearTimeout(timer);
      off();
      resolve(live.getSnapshot());
    };
    const off = live.subscribe(check);
    check();
  });
}

/** Drafts, actions over time, live queries and events. */
export const followingCases: readonly CoachingCase[] = [
  {
    name: 'a draft is its author’s alone, comes back, and is gone when the session is recorded',
    proves: ['MG4', 'T12'],
    async run(harness) {
      const { manager, employee, relationshipId } = await foundCompany(harness);
      const draft = {
        relationshipId,
        date: '2026-11-24',
        durationMinutes: 60,
        reviews: [],
        focusQuery: 'nego',
        points: ['half a sent'],
        actions: [],
        quickEntry: 'Sit in @me',
        activeSeconds: 42,
      };
      const first = await manager.drafts.save({ draft, version: 0 });
      const second = await manager.drafts.save({
        draft: { ...draft, points: ['half a sentence'] },
        version: first.value.version,
      });
      const prepared = await (await harness.as('priya')).sessions.prepare({ relationshipId });
      // Versions are counted by each device for itself.
      expectSame(prepared.draft?.points, ['half a sentence'], 'the draft in another tab');
      expectThat(prepared.draftVersion > 0, 'the draft in another tab has a version');
      await expectRefusal(manager.drafts.save({ draft, version: first.value.version }), 'conflict', 'a stale save');
      expectSame(await employee.drafts.get({ relationshipId }), undefined, 'for the employee');
      expectThat((await manager.sessions.agenda()).entries[0]?.hasDraft === true, 'the agenda marks the draft');
      await manager.sessions.record({ ...typicalRecord(relationshipId), draftVersion: second.value.version });
      expectSame(await manager.drafts.get({ relationshipId }), undefined, 'after the record');
    },
  },
  {
    name: 'a draft begun before the session was planned is found again and moves along',
    proves: ['MG4'],
    async run(harness) {
      const { manager, relationshipId } = await foundCompany(harness);
      const draft = {
        relationshipId,
        date: '2026-11-24',
        durationMinutes: 60,
        reviews: [],
        focusQuery: '',
        points: ['begun early'],
        actions: [],
        quickEntry: '',
        activeSeconds: 1,
      };
      await manager.drafts.save({ draft, version: 0 });
      const { value: planned } = await manager.sessions.schedule({ relationshipId, date: '2026-11-24' });
      const prepared = await manager.sessions.prepare({ relationshipId });
      expectSame(
        [prepared.session?.id, prepared.draft?.points, prepared.draftVersion],
        [planned.id, ['begun early'], 0],
        'found',
      );
      await manager.drafts.save({ draft: { ...draft, sessionId: planned.id }, version: 0 });
      expectSame(await manager.drafts.get({ relationshipId }), undefined, 'under its old key');
      await manager.sessions.cancel({ sessionId: planned.id });
      expectSame(
        (await manager.sessions.prepare({ relationshipId })).draft?.points,
        ['begun early'],
        'after the session was cancelled',
      );
      await manager.sessions.record({ ...typicalRecord(relationshipId), actions: [] });
      expectThat((await manager.sessions.agenda()).entries[0]?.hasDraft === false, 'no draft is left behind');
    },
  },
  {
    name: 'an action is done, reopened, moved and dropped by either person',
    proves: ['M19', 'EM1'],
    async run(harness) {
      const { manager, employee, relationshipId } = await foundCompany(harness);
      await manager.sessions.record(typicalRecord(relationshipId));
      const done = await employee.actions.update({ actionId: 'action-questions', status: 'done' });
      expectSame([done.value.closedBy, done.value.closedAt], ['tom', '2026-11-24T09:30:00.000Z'], 'closed');
      const reopened = await employee.actions.update({ actionId: 'action-questions', status: 'open' });
      expectSame([reopened.value.closedBy, reopened.value.closedAt], [undefined, undefined], 'reopened');
      const dropped = await manager.actions.update({
        actionId: 'action-questions',
        status: 'dropped',
        dropReason: 'The call is off',
      });
      expectSame([dropped.value.status, dropped.value.dropReason], ['dropped', 'The call is off'], 'dropped');
      const list = await employee.actions.list();
      expectSame(
        list.actions.map(({ action, group }) => [action.id, group]),
        [
          ['action-sit-in', 'later'],
          ['action-questions', 'closed'],
        ],
        'list',
      );
    },
  },
  {
    name: 'a live query follows the other person’s changes and rests without subscribers',
    proves: ['EM1', 'VD4'],
    async run(harness) {
      const { manager, employee, relationshipId } = await foundCompany(harness);
      const live = employee.live({ name: 'actions', relationshipId });
      expectSame(live.getSnapshot(), { status: 'loading' }, 'before the first subscriber');
      await shows(live, (snapshot) => snapshot.status === 'ready', 'loaded');
      let changes = 0;
      const off = live.subscribe(() => (changes += 1));
      expectThat(
        employee.live({ relationshipId, name: 'actions' }) === live,
        'the same parameters are the same object',
      );
      await manager.sessions.record(typicalRecord(relationshipId));
      await shows(
        live,
        (snapshot) => snapshot.status === 'ready' && snapshot.data.actions.length === 2,
        'both actions',
      );
      off();
      const before = changes;
      await manager.actions.update({ actionId: 'action-sit-in', status: 'done' });
      await new Promise((resolve) => setTimeout(resolve, 150));
      expectSame(changes, before, 'calls after the subscription has ended');
    },
  },
  {
    name: 'a live query that fails says why and keeps what it had',
    proves: ['VD4'],
    async run(harness) {
      const { relationshipId } = await foundCompany(harness);
      const live = (await harness.as('sam')).live({ name: 'actions', relationshipId });
      const failed = await shows(live, (snapshot) => snapshot.status === 'failed', 'failed');
      expectSame(failed.status === 'failed' && failed.error.code, 'not-found', 'code');
    },
  },
  {
    name: 'events say what happened by ids and never hold words; a listener that throws hurts nobody',
    proves: ['VD5'],
    async run(harness) {
      const { manager, relationshipId } = await foundCompany(harness);
      const heard: unknown[] = [];
      manager.on('session-recorded', () => {
        throw new Error('a mistake of the host');
      });
      const off = manager.on('session-recorded', (detail) => heard.push(detail));
      const { value } = await manager.sessions.record({ ...typicalRecord(relationshipId), actions: [] });
      expectSame(heard, [{ sessionId: value.session.id, relationshipId }], 'details');
      off();
    },
  },
  {
    name: 'the development record merges goals, sessions, courses, actions and skills, newest first',
    proves: ['M30', 'M31', 'EM4'],
    async run(harness) {
      const { manager, employee, relationshipId } = await foundCompany(harness);
      const goal = await manager.plans.addGoal({
        employeeId: 'tom',
        title: 'Lead a renewal alone by March',
        skillId: 'skill-negotiation',
        targetDate: '2027-03-31',
      });
      const record = typicalRecord(relationshipId);
      await manager.sessions.record({ ...record, focus: { ...record.focus, goalId: goal.value.id } });
      harness.clock.set('2026-11-26T09:00:00.000Z');
      await employee.actions.update({ actionId: 'action-questions', status: 'done' });
      const merged = await employee.development.record();
      expectSame(
        merged.entries.map(({ kind, date }) => [kind, date]),
        [
          ['action', '2026-11-26'],
          ['session', '2026-11-24'],
        ],
        'entries',
      );
      expectSame(
        [merged.goals[0]?.sessions, merged.goals[0]?.nextStep?.action.id],
        [['2026-11-24'], 'action-sit-in'],
        'goal',
      );
      const prepared = await manager.sessions.prepare({ relationshipId });
      expectSame(prepared.suggestions[0]?.goalId, goal.value.id, 'the goal suggests the focus');
    },
  },
  {
    name: 'after close every call says so',
    proves: ['VD7'],
    async run(harness) {
      const { relationshipId } = await foundCompany(harness);
      const tab = await harness.as('priya');
      await tab.close();
      await expectRefusal(tab.sessions.prepare({ relationshipId }), 'closed', 'prepare');
      await tab.close();
    },
  },
];
