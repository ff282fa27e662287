import { learningError } from '../ports/lms-error.js';
import type { Course, CourseProgress, LearningSystem } from '../ports/lms.js';
import { fold } from '../ports/skills.js';
import { closedCourse, demoCourses } from './courses.js';

/** What the learning system of a demonstration knows. */
export interface DemoLearningSystemOptions {
  /** The sample catalogue when absent. */
  readonly courses?: readonly Course[];
  /** What it knows of people already, by person. */
  readonly progress?: ReadonlyMap<string, readonly CourseProgress[]>;
  /** Courses that take nobody any more; "Demonstrations that listen" when absent. */
  readonly closed?: readonly string[];
  /** Answers nothing and rejects with a retryable `lms-unavailable`, as on a day when it is down. */
  readonly isDown?: boolean;
}

/** A learning system in memory that keeps the promises of the port. What is assigned is gone with the page. */
export function createDemoLearningSystem(options: DemoLearningSystemOptions = {}): LearningSystem {
  const { courses = demoCourses, closed = [closedCourse], isDown = false } = options;
  const byId = new Map(courses.map((course) => [course.id, course]));
  const known = new Map(
    [...(options.progress ?? [])].map(([person, entries]) => [
      person,
      new Map(entries.map((each) => [each.courseId, each])),
    ]),
  );
  const answer = <T>(make: () => T): Promise<T> =>
    new Promise((resolve) => {
      if (isDown) throw learningError({ reason: 'unavailable' }, 'the learning system did not answer');
      resolve(make());
    });

  return {
    find: (query, limit) =>
      answer(() => {
        const words = fold(query).split(/\s+/).filter(Boolean);
        const rank = ({ title }: Course): number => (fold(title).startsWith(words[0] ?? '') ? 0 : 1);
        return courses
          .filter(({ title }) => words.every((word) => fold(title).includes(word)))
          .sort((one, other) => rank(one) - rank(other))
          .slice(0, limit);
      }),
    get: (courseId) => answer(() => byId.get(courseId)),
    assign: ({ requestId, personId, courseId }) =>
      answer(() => {
        if (!byId.has(courseId)) throw learningError({ reason: 'unknown-course' }, 'no such course');
        const ofPerson = known.get(personId) ?? new Map<string, CourseProgress>();
        if (ofPerson.has(courseId)) return { requestId, state: 'already-done' };
        if (closed.includes(courseId))
          throw learningError({ reason: 'refused', code: 'course-closed' }, 'the course is closed for new people');
        known.set(personId, ofPerson.set(courseId, { courseId, status: 'enrolled' }));
        return { requestId, state: 'done' };
      }),
    progress: (personId, courseIds) =>
      answer(() => courseIds.flatMap((courseId) => known.get(personId)?.get(courseId) ?? [])),
  };
}
