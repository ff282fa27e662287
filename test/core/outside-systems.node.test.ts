import type { LearningSystem, SkillsFramework } from '@coachkit/core';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { coachingOf, storePair } from '../support/pair.ts';

const throwing = (): never => {
  throw new Error('a mistake of an adapter');
};
const silent = (): Promise<never> => new Promise(() => undefined);
const failing = (): Promise<never> => Promise.reject(new Error('down'));

const record = {
  relationshipId: 'pair',
  date: '2026-11-24',
  durationMinutes: 50,
  focus: { kind: 'skill-development', label: 'Negotiation', skillId: 'negotiation' },
  points: ['One.', 'Two.', 'Three.'],
  actions: [
    {
      text: 'Learn',
      ownerId: 'tom',
      dueDate: '2026-12-01',
      activities: [{ kind: 'course', courseId: 'course', intent: 'assign' }],
    },
  ],
} as const;

describe('a learning system and a skills framework', () => {
  for (const [how, answer] of Object.entries({ throw: throwing, fail: failing, 'stay silent': silent })) {
    test(`that ${how} keep nobody from writing and reading records`, async () => {
      const lms: LearningSystem = { find: answer, get: answer, assign: answer, progress: answer };
      const skills: SkillsFramework = { find: answer, get: answer };
      const storage = await storePair();
      const manager = coachingOf(storage, 'priya', { lms, skills });
      const employee = coachingOf(storage, 'tom', { lms, skills });
      const learning = coachingOf(storage, 'mei', { lms, skills });
      const { session } = (await manager.sessions.record(record)).value;

      const [read, actions, development, prepared] = await Promise.all([
        employee.sessions.get({ sessionId: session.id }),
        employee.actions.list(),
        employee.development.record(),
        manager.sessions.prepare({ relationshipId: 'pair' }),
      ]);
      assert.deepEqual(read.content?.points, record.points);
      assert.equal(actions.actions[0]?.courses[0]?.course, undefined);
      assert.deepEqual(
        development.skills.map(({ label }) => label),
        ['negotiation'],
      );
      assert.deepEqual([prepared.openActions.length, prepared.openCourses.length], [1, 1]);
      await assert.rejects(learning.reports.overview({ unit: 'month' }), { code: 'forbidden' });
    });
  }
});
