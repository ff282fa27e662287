import {
  CoachingError,
  millisecondsOf,
  type Clock,
  type Course,
  type CourseProgress,
  type LearningSystem,
  type NewId,
} from '@coachkit/core';

export { createFakeSynchronisation, withSynchronisation, type FakeSynchronisation } from './fake-synchronisation.js';

/** A clock that stands still until it is told otherwise. */
export interface FakeClock extends Clock {
  /** Sets the moment, as an ISO 8601 string in UTC. */
  set(instant: string): void;
}

/** A clock that stands at a moment, an ISO 8601 string in UTC. */
export function createFakeClock(instant: string): FakeClock {
  let now = millisecondsOf(instant);
  return {
    now: () => now,
    set(next) {
      now = millisecondsOf(next);
    },
  };
}

/** Ids that count up, so that a failing test reads the same twice. */
export function createCountingIds(prefix = 'id'): NewId {
  let count = 0;
  return () => `${prefix}-${String((count += 1)).padStart(6, '0')}`;
}

/** A learning system in memory, with what it was asked and a switch for what it answers. */
export interface FakeLearningSystem extends LearningSystem {
  /** Every enrolment that was confirmed, once each. */
  readonly enrolments: readonly { readonly personId: string; readonly courseId: string }[];
  /** `down` rejects everything, retryable; `refusing` rejects enrolments for good. */
  answer: 'well' | 'down' | 'refusing';
}

/** A learning system in memory over a list of courses. */
export function createFakeLearningSystem(courses: readonly Course[]): FakeLearningSystem {
  const enrolments = new Map<string, { readonly personId: string; readonly courseId: string }>();
  const fake: FakeLearningSystem = {
    answer: 'well',
    get enrolments() {
      return [...enrolments.values()];
    },
    async find(query, limit) {
      await reach(fake);
      const words = query.toLowerCase();
      return courses.filter(({ title }) => title.toLowerCase().includes(words)).slice(0, limit);
    },
    async get(courseId) {
      await reach(fake);
      return courses.find(({ id }) => id === courseId);
    },
    async assign({ personId, courseId, requestId }) {
      await reach(fake);
      if (fake.answer === 'refusing') throw new CoachingError('lms-unavailable', 'refused by the learning system');
      if (!courses.some(({ id }) => id === courseId)) throw new CoachingError('not-found', 'no such course');
      enrolments.set(requestId, { personId, courseId });
    },
    async progress(personId, courseIds) {
      await reach(fake);
      return [...enrolments.values()]
        .filter((each) => each.personId === personId && courseIds.includes(each.courseId))
        .map(({ courseId }): CourseProgress => ({ courseId, status: 'enrolled' }));
    },
  };
  return fake;
}

async function reach({ answer }: FakeLearningSystem): Promise<void> {
  await Promise.resolve();
  if (answer === 'down') throw new CoachingError('lms-unavailable', 'the learning system is down', { retryable: true });
}
