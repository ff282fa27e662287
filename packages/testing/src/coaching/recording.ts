import { expectRefusal, expectSame, expectThat } from '../expect.js';
import { foundCompany, typicalRecord, type CoachingCase } from './harness.js';

/** Documenting a session: one commit that both of the pair see at once. */
export const recordingCases: readonly CoachingCase[] = [
  {
    name: 'a recorded session is read by both of the pair, word for word',
    proves: ['M3', 'M15', 'M17', 'EM1', 'T12'],
    async run(harness) {
      const { manager, employee, relationshipId } = await foundCompany(harness);
      const record = typicalRecord(relationshipId);
      const saved = await manager.sessions.record(record);
      const read = await employee.sessions.get({ sessionId: saved.value.session.id });
      expectSame(read.content?.points, record.points, 'points');
      expectSame(read.content?.focus, record.focus, 'focus');
      expectSame(read.skillLabel, 'Negotiation', 'label of the skill');
      expectSame(
        read.actions.map(({ action, owner }) => [action.text, owner.name, action.dueDate, action.status]).sort(),
        [
          ['Draft three trade-off questions', 'Tom Okafor', '2026-11-27', 'open'],
          ['Sit in on the Alder call', 'Priya Nair', '2026-12-04', 'open'],
        ],
        'actions',
      );
      expectSame(read.session.status, 'recorded', 'status');
      expectSame(read.session.revision, 1, 'revision');
      expectSame(saved.value.notices, [], 'notices of a typical record');
    },
  },
  {
    name: 'a planned session that is documented keeps its id and its slot',
    proves: ['M16', 'M42'],
    async run(harness) {
      const { manager, relationshipId } = await foundCompany(harness);
      const planned = await manager.sessions.schedule({ relationshipId, date: '2026-11-26', startTime: '10:00' });
      harness.clock.set('2026-11-26T15:00:00.000Z');
      const prepared = await manager.sessions.prepare({ relationshipId });
      expectSame(prepared.session?.id, planned.value.id, 'the session offered to be documented');
      expectSame([prepared.date, prepared.durationMinutes], ['2026-11-26', 60], 'prefilled date and length');
      const saved = await manager.sessions.record({
        ...typicalRecord(relationshipId),
        sessionId: planned.value.id,
        date: '2026-11-26',
        actions: [],
      });
      expectSame(saved.value.session.id, planned.value.id, 'id');
      expectSame(saved.value.session.slot, planned.value.slot, 'slot');
      expectSame(saved.value.notices, ['no-action'], 'notices');
    },
  },
  {
    name: 'earlier actions are reviewed: done, kept with a new date, dropped',
    proves: ['M13'],
    async run(harness) {
      const { manager, relationshipId } = await foundCompany(harness);
      harness.clock.set('2026-10-20T09:00:00.000Z');
      const first = typicalRecord(relationshipId);
      const actions = ['one', 'two', 'three'].map((id) => ({
        id,
        text: `Action ${id}`,
        ownerId: 'tom',
        dueDate: '2026-11-06',
      }));
      await manager.sessions.record({ ...first, date: '2026-10-20', actions });
      harness.clock.set('2026-11-24T09:30:00.000Z');
      const prepared = await manager.sessions.prepare({ relationshipId });
      expectSame(prepared.openActions.map(({ action }) => action.id).sort(), ['one', 'three', 'two'], 'open actions');
      expectSame(prepared.openActions[0]?.daysOverdue, 18, 'days overdue');
      const saved = await manager.sessions.record({
        ...first,
        reviews: [
          { actionId: 'one', outcome: 'done' },
          { actionId: 'two', outcome: 'keep', dueDate: '2026-12-04' },
          { actionId: 'three', outcome: 'drop' },
        ],
      });
      const list = await manager.actions.list({ relationshipId });
      const states = Object.fromEntries(list.actions.map(({ action }) => [action.id, [action.status, action.dueDate]]));
      expectSame(states['one'], ['done', '2026-11-06'], 'done');
      expectSame(states['two'], ['open', '2026-12-04'], 'kept');
      expectSame(states['three'], ['dropped', '2026-11-06'], 'dropped');
      const read = await manager.sessions.get({ sessionId: saved.value.session.id });
      expectSame(
        read.reviewed.map(({ action }) => action.id),
        ['one', 'two', 'three'],
        'reviewed in the record',
      );
    },
  },
  {
    name: 'two tabs that document the same planned session: the second is told and nothing is lost',
    proves: ['M22'],
    async run(harness) {
      const { manager, relationshipId } = await foundCompany(harness);
      const planned = await manager.sessions.schedule({ relationshipId, date: '2026-11-24' });
      const secondTab = await harness.as('priya');
      const record = { ...typicalRecord(relationshipId), sessionId: planned.value.id };
      const [one, other] = await Promise.allSettled([
        manager.sessions.record(record),
        secondTab.sessions.record({ ...record, points: ['The second tab says this.'], actions: [] }),
      ]);
      const outcomes = [one.status, other.status].sort();
      expectSame(outcomes, ['fulfilled', 'rejected'], 'exactly one is saved');
      await expectRefusal(secondTab.sessions.record({ ...record, actions: [] }), 'conflict', 'saving again');
      const read = await manager.sessions.get({ sessionId: planned.value.id });
      const winner = one.status === 'fulfilled' ? record.points : ['The second tab says this.'];
      expectSame(read.content?.points, winner, 'the words of the one that was saved');
    },
  },
  {
    name: 'two tabs that document the same unplanned session make one record, not twins',
    proves: ['M15'],
    async run(harness) {
      const { manager, relationshipId } = await foundCompany(harness);
      const record = { ...typicalRecord(relationshipId), actions: [] };
      await manager.sessions.record(record);
      await expectRefusal((await harness.as('priya')).sessions.record(record), 'conflict', 'the second');
      expectSame((await manager.sessions.list({ relationshipId })).length, 1, 'sessions');
    },
  },
  {
    name: 'few points, no action and an unusual length are remarked on and saved',
    proves: ['M9', 'M18'],
    async run(harness) {
      const { manager, relationshipId } = await foundCompany(harness);
      const saved = await manager.sessions.record({
        ...typicalRecord(relationshipId),
        points: ['One point.'],
        actions: [],
        durationMinutes: 20,
      });
      expectSame(saved.value.notices, ['few-points', 'no-action', 'length-outside-band'], 'notices');
    },
  },
  {
    name: 'a correction keeps the earlier wording, and a stale one is refused',
    proves: ['M22', 'EM7'],
    async run(harness) {
      const { manager, employee, relationshipId } = await foundCompany(harness);
      const record = typicalRecord(relationshipId);
      const sessionId = (await manager.sessions.record(record)).value.session.id;
      const { version } = await manager.sessions.get({ sessionId });
      const focus = { kind: 'role-progression', label: 'Leading a renewal alone' } as const;
      await manager.sessions.correct({ sessionId, version, focus, points: ['A better wording.'] });
      const read = await employee.sessions.get({ sessionId });
      expectSame(read.content?.points, ['A better wording.'], 'corrected words');
      expectSame(
        read.versions.map(({ revision, points }) => [revision, points]),
        [[1, record.points]],
        'earlier wording',
      );
      expectSame(read.session.revision, 2, 'revision');
      const stale = manager.sessions.correct({ sessionId, version, focus, points: ['Too late.'] });
      await expectRefusal(stale, 'conflict', 'a correction of what was read before');
      const record2 = await employee.development.record();
      expectSame(record2.skills, [], 'evidence follows the corrected focus');
    },
  },
  {
    name: 'a date that is corrected takes the slot along and leaves the day free for the meeting that was held on it',
    proves: ['M16', 'M22', 'M46'],
    async run(harness) {
      const { manager, relationshipId } = await foundCompany(harness);
      const record = { ...typicalRecord(relationshipId), actions: [] };
      const sessionId = (await manager.sessions.record(record)).value.session.id;
      const { version } = await manager.sessions.get({ sessionId });
      const { focus, points } = record;
      const corrected = await manager.sessions.correct({ sessionId, version, date: '2026-11-20', focus, points });
      expectSame(corrected.value.slot, '2026-10-24', 'slot of the day it took place');
      const today = await manager.sessions.record(record);
      expectSame([today.value.session.date, today.value.session.slot], ['2026-11-24', '2026-11-24'], 'the other one');
      expectSame((await manager.sessions.list({ relationshipId })).length, 2, 'sessions');
    },
  },
  {
    name: 'a record can be corrected for seven days and not longer',
    proves: ['M22'],
    async run(harness) {
      const { manager, relationshipId } = await foundCompany(harness);
      const sessionId = (await manager.sessions.record(typicalRecord(relationshipId))).value.session.id;
      const { version } = await manager.sessions.get({ sessionId });
      const correction = {
        sessionId,
        version,
        focus: { kind: 'performance-goals', label: 'Renewals' },
        points: ['x'],
      } as const;
      harness.clock.set('2026-12-02T09:00:00.000Z');
      expectThat(!(await manager.sessions.get({ sessionId })).canCorrect, 'canCorrect is false on the eighth day');
      await expectRefusal(manager.sessions.correct(correction), 'not-in-this-state', 'on the eighth day');
      harness.clock.set('2026-12-01T23:30:00.000Z');
      expectThat((await manager.sessions.get({ sessionId })).canCorrect, 'canCorrect is true on the seventh day');
      await manager.sessions.correct(correction);
    },
  },
  {
    name: 'recording a skill leaves one dated evidence entry without words or level',
    proves: ['M28', 'M29', 'T13'],
    async run(harness) {
      const { manager, employee, relationshipId } = await foundCompany(harness);
      await manager.sessions.record(typicalRecord(relationshipId));
      const { skills } = await employee.development.record();
      expectSame(
        skills,
        [{ skillId: 'skill-negotiation', label: 'Negotiation', sessions: 1, lastPractised: '2026-11-24' }],
        'skills practised',
      );
    },
  },
  {
    name: 'the employee proposes a focus for the planned session and the manager finds it in the form',
    proves: ['EM5'],
    async run(harness) {
      const { manager, employee, relationshipId } = await foundCompany(harness);
      await expectRefusal(
        employee.sessions.proposeFocus({ relationshipId, text: 'x' }),
        'not-in-this-state',
        'nothing planned',
      );
      await manager.sessions.schedule({ relationshipId, date: '2026-11-24' });
      await employee.sessions.proposeFocus({ relationshipId, text: 'Holding the price at renewal' });
      await expectRefusal(manager.sessions.proposeFocus({ relationshipId, text: 'x' }), 'forbidden', 'by the manager');
      const prepared = await manager.sessions.prepare({ relationshipId });
      expectSame(prepared.proposedFocus, 'Holding the price at renewal', 'proposed focus');
    },
  },
  {
    name: 'an assigned course is confirmed by the learning system, or says why not and can be tried again',
    proves: ['M24', 'M25', 'T11'],
    async run(harness) {
      const { manager, employee, relationshipId } = await foundCompany(harness);
      harness.lms.answer = 'down';
      const record = typicalRecord(relationshipId);
      const activities = [
        { kind: 'course', courseId: 'course-trading', intent: 'assign' },
        { kind: 'course', courseId: 'course-forecast', intent: 'recommend' },
      ] as const;
      await manager.sessions.record({
        ...record,
        actions: [{ text: 'Learn', ownerId: 'tom', dueDate: '2026-12-01', activities }],
      });
      const failed = await until(
        () => manager.courses.assignments({ employeeId: 'tom' }),
        (views) => views.some(({ assignment }) => assignment.status === 'not-delivered'),
      );
      const undelivered = failed.find(({ assignment }) => assignment.intent === 'assign');
      expectSame(undelivered?.assignment.reason, 'unavailable', 'reason');
      expectSame(
        failed.find(({ assignment }) => assignment.intent === 'recommend')?.assignment.status,
        'recommended',
        'recommended',
      );
      harness.lms.answer = 'well';
      const retried = await manager.courses.retry({ assignmentId: undelivered?.assignment.id ?? '' });
      expectSame(retried.value.assignment.status, 'enrolled', 'after another try');
      expectSame(harness.lms.enrolments, [{ personId: 'tom', courseId: 'course-trading' }], 'recommend never enrols');
      expectSame((await employee.courses.assignments({ employeeId: 'tom' })).length, 2, 'the employee sees both');
    },
  },
];

async function until<T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const value = await read();
    if (holds(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return read();
}
