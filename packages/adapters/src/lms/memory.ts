/**
 * A learning system in memory: for tests, samples and trying things out. It is no fake of a real one; it keeps the
 * promises of the port and forgets everything with the page.
 * @packageDocumentation
 */
import {
  fold,
  invalidInput,
  learningError,
  type CalendarDate,
  type Course,
  type CourseProgress,
  type DeliveryReceipt,
  type LearningSystem,
  type PersonInCourse,
} from '@coachkit/core';

/** What a learning system in memory begins with. */
export interface MemoryLearningOptions {
  readonly courses: readonly Course[];
  /** The people it knows; everybody when absent. */
  readonly people?: readonly string[];
  /** Courses that take nobody. */
  readonly closed?: readonly string[];
}

/** A learning system in memory, with its books open. */
export interface MemoryLearningSystem extends LearningSystem {
  /** Who is enrolled where, in the order in which it came to be. */
  enrolments(): readonly PersonInCourse[];
  /** What was recommended to whom. */
  recommendations(): readonly PersonInCourse[];
  /** Somebody completes a course. */
  complete(pair: PersonInCourse, on: CalendarDate): void;
}

/** How many changes a page holds. */
const perPage = 50;

/** A learning system in memory. */
export function createMemoryLearningSystem(options: MemoryLearningOptions): MemoryLearningSystem {
  const { courses, people, closed = [] } = options;
  const enrolled = new Map<string, PersonInCourse>();
  const recommended = new Map<string, PersonInCourse>();
  const completed = new Map<string, CalendarDate>();
  const news: PersonInCourse[] = [];

  const check = ({ personId, courseId }: PersonInCourse): void => {
    if (people?.includes(personId) === false) throw learningError({ reason: 'unknown-person' }, 'no such person');
    if (!courses.some(({ id }) => id === courseId)) throw learningError({ reason: 'unknown-course' }, 'no such course');
  };
  const progressOf = (pair: PersonInCourse): CourseProgress => {
    const { courseId } = pair;
    const completedOn = completed.get(keyOf(pair));
    return completedOn === undefined
      ? { courseId, status: 'enrolled' }
      : { courseId, status: 'completed', completedOn };
  };

  return {
    capabilities: {
      search: true,
      assign: true,
      recommend: true,
      withdraw: true,
      completion: 'dated',
      delivery: ['person', 'changes'],
      skills: false,
      plan: false,
    },
    find(query, limit) {
      const words = fold(query).split(/\s+/).filter(Boolean);
      const fitting = courses.filter(({ title }) => words.every((word) => fold(title).includes(word)));
      return Promise.resolve(fitting.slice(0, limit));
    },
    get: (courseId) => Promise.resolve(courses.find(({ id }) => id === courseId)),
    assign: (request) =>
      answer(request.requestId, () => {
        check(request);
        if (enrolled.has(keyOf(request))) return 'already-done';
        if (closed.includes(request.courseId))
          throw learningError({ reason: 'refused', code: 'course-closed' }, 'the course takes nobody');
        enrolled.set(keyOf(request), pairOf(request));
        return 'done';
      }),
    progress: (personId, courseIds) =>
      Promise.resolve(
        [...enrolled.values()]
          .filter((pair) => pair.personId === personId && courseIds.includes(pair.courseId))
          .map(progressOf),
      ),
    recommend: (request) =>
      answer(request.requestId, () => {
        check(request);
        if (recommended.has(request.requestId)) return 'already-done';
        recommended.set(request.requestId, pairOf(request));
        return 'done';
      }),
    withdraw: (request) => answer(request.requestId, () => (enrolled.delete(keyOf(request)) ? 'done' : 'already-done')),
    changes(asked, cursor = '0') {
      if (!/^\d{1,9}$/.test(cursor)) return Promise.reject(invalidInput('cursor', 'wrong-type'));
      const end = Math.min(Number(cursor) + perPage, news.length);
      const wanted = new Set(asked.map(keyOf));
      const page = news.slice(Number(cursor), end).filter((pair) => wanted.has(keyOf(pair)));
      const changes = page.map((pair) => ({ ...pair, ...progressOf(pair) }));
      return Promise.resolve({ changes, cursor: String(end), hasMore: end < news.length });
    },
    enrolments: () => [...enrolled.values()],
    recommendations: () => [...recommended.values()],
    complete(pair, on) {
      completed.set(keyOf(pair), on);
      news.push(pairOf(pair));
    },
  };
}

const keyOf = ({ personId, courseId }: PersonInCourse): string => JSON.stringify([personId, courseId]);
const pairOf = ({ personId, courseId }: PersonInCourse): PersonInCourse => ({ personId, courseId });

/** An answer, or the rejection that it throws. */
function answer(requestId: string, work: () => DeliveryReceipt['state']): Promise<DeliveryReceipt> {
  return new Promise((resolve) => resolve({ requestId, state: work() }));
}
