import type { LearningSystem } from '@coachkit/core';
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import type { LearningLaboratory } from '@coachkit/testing/lms-suite';
import { coachingOf, storePair } from '../../support/pair.ts';
import { openCanvas } from './canvas-laboratory.ts';
import { openMoodle } from './moodle-laboratory.ts';
import { openRest } from './rest-laboratory.ts';
import { openStore } from './xapi-laboratory.ts';

const marked = (what: string): string => `Marker${what}Qx7`;

/** A record in which every word that somebody writes is a marker. */
function recordOf({ courseId }: LearningLaboratory, intent: 'assign' | 'recommend') {
  return {
    relationshipId: 'pair',
    date: '2026-11-24',
    durationMinutes: 50,
    focus: { kind: 'skill-development', label: marked('Focus'), skillId: 'negotiation' },
    points: [marked('PointOne'), marked('PointTwo'), marked('PointThree')],
    actions: [
      {
        text: marked('Action'),
        ownerId: 'tom',
        dueDate: '2026-12-01',
        activities: [{ kind: 'course', courseId: courseId('forecast'), intent }],
      },
    ],
  } as const;
}

const openings: readonly [string, () => Promise<LearningLaboratory>][] = [
  ['Moodle', openMoodle],
  ['Canvas', openCanvas],
  ['a learning record store', openStore],
  ['a REST interface', openRest],
];

for (const [name, open] of openings) {
  test(`no word of a record, and nothing of the coach, reaches ${name}`, async () => {
    const laboratory = await open();
    try {
      const storage = await storePair();
      const manager = coachingOf(storage, 'priya', { lms: laboratory.lms });
      const employee = coachingOf(storage, 'tom', { lms: laboratory.lms });
      const assigned = await manager.sessions.record(recordOf(laboratory, 'assign'));
      await manager.sessions.record({ ...recordOf(laboratory, 'recommend'), date: '2026-11-23' });
      await outcomeOf(employee);

      await manager.courses.find('Forecasting');
      await employee.sessions.get({ sessionId: assigned.value.session.id });
      await employee.development.record();
      await manager.sessions.prepare({ relationshipId: 'pair' });
      await askEverything(laboratory);

      const sent = laboratory.requests!().join('\n');
      assert.ok(sent.length > 0, 'requests were captured');
      for (const word of ['Marker', 'Qx7', 'negotiation', 'skill-development', 'Priya', 'Nair', 'priya'])
        assert.ok(!decoded(sent).toLowerCase().includes(word.toLowerCase()), `"${word}" was sent`);
    } finally {
      await laboratory.close();
    }
  });
}

/** Waits until what was assigned is delivered or is not. */
async function outcomeOf(employee: ReturnType<typeof coachingOf>): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) {
    const list = await employee.courses.assignments({ employeeId: 'tom' });
    if (list.every(({ assignment }) => assignment.status !== 'requested')) return;
    await pause(10);
  }
  assert.fail('the assignment has no outcome');
}

async function askEverything({ lms, courseId }: LearningLaboratory): Promise<void> {
  const request = { requestId: 'request-of-a-host', personId: 'tom', courseId: courseId('trading') };
  const { recommend, withdraw, changes }: Partial<LearningSystem> = lms;
  await lms.progress('tom', [courseId('forecast')]);
  await recommend?.(request);
  await withdraw?.(request);
  await changes?.([request]);
}

/** Requests as they were meant, beside how they were sent. */
function decoded(sent: string): string {
  const plain = sent.replaceAll('+', ' ').replace(/(%[\da-f]{2})+/gi, (part) => decodeURIComponent(part));
  const basic = [...sent.matchAll(/Basic ([\w+/=]+)/g)].map(([, token]) => atob(token!));
  return [sent, plain, ...basic].join('\n');
}
