import type { CalendarDate } from '../calendar.js';

/** A course of the learning system's catalogue. Titles are outside text: show them as text, never as markup. */
export interface Course {
  readonly id: string;
  readonly title: string;
  /** Minutes, where the catalogue says so. */
  readonly durationMinutes?: number;
  /** Skills of the framework that it develops. */
  readonly skillIds?: readonly string[];
}

/** What a learning system says of one person in one course. */
export interface CourseProgress {
  readonly courseId: string;
  readonly status: 'enrolled' | 'in-progress' | 'completed';
  readonly completedOn?: CalendarDate;
}

/**
 * The learning system. No coaching text, focus or coach's name is ever passed to it: the parameters have no place
 * for one.
 *
 * 1. `find` returns courses that a person could be assigned, best first.
 * 2. `assign` resolves only when the learning system has confirmed the enrolment, and is safe to repeat with the same
 *    `requestId`. It rejects with `lms-unavailable` (`retryable` says whether later may work), `not-found` for a course
 *    or person it does not know.
 * 3. `progress` answers for the courses it knows of and leaves out the rest.
 */
export interface LearningSystem {
  /** Courses that fit the words. @param limit - most courses to return, 1 to 100 */
  find(query: string, limit: number): Promise<readonly Course[]>;
  /** A course by id; undefined for one the catalogue does not have. */
  get(courseId: string): Promise<Course | undefined>;
  /** Enrols somebody; resolves once that is confirmed. */
  assign(request: { readonly requestId: string; readonly personId: string; readonly courseId: string }): Promise<void>;
  /** How far somebody is in some courses. */
  progress(personId: string, courseIds: readonly string[]): Promise<readonly CourseProgress[]>;
}
