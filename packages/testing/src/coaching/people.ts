import { expectInvalid, expectRefusal, expectSame } from '../expect.js';
import { foundCompany, typicalRecord, type CoachingCase } from './harness.js';

/** People, dated reporting lines and pairs. */
export const peopleCases: readonly CoachingCase[] = [
  {
    name: 'only the line manager on that date documents a session',
    proves: ['M1'],
    async run(harness) {
      const { it, manager, relationshipId } = await foundCompany(harness);
      await it.directory.startReportingLine({ employeeId: 'tom', managerId: 'olga', start: '2026-11-25' });
      const late = manager.sessions.schedule({ relationshipId, date: '2026-11-25' });
      await expectRefusal(late, 'outside-reporting-line', 'after the line has moved');
      const early = { ...typicalRecord(relationshipId), actions: [] };
      expectSame(
        (await manager.sessions.record(early)).value.session.date,
        '2026-11-24',
        'on the last day of the line',
      );
      harness.clock.set('2026-11-25T09:00:00.000Z');
      const later = manager.sessions.record({ ...early, date: '2026-11-25' });
      await expectRefusal(later, 'forbidden', 'by somebody who was the line manager');
      const stranger = manager.relationships.start({ managerId: 'priya', employeeId: 'sam', start: '2026-11-24' });
      await expectRefusal(stranger, 'outside-reporting-line', 'a pair without a line');
    },
  },
  {
    name: 'reporting lines have no cycles and name people who exist',
    proves: ['M1', 'II1'],
    async run(harness) {
      const { it } = await foundCompany(harness);
      const line = (employeeId: string, managerId: string) =>
        it.directory.startReportingLine({ employeeId, managerId, start: '2026-11-24' });
      await expectInvalid(line('olga', 'tom'), 'managerId', 'reporting-cycle');
      await expectInvalid(line('olga', 'olga'), 'managerId', 'same-person');
      await expectInvalid(line('nobody', 'olga'), 'employeeId', 'unknown-person');
      const priyas = await line('sam', 'priya');
      await it.directory.startReportingLine({ employeeId: 'sam', managerId: 'olga', start: '2026-12-01' });
      await expectInvalid(
        it.directory.endReportingLine({ lineId: priyas.value.id, end: '2026-12-31' }),
        'end',
        'twice',
      );
      await it.directory.endReportingLine({ lineId: priyas.value.id, end: '2026-11-24' });
      harness.clock.set('2026-11-25T09:00:00.000Z');
      expectSame(
        (await it.directory.directReports({ managerId: 'priya' })).map(({ id }) => id).sort(),
        ['ada', 'tom'],
        'reports',
      );
    },
  },
  {
    name: 'a pair is made once, ends, and leaves its past dates to the former manager alone',
    proves: ['M1', 'EM8'],
    async run(harness) {
      const { it, manager, relationshipId } = await foundCompany(harness);
      const again = manager.relationships.start({ managerId: 'priya', employeeId: 'tom', start: '2026-11-01' });
      await expectRefusal(again, 'conflict', 'a second pair of the same two');
      await it.directory.startReportingLine({ employeeId: 'sam', managerId: 'priya', start: '2026-01-01' });
      await manager.relationships.start({ managerId: 'priya', employeeId: 'sam', start: '2026-11-01' });
      const earlier = manager.relationships.start({ managerId: 'priya', employeeId: 'sam', start: '2026-03-01' });
      await expectRefusal(earlier, 'conflict', 'a pair that begins before the one there is');
      const sessionId = (await manager.sessions.record(typicalRecord(relationshipId))).value.session.id;
      await it.relationships.end({ relationshipId, end: '2026-11-24' });
      harness.clock.set('2026-11-25T09:00:00.000Z');
      const read = await manager.sessions.get({ sessionId });
      expectSame(
        [read.content, read.actions, read.session.date],
        [undefined, [], '2026-11-24'],
        'what is left: the date',
      );
      expectSame((await manager.actions.list()).actions, [], 'no actions of the former pair');
      await expectRefusal(manager.sessions.comment({ sessionId, text: 'x' }), 'forbidden', 'a comment');
    },
  },
  {
    name: 'open actions go on with a new manager, the old notes do not',
    proves: ['M13', 'EM8'],
    async run(harness) {
      const { it, manager, relationshipId } = await foundCompany(harness);
      const sessionId = (await manager.sessions.record(typicalRecord(relationshipId))).value.session.id;
      await it.relationships.end({ relationshipId, end: '2026-11-24' });
      await it.directory.startReportingLine({ employeeId: 'tom', managerId: 'olga', start: '2026-11-25' });
      harness.clock.set('2026-11-25T09:00:00.000Z');
      const olga = await harness.as('olga');
      const pair = await olga.relationships.start({ managerId: 'olga', employeeId: 'tom', start: '2026-11-25' });
      const prepared = await olga.sessions.prepare({ relationshipId: pair.value.id });
      expectSame(
        prepared.openActions.map(({ action }) => action.id).sort(),
        ['action-questions', 'action-sit-in'],
        'open actions',
      );
      expectSame([prepared.last, prepared.suggestions], [undefined, []], 'nothing of the old notes');
      await expectRefusal(olga.sessions.get({ sessionId }), 'not-found', 'an old record');
    },
  },
];
