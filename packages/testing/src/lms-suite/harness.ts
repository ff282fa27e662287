import type { CalendarDate, LearningSystem, PersonInCourse, PushedMessage } from '@coachkit/core';

/** The courses of the suite, by name: a learning system gives them ids of its own. */
export type SuiteCourse = 'trading' | 'talks' | 'forecast' | 'closed' | 'untracked';

/**
 * How the learning system answers from now on.
 *
 * - `well`: as it should.
 * - `down`: not at all, or with HTTP 503.
 * - `busy`: asks to be left alone for seven seconds.
 * - `refusing`: with an error of its own, as HTTP 200 where such systems exist.
 * - `forgetful`: does what it is asked to change, and breaks the connection before it says so.
 * - `redirecting`: with a redirection to `elsewhere`.
 * - `huge`: with more than 5 MiB.
 * - `odd`: with HTTP 200 and a page for people.
 */
export type LearningMood = 'well' | 'down' | 'busy' | 'refusing' | 'forgetful' | 'redirecting' | 'huge' | 'odd';

/**
 * A learning system for one case, and the adapter under test connected to it. It holds:
 *
 * - the people `tom` and `ada`; of `stranger` it knows nothing;
 * - the course `trading`, whose title is stored as `Trading <b>concessions</b> &amp; offers`;
 * - `talks`, whose title is stored in two languages in its way of doing so: "Coaching talks", "Coaching-Gespräche";
 * - `forecast`, "Forecasting with care";
 * - `closed`, "Closed circle", which takes nobody, with a reason code of the system;
 * - `untracked`, "Silent reading", whose completion it does not report (where it always does: as `forecast`);
 * - sixty courses "Series part 1" to "Series part 60".
 */
export interface LearningLaboratory {
  readonly lms: LearningSystem;
  /** The id that the learning system gives a course of the suite. */
  readonly courseId: (name: SuiteCourse) => string;
  /** Every enrolment in the books of the learning system, twice where somebody is enrolled twice. */
  readonly enrolments: () => readonly PersonInCourse[];
  /** How often an enrolment was asked for or changed, also where nothing came of it. */
  readonly enrolmentCalls?: () => number;
  /** Every recommendation in its books. */
  readonly recommendations?: () => readonly PersonInCourse[];
  /** Somebody completes a course, enrolled or not. */
  readonly complete: (pair: PersonInCourse, on: CalendarDate) => void;
  /** Changes how it answers. */
  readonly answerWith?: (mood: LearningMood) => void;
  /** Every request that reached it or was tried: method and address in the first line, then headers and body. */
  readonly requests?: () => readonly string[];
  /** The token that the adapter was given. */
  readonly token?: string;
  /** Where it redirects to. */
  readonly elsewhere?: Elsewhere;
  /** The message that it would send of a completion. @param age - how long ago it was signed, in milliseconds */
  readonly message?: (pair: PersonInCourse, on: CalendarDate, age?: number) => Promise<PushedMessage>;
  /** Called once, after the case. */
  readonly close: () => void | Promise<void>;
}

/** A place where no request has any business. */
export interface Elsewhere {
  readonly url: string;
  /** How many requests came. */
  readonly visits: () => number;
}

/** How the suite gets at the adapter under test. What a laboratory does not have is reported as not offered. */
export interface LearningHarness {
  /** Opens a laboratory of its own for each case. */
  open(): LearningLaboratory | Promise<LearningLaboratory>;
}

/** What a case needs: a capability of the adapter, or a function of the laboratory. */
export type LearningNeed =
  | 'search'
  | 'assign'
  | 'recommend'
  | 'withdraw'
  | 'changes'
  | 'push'
  | 'answerWith'
  | 'requests'
  | 'elsewhere'
  | 'recommendations';
