import type { Coaching, CoachingOptions, Storage } from '@coachkit/core';
import { createDemoLearningSystem } from '@coachkit/core/demo';
import { coachingOf as coachingWithoutCourses } from './pair.ts';

/** The pair of `pair.ts` with a learning system; apart from it, since the catalogue comes with the whole sample. */
export function coachingOf(storage: Storage, personId = 'priya', options: Partial<CoachingOptions> = {}): Coaching {
  return coachingWithoutCourses(storage, personId, { lms: createDemoLearningSystem(), ...options });
}
