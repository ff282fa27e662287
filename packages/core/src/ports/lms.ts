import type { CalendarDate } from '../calendar.js';
import type { LearningCapabilities } from './lms-capabilities.js';
import type { LearningPlan } from './lms-plan.js';
import type { SkillsFramework } from './skills.js';

/** A course of the learning system's catalogue. Its title is plain text of somebody else: show it as text. */
export interface Course {
  readonly id: string;
  readonly title: string;
  /** What it is about, in a few sentences of plain text. */
  readonly summary?: string;
  /** Minutes, where the catalogue says so. */
  readonly durationMinutes?: number;
  /** Skills of the framework that it develops. */
  readonly skillIds?: readonly string[];
  /** Where the learning system opens it; https only. */
  readonly url?: string;
}

/** One person and one course: all that a learning system is ever told, besides an id of the request. */
export interface PersonInCourse {
  readonly personId: string;
  readonly courseId: string;
}

/** Something to be done for one person in one course. */
export interface CourseRequest extends PersonInCourse {
  /** The same for every attempt: what has been done under it is not done again. */
  readonly requestId: string;
}

/** What a learning system says of one person in one course. */
export interface CourseProgress {
  readonly courseId: string;
  /** `untracked`: enrolled, in a course whose completion this learning system does not report. */
  readonly status: 'enrolled' | 'in-progress' | 'completed' | 'untracked';
  readonly completedOn?: CalendarDate;
}

/** News of somebody in a course that was asked about. */
export interface ProgressChange extends CourseProgress {
  readonly personId: string;
}

/** What changed since a cursor. */
export interface ProgressPage {
  readonly changes: readonly ProgressChange[];
  /** Continues behind this page; the same again when nothing was new. */
  readonly cursor: string;
  /** Whether asking again at once brings more. */
  readonly hasMore: boolean;
}

/** That the learning system took something. */
export interface DeliveryReceipt {
  readonly requestId: string;
  /** `accepted`: it will be done and `progress` will say so; the others are confirmed by the learning system. */
  readonly state: 'done' | 'already-done' | 'accepted';
}

/** What a learning system sent on its own, as it came over the wire. */
export interface PushedMessage {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The bytes of the body, exactly as they came: the signature is over them. */
  readonly body: Uint8Array;
}

/**
 * The learning system. Implemented by `@coachkit/adapters/lms/*` and by vendors; proven by
 * `@coachkit/testing/lms-suite`. No coaching text, focus or coach's name ever reaches it: the parameters have no place
 * for one. What fails rejects with a `CoachingError` whose `refusal` says why (see `LearningRefusal`).
 *
 *  1. `find` returns courses that a person could be assigned, best first, each once, at most `limit`, over all pages.
 *  2. Titles and summaries are plain text in one language: no markup, no entities, no language spans.
 *  3. `get` answers `undefined` for a course the catalogue does not have, or no longer.
 *  4. `assign` resolves only when the learning system has confirmed the enrolment or taken it on (`accepted`);
 *     `progress` tells of it from then on.
 *  5. Assigning again, with the same `requestId` or for somebody who is enrolled, enrols once and changes nothing.
 *  6. What was not confirmed rejects: person or course unknown (`not-found`), refused with the learning system's own
 *     reason code, or unavailable and retryable with the wait it asked for; also when the error comes as HTTP 200.
 *  7. `progress` tells of that person in the courses asked for and of nothing else; `completed` only where the learning
 *     system says so.
 *  8. `recommend` never enrols, and recommends once for each `requestId`.
 *  9. `withdraw` ends the enrolment; of somebody who is not enrolled it is no error.
 * 10. `changes` continues a cursor without a gap or a repetition and tells only of the pairs asked for.
 * 11. `receive` believes only what is signed, fresh and new, and tells only of the pairs asked for.
 * 12. An answer that is redirected, too large, late or not understood is a failure, never an empty success.
 * 13. The token appears in no error and in no address.
 * 14. What `capabilities` declares is there, and nothing else.
 */
export interface LearningSystem {
  /** What it offers; when absent: search, assign, and progress of single people. */
  readonly capabilities?: LearningCapabilities;
  /** Courses that fit the words. @param limit - most courses to return, 1 to 100 */
  find(query: string, limit: number): Promise<readonly Course[]>;
  /** A course by id. */
  get(courseId: string): Promise<Course | undefined>;
  /** Enrols somebody; resolves once that is confirmed or taken on. */
  assign(request: CourseRequest): Promise<DeliveryReceipt>;
  /** How far somebody is in some courses. */
  progress(personId: string, courseIds: readonly string[]): Promise<readonly CourseProgress[]>;
  /** Tells the learning system that a course was recommended to somebody. */
  recommend?(request: CourseRequest): Promise<DeliveryReceipt>;
  /** Ends an enrolment. */
  withdraw?(request: CourseRequest): Promise<DeliveryReceipt>;
  /** What changed since a cursor, in open assignments. @param cursor - of the page before; absent at first */
  changes?(asked: readonly PersonInCourse[], cursor?: string): Promise<ProgressPage>;
  /** Reads what the learning system sent. @throws CoachingError `forbidden` for what is not signed, or not freshly */
  receive?(message: PushedMessage, asked: readonly PersonInCourse[]): Promise<readonly ProgressChange[]>;
  /** The skills framework that the learning system keeps. */
  readonly skills?: SkillsFramework;
  /** The learning plans that it keeps. */
  readonly plan?: LearningPlan;
}
