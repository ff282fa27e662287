import { expectRefusal, expectSame } from '../expect.js';
import { foundCompany, typicalRecord, type CoachingCase, type CoachingHarness } from './harness.js';

/** Tom has moved from Priya to Olga on 25 November, and it is that day. */
async function movedCompany(harness: CoachingHarness) {
  const company = await foundCompany(harness);
  const { value } = await company.manager.sessions.record(typicalRecord(company.relationshipId));
  await company.it.directory.startReportingLine({ employeeId: 'tom', managerId: 'olga', start: '2026-11-25' });
  harness.clock.set('2026-11-25T09:00:00.000Z');
  const olga = await harness.as('olga');
  const next = await olga.relationships.start({ managerId: 'olga', employeeId: 'tom', start: '2026-11-25' });
  return { ...company, olga, nextId: next.value.id, sessionId: value.session.id };
}

/** What becomes of a pair when the employee gets another manager. */
export const handoverCases: readonly CoachingCase[] = [
  {
    name: 'when the reporting line moves, the pair ends with it and its words stay with the employee',
    proves: ['M1', 'EM8', 'T12'],
    async run(harness) {
      const { manager, employee, relationshipId, sessionId } = await movedCompany(harness);
      const [ended] = (await employee.relationships.list()).filter(({ id }) => id === relationshipId);
      expectSame(ended, undefined, 'no current pair of the employee');
      const read = await manager.sessions.get({ sessionId });
      expectSame(
        [read.content, read.actions, read.session.date],
        [undefined, [], '2026-11-24'],
        'for the former manager',
      );
      expectSame((await manager.sessions.agenda()).entries, [], 'on the former manager’s agenda');
      await expectRefusal(manager.development.record({ employeeId: 'tom' }), 'not-found', 'the development record');
      const own = await employee.sessions.get({ sessionId });
      expectSame([own.content?.points.length, own.readers.map(({ id }) => id)], [3, ['tom']], 'for the employee');
    },
  },
  {
    name: 'a line to the same manager goes on with the same pair; an end of the line ends it',
    proves: ['M1'],
    async run(harness) {
      const { it, manager, relationshipId } = await foundCompany(harness);
      const again = { employeeId: 'tom', managerId: 'priya', start: '2026-11-25' };
      const line = await it.directory.startReportingLine(again);
      harness.clock.set('2026-11-25T09:00:00.000Z');
      await manager.sessions.schedule({ relationshipId, date: '2026-11-30' });
      await it.directory.endReportingLine({ lineId: line.value.id, end: '2026-11-26' });
      harness.clock.set('2026-11-27T09:00:00.000Z');
      expectSame(await manager.relationships.list(), [], 'pairs of the manager');
    },
  },
  {
    name: 'an action that came along and was ticked off meanwhile can still be reviewed',
    proves: ['M13'],
    async run(harness) {
      const { employee, olga, nextId } = await movedCompany(harness);
      await employee.actions.update({ actionId: 'action-questions', status: 'done' });
      const saved = await olga.sessions.record({
        ...typicalRecord(nextId),
        date: '2026-11-25',
        actions: [],
        reviews: [{ actionId: 'action-questions', outcome: 'done' }],
      });
      expectSame(saved.value.session.status, 'recorded', 'the record');
    },
  },
];
