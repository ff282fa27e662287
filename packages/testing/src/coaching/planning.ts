import { expectInvalid, expectRefusal, expectSame, expectThat } from '../expect.js';
import { foundCompany, typicalRecord, type CoachingCase } from './harness.js';

/** When a pair meets: due dates, plans, absences. */
export const planningCases: readonly CoachingCase[] = [
  {
    name: 'a pair that has never met is due from its first slot on',
    proves: ['M6', 'M8'],
    async run(harness) {
      const { manager } = await foundCompany(harness);
      const [entry] = (await manager.sessions.agenda()).entries;
      expectSame([entry?.group, entry?.reason.kind, entry?.due], ['due', 'never-met', '2026-08-24'], 'standing');
      expectSame(entry?.employee.name, 'Tom Okafor', 'who');
      expectSame(entry?.cadence, { unit: 'month', every: 1 }, 'cadence');
    },
  },
  {
    name: 'after a session the next slot is due, and meeting early does not move it',
    proves: ['M6'],
    async run(harness) {
      const { manager, relationshipId } = await foundCompany(harness);
      await manager.sessions.record({ ...typicalRecord(relationshipId), actions: [] });
      const [entry] = (await manager.sessions.agenda()).entries;
      expectSame(
        [entry?.group, entry?.due, entry?.lastMet],
        ['later', '2026-12-24', '2026-11-24'],
        'after the session',
      );
      harness.clock.set('2026-12-25T09:00:00.000Z');
      const [overdue] = (await manager.sessions.agenda()).entries;
      expectSame([overdue?.group, overdue?.reason.kind, overdue?.reason.days], ['due', 'due', 1], 'one day late');
    },
  },
  {
    name: 'a planned session stands on the agenda, and waits for its record when its day has passed',
    proves: ['M16', 'M42', 'MG1'],
    async run(harness) {
      const { manager, employee, relationshipId } = await foundCompany(harness);
      const planned = await manager.sessions.schedule({ relationshipId, date: '2026-11-26', startTime: '10:00' });
      const [entry] = (await employee.sessions.agenda()).entries;
      expectSame(
        [entry?.group, entry?.reason.kind, entry?.session?.startTime],
        ['this-week', 'planned', '10:00'],
        'planned',
      );
      harness.clock.set('2026-11-28T09:00:00.000Z');
      const [after] = (await manager.sessions.agenda()).entries;
      expectSame(
        [after?.group, after?.reason.kind, after?.session?.id],
        ['due', 'to-document', planned.value.id],
        'afterwards',
      );
    },
  },
  {
    name: 'cancelling with a new date replaces the session in its slot; without one the pair stays due',
    proves: ['M43', 'MG10'],
    async run(harness) {
      const { manager, relationshipId } = await foundCompany(harness);
      const first = await manager.sessions.schedule({ relationshipId, date: '2026-11-25' });
      const second = await manager.sessions.cancel({ sessionId: first.value.id, newDate: '2026-11-30' });
      expectSame(
        [second.value.status, second.value.replaces, second.value.slot],
        ['planned', first.value.id, first.value.slot],
        'replacement',
      );
      await manager.sessions.cancel({ sessionId: second.value.id });
      const [entry] = (await manager.sessions.agenda()).entries;
      expectSame([entry?.group, entry?.reason.kind], ['due', 'cancelled'], 'cancelled for good');
      const third = await manager.sessions.reschedule({ sessionId: second.value.id, date: '2026-12-02' });
      expectSame(third.value.slot, first.value.slot, 'the slot of the first');
      await expectRefusal(
        manager.sessions.reschedule({ sessionId: second.value.id, date: '2026-12-03' }),
        'not-in-this-state',
        'replacing twice',
      );
    },
  },
  {
    name: 'what the employee proposed goes along to the new date, and the next proposal to the next session',
    proves: ['M43', 'EM5'],
    async run(harness) {
      const { manager, employee, relationshipId } = await foundCompany(harness);
      const proposed = async (sessionId: string) =>
        (await manager.sessions.prepare({ relationshipId, sessionId })).proposedFocus;
      const first = await manager.sessions.schedule({ relationshipId, date: '2026-11-24' });
      await employee.sessions.proposeFocus({ relationshipId, text: 'Holding the price' });
      const second = await manager.sessions.cancel({ sessionId: first.value.id, newDate: '2026-11-25' });
      expectSame(await proposed(second.value.id), 'Holding the price', 'after cancelling');
      harness.clock.set('2026-11-26T09:00:00.000Z');
      const next = await manager.sessions.schedule({ relationshipId, date: '2026-12-02' });
      await employee.sessions.proposeFocus({ relationshipId, text: 'Naming the trade-off' });
      expectSame(await proposed(next.value.id), 'Naming the trade-off', 'of the session ahead');
      expectSame(await proposed(second.value.id), 'Holding the price', 'of the session that waits for its record');
      await manager.sessions.recordAbsence({ sessionId: second.value.id, absence: 'employee' });
      const third = await manager.sessions.reschedule({ sessionId: second.value.id, date: '2026-11-27' });
      expectSame(await proposed(third.value.id), 'Holding the price', 'after a missed session');
    },
  },
  {
    name: 'meeting on the day of a cancelled session after all settles it; a time alone is no new date',
    proves: ['M43'],
    async run(harness) {
      const { manager, relationshipId } = await foundCompany(harness);
      const sessionId = (await manager.sessions.schedule({ relationshipId, date: '2026-11-24' })).value.id;
      await expectInvalid(manager.sessions.cancel({ sessionId, newStartTime: '10:00' }), 'newDate', 'required');
      await manager.sessions.cancel({ sessionId });
      await manager.sessions.record({ ...typicalRecord(relationshipId), actions: [] });
      const [entry] = (await manager.sessions.agenda()).entries;
      expectSame([entry?.group, entry?.due, entry?.lastMet], ['later', '2026-12-24', '2026-11-24'], 'standing');
    },
  },
  {
    name: 'a missed session says who did not come and stays due; an excused one does not',
    proves: ['M42'],
    async run(harness) {
      const { manager, relationshipId } = await foundCompany(harness);
      const planned = await manager.sessions.schedule({ relationshipId, date: '2026-11-25' });
      const early = manager.sessions.recordAbsence({ sessionId: planned.value.id, absence: 'employee' });
      await expectRefusal(early, 'not-in-this-state', 'before its day');
      harness.clock.set('2026-11-25T18:00:00.000Z');
      await manager.sessions.recordAbsence({ sessionId: planned.value.id, absence: 'employee' });
      const [entry] = (await manager.sessions.agenda()).entries;
      expectSame([entry?.reason.kind, entry?.reason.missedBy, entry?.group], ['missed', 'employee', 'due'], 'missed');
      const next = await manager.sessions.reschedule({ sessionId: planned.value.id, date: '2026-11-25' });
      await manager.sessions.recordAbsence({ sessionId: next.value.id, absence: 'excused' });
      const [excused] = (await manager.sessions.agenda()).entries;
      expectSame([excused?.group, excused?.due], ['later', '2026-12-24'], 'excused');
    },
  },
  {
    name: 'leave moves the due date to the first slot after it and shows who is away',
    proves: ['M6', 'MG8'],
    async run(harness) {
      const { manager, employee, relationshipId } = await foundCompany(harness);
      await manager.sessions.record({ ...typicalRecord(relationshipId), actions: [] });
      await employee.directory.recordLeave({ personId: 'tom', start: '2026-12-20', end: '2027-01-10' });
      const [entry] = (await manager.sessions.agenda()).entries;
      expectSame(entry?.due, '2027-01-24', 'due after the leave');
      harness.clock.set('2026-12-28T09:00:00.000Z');
      const [away] = (await manager.sessions.agenda()).entries;
      expectSame([away?.group, away?.reason.who, away?.reason.date], ['on-leave', 'employee', '2027-01-10'], 'away');
    },
  },
  {
    name: 'a fortnightly phase ends by itself and its reason stays with the pair',
    proves: ['M10', 'T4', 'EM9'],
    async run(harness) {
      const { manager, employee, it, relationshipId } = await foundCompany(harness);
      await manager.sessions.record({ ...typicalRecord(relationshipId), actions: [] });
      const change = {
        relationshipId,
        cadence: { unit: 'week', every: 2 },
        until: '2027-01-05',
        reason: 'New in the role',
      } as const;
      await manager.relationships.changeCadence(change);
      const [entry] = (await manager.sessions.agenda()).entries;
      expectSame([entry?.due, entry?.cadence], ['2026-12-08', { unit: 'week', every: 2 }], 'during the phase');
      harness.clock.set('2027-01-06T09:00:00.000Z');
      const [after] = (await manager.sessions.agenda()).entries;
      expectSame(after?.cadence, { unit: 'month', every: 1 }, 'after the phase');
      expectSame(await employee.relationships.cadenceReason({ relationshipId }), 'New in the role', 'for the employee');
      await expectRefusal(
        it.relationships.cadenceReason({ relationshipId }),
        'not-found',
        'for somebody who configures',
      );
      const pairs = JSON.stringify(await it.relationships.list({ personId: 'tom' }));
      expectThat(!pairs.includes('New in the role'), 'the reason is nowhere in the relationship');
    },
  },
  {
    name: 'a phase that begins on the day of a change for good returns to that change',
    proves: ['M10'],
    async run(harness) {
      const { manager, relationshipId } = await foundCompany(harness);
      const quarterly = { unit: 'month', every: 3 } as const;
      await manager.relationships.changeCadence({ relationshipId, cadence: quarterly });
      const phase = { cadence: { unit: 'week', every: 2 }, until: '2027-01-05' } as const;
      await manager.relationships.changeCadence({ relationshipId, ...phase });
      harness.clock.set('2027-01-06T09:00:00.000Z');
      expectSame((await manager.sessions.agenda()).entries[0]?.cadence, quarterly, 'after the phase');
    },
  },
  {
    name: 'a session planned before the cadence changed stands for a slot of the new one',
    proves: ['M6', 'M46'],
    async run(harness) {
      const { manager, relationshipId } = await foundCompany(harness);
      const planned = await manager.sessions.schedule({ relationshipId, date: '2026-12-24' });
      harness.clock.set('2026-12-01T09:00:00.000Z');
      await manager.relationships.changeCadence({ relationshipId, cadence: { unit: 'month', every: 3 } });
      harness.clock.set('2026-12-24T09:00:00.000Z');
      const record = { ...typicalRecord(relationshipId), date: '2026-12-24', actions: [] };
      const { session } = (await manager.sessions.record({ ...record, sessionId: planned.value.id })).value;
      expectSame(session.slot, '2026-12-01', 'slot');
    },
  },
  {
    name: 'today is the date of the manager’s zone, also around midnight and when clocks change',
    proves: ['M16', 'T5'],
    async run(harness) {
      const { it, manager, relationshipId } = await foundCompany(harness);
      await it.directory.savePerson({ id: 'priya', name: 'Priya Nair', timeZone: 'Pacific/Auckland' });
      harness.clock.set('2026-11-24T12:00:00.000Z');
      expectSame((await manager.sessions.agenda()).today, '2026-11-25', 'in Auckland');
      await manager.sessions.record({ ...typicalRecord(relationshipId), date: '2026-11-25', actions: [] });
      await it.directory.savePerson({ id: 'priya', name: 'Priya Nair', timeZone: 'America/New_York' });
      harness.clock.set('2026-11-01T05:30:00.000Z');
      expectSame((await manager.sessions.agenda()).today, '2026-11-01', 'in New York, in the hour that occurs twice');
    },
  },
];
