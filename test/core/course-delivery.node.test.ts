import { CoachingError, learningError, refusalOf, type LearningSystem } from '@coachkit/core';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coachingOf, storePair } from '../support/pair.ts';

/** What becomes of an assignment when the learning system answers like this. */
async function outcomeOf(assign: LearningSystem['assign']): Promise<object> {
  const lms = {
    find: () => Promise.resolve([]),
    get: () => Promise.resolve(undefined),
    assign,
    progress: () => Promise.resolve([]),
  };
  const manager = coachingOf(await storePair(), 'priya', { lms });
  await manager.sessions.record({
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
  });
  const [first] = await manager.courses.assignments({ employeeId: 'tom' });
  for (;;) {
    try {
      const { value } = await manager.courses.retry({ assignmentId: first!.assignment.id });
      const { status, reason } = value.assignment;
      return reason === undefined ? { status } : { status, reason };
    } catch (error) {
      // The delivery that saving began was faster.
      if (!CoachingError.isInstance(error) || error.code !== 'conflict') throw error;
    }
  }
}

const rejectWith = (error: unknown) => (): Promise<never> => Promise.reject(error as Error);

const outcomes: readonly [how: string, assign: LearningSystem['assign'], outcome: object][] = [
  ['only takes it on', ({ requestId }) => Promise.resolve({ requestId, state: 'accepted' }), { status: 'requested' }],
  [
    'does not know the person',
    rejectWith(learningError({ reason: 'unknown-person' }, 'x')),
    { status: 'not-delivered', reason: 'unknown-person' },
  ],
  [
    'does not know the course',
    rejectWith(learningError({ reason: 'unknown-course' }, 'x')),
    { status: 'not-delivered', reason: 'unknown-course' },
  ],
  [
    'refuses',
    rejectWith(learningError({ reason: 'refused', code: 'full' }, 'x')),
    { status: 'not-delivered', reason: 'refused' },
  ],
  [
    'is not there',
    rejectWith(learningError({ reason: 'unavailable' }, 'x')),
    { status: 'not-delivered', reason: 'unavailable' },
  ],
  [
    'rejects with a bare not-found, as before refusals had reasons',
    rejectWith(new CoachingError('not-found', 'x')),
    { status: 'not-delivered', reason: 'unknown-course' },
  ],
  [
    'cannot assign at all',
    rejectWith(new CoachingError('not-supported', 'x')),
    { status: 'not-delivered', reason: 'refused' },
  ],
  ['fails with something else', rejectWith(new Error('x')), { status: 'not-delivered', reason: 'unavailable' }],
];

for (const [how, assign, outcome] of outcomes) {
  test(`an assignment to a learning system that ${how} is kept as ${JSON.stringify(outcome)}`, async () => {
    assert.deepEqual(await outcomeOf(assign), outcome);
  });
}

test("a refusal keeps the learning system's code only where it is a code", () => {
  for (const [code, kept] of [
    ['wsnoinstance', 'wsnoinstance'],
    ['http-403', 'http-403'],
    ['<b>no</b>', undefined],
    ['Ada Lovelace may not do this', undefined],
    ['x'.repeat(65), undefined],
  ] as const)
    assert.equal(refusalOf(learningError({ reason: 'refused', code }, 'x')).code, kept);
});
