/**
 * Moodle, through its web services (recorded with 4.5). What an administrator has to set up stands in
 * `docs/learning-systems.md`.
 * @packageDocumentation
 */
import {
  learningError,
  refusalOf,
  type CourseRequest,
  type DeliveryReceipt,
  type LearningSystem,
} from '@coachkit/core';
import * as z from 'zod/mini';
import { understood } from './answers.js';
import { learningTools, type LearningConnection } from './connection.js';
import { inTurn } from './in-turn.js';
import { moodleCall, type MoodleCall } from './moodle-calls/call.js';
import { competencies, learningPlans } from './moodle-calls/competencies.js';
import { readEnrolments, readProgress } from './moodle-calls/completion.js';
import { isMoodleId, readCourse, searchCourses } from './moodle-calls/courses.js';
import { findLearner } from './moodle-calls/learners.js';
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

/** How a Moodle is connected. */
export interface MoodleOptions extends LearningConnection {
  /** The id of the role "student" of this site; 5 on most. The service account must be allowed to give it. */
  readonly roleId?: number;
  /** The competency framework that is the organisation's skills framework; without it `skills` is absent. */
  readonly competencyFrameworkId?: number;
  /** The time zone in which Moodle's moments become dates, as IANA names it; UTC when absent. */
  readonly timeZone?: string;
}

/** A Moodle, with what only its adapter can do. */
export interface Moodle extends LearningSystem {
  /** Which of these people Moodle knows. @throws CoachingError `lms-unavailable` */
  mapping(personIds: readonly string[]): Promise<MappingReport>;
}

/**
 * Connects a Moodle. Nothing is asked before the first call.
 *
 * Moodle has no recommendations and sends no news: `recommend`, `changes` and `receive` are absent, and completion is
 * asked person by person. A due date is never sent, since Moodle would take it for the end of access.
 * @throws CoachingError `not-supported` in a browser, `invalid-input` for an address that may not be used
 */
export function createMoodle(options: MoodleOptions): Moodle {
  const { roleId = 5, competencyFrameworkId, timeZone = 'UTC' } = options;
  const tools = learningTools(options);
  const call = moodleCall(tools);
  const one = inTurn();
  const people = learnerMap(
    tools.people,
    (field, value) => findLearner(call, field, value),
    (id) => (isMoodleId(id) ? findLearner(call, 'id', id) : Promise.resolve({ missing: 'not-in-learning-system' })),
  );

  return {
    capabilities: {
      search: true,
      assign: true,
      recommend: false,
      withdraw: true,
      completion: 'dated',
      delivery: ['person'],
      skills: competencyFrameworkId !== undefined,
      plan: true,
    },
    find: (query, limit) => searchCourses(tools, call, query, limit),
    async get(courseId) {
      const course = await readCourse(tools, call, courseId);
      if (course === undefined) return undefined;
      const { isHidden: _internal, ...shown } = course;
      return shown;
    },
    assign: (request) =>
      one(request.personId, async () => {
        const { personId, courseId, requestId } = request;
        const userId = await people.idOf(personId);
        // Moodle takes people into hidden courses and says the same of an unknown course as of a wrong parameter.
        const course = await readCourse(tools, call, courseId);
        if (course === undefined) throw learningError({ reason: 'unknown-course' }, 'Moodle has no such course');
        if (course.isHidden) throw learningError({ reason: 'refused', code: 'course-hidden' }, 'the course is hidden');
        // Enrolling again would erase the dates of the first time.
        if ((await readEnrolments(call, userId)).has(courseId)) return { requestId, state: 'already-done' };
        return enrol(call, request, { userId, roleId });
      }),
    async progress(personId, courseIds) {
      const asked = [...new Set(courseIds)].filter(isMoodleId);
      if (asked.length === 0) return [];
      const userId = await people.idOf(personId);
      const enrolments = await readEnrolments(call, userId);
      const found = [];
      // One at a time: a learning system is not to feel that coaching is asking.
      for (const courseId of asked) found.push(await readProgress(call, userId, courseId, enrolments, timeZone));
      return found.filter((each) => each !== undefined);
    },
    withdraw: ({ requestId, personId, courseId }) =>
      one(personId, async () => {
        const userId = await people.idOf(personId);
        if (!(await readEnrolments(call, userId)).has(courseId)) return { requestId, state: 'already-done' };
        const answer = await call.write('enrol_manual_unenrol_users', {
          'enrolments[0][userid]': userId,
          'enrolments[0][courseid]': courseId,
        });
        understood(z.null(), answer);
        return { requestId, state: 'done' };
      }),
    ...(competencyFrameworkId !== undefined && { skills: competencies(tools, call, competencyFrameworkId) }),
    plan: learningPlans(tools, call, people, timeZone),
    mapping: (personIds) => people.report(personIds),
  };
}

/** Enrols. When no answer came, Moodle is asked what it has done: only it knows. */
async function enrol(
  call: MoodleCall,
  { requestId, courseId }: CourseRequest,
  { userId, roleId }: { readonly userId: string; readonly roleId: number },
): Promise<DeliveryReceipt> {
  try {
    const answer = await call.write('enrol_manual_enrol_users', {
      'enrolments[0][roleid]': roleId,
      'enrolments[0][userid]': userId,
      'enrolments[0][courseid]': courseId,
    });
    // `null` is how Moodle says that it is done; anything else is not.
    understood(z.null(), answer);
    return { requestId, state: 'done' };
  } catch (error) {
    if (refusalOf(error).reason !== 'unavailable') throw error;
    const enrolments = await readEnrolments(call, userId).catch(() => undefined);
    if (enrolments?.has(courseId) === true) return { requestId, state: 'done' };
    throw error;
  }
}
