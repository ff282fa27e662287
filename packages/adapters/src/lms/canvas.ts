/**
 * Canvas, through its REST interface (from its documentation; not tried with a running Canvas).
 * @packageDocumentation
 */
import { learningError, refusalOf, type CourseProgress, type LearningSystem } from '@coachkit/core';
import { canvasCall } from './canvas-calls/call.js';
import { isCanvasId, readCourse, readProgress, searchCourses } from './canvas-calls/courses.js';
import { enrol, readEnrolments } from './canvas-calls/enrolments.js';
import { findById, findLearner } from './canvas-calls/learners.js';
import { learningTools, type LearningConnection } from './connection.js';
import { inTurn } from './in-turn.js';
import { learnerMap, type MappingReport } from './people.js';

export type { LearningConnection } from './connection.js';
export type {
  LearnerKeys,
  MappingReport,
  MatchingByFunction,
  MatchingByKey,
  PersonMatching,
  UnmappedReason,
} from './people.js';

/** How a Canvas is connected. */
export interface CanvasOptions extends LearningConnection {
  /** The account whose courses and people are searched. */
  readonly accountId: string;
  /** The time zone in which Canvas's moments become dates, as IANA names it; UTC when absent. */
  readonly timeZone?: string;
}

/** A Canvas, with what only its adapter can do. */
export interface Canvas extends LearningSystem {
  /** Which of these people Canvas knows. @throws CoachingError `lms-unavailable` */
  mapping(personIds: readonly string[]): Promise<MappingReport>;
}

/**
 * Connects a Canvas. Nothing is asked before the first call. It has no recommendations, and its live events need an
 * account-wide set-up: `recommend`, `changes` and `receive` are absent.
 * @throws CoachingError `not-supported` in a browser, `invalid-input` for an address that may not be used
 */
export function createCanvas(options: CanvasOptions): Canvas {
  const { accountId, timeZone = 'UTC' } = options;
  const tools = learningTools(options);
  const call = canvasCall(tools);
  const one = inTurn();
  const people = learnerMap(
    tools.people,
    (field, value) => findLearner(call, accountId, field, value),
    (id) => findById(call, id),
  );

  return {
    capabilities: {
      search: true,
      assign: true,
      recommend: false,
      withdraw: true,
      completion: 'dated',
      delivery: ['person'],
      skills: false,
      plan: false,
    },
    find: (query, limit) => searchCourses(tools, call, accountId, { query, limit }),
    get: (courseId) => readCourse(tools, call, courseId),
    assign: (request) =>
      one(request.personId, async () => {
        const { personId, courseId, requestId } = request;
        const userId = await people.idOf(personId);
        if ((await readCourse(tools, call, courseId)) === undefined)
          throw learningError({ reason: 'unknown-course' }, 'Canvas has no such course');
        const isEnrolled = async (): Promise<boolean> =>
          (await readEnrolments(call, userId)).some((each) => each.courseId === courseId);
        if (await isEnrolled()) return { requestId, state: 'already-done' };
        try {
          return await enrol(call, userId, request);
        } catch (error) {
          // No answer: only Canvas knows whether it has enrolled.
          if (refusalOf(error).reason !== 'unavailable') throw error;
          if (await isEnrolled().catch(() => false)) return { requestId, state: 'done' };
          throw error;
        }
      }),
    async progress(personId, courseIds) {
      const asked = [...new Set(courseIds)].filter(isCanvasId);
      if (asked.length === 0) return [];
      const userId = await people.idOf(personId);
      const enrolled = new Set((await readEnrolments(call, userId)).map(({ courseId }) => courseId));
      const found: CourseProgress[] = [];
      // One at a time: Canvas counts what runs side by side.
      for (const courseId of asked)
        if (enrolled.has(courseId)) found.push(await readProgress(call, userId, courseId, timeZone));
      return found;
    },
    withdraw: (request) =>
      one(request.personId, async () => {
        const { personId, courseId, requestId } = request;
        const userId = await people.idOf(personId);
        const ended = (await readEnrolments(call, userId)).filter((each) => each.courseId === courseId);
        for (const { id } of ended) await call.write('DELETE', `/courses/${courseId}/enrollments/${id}?task=conclude`);
        return { requestId, state: ended.length > 0 ? 'done' : 'already-done' };
      }),
    mapping: (personIds) => people.report(personIds),
  };
}
