import type { CourseAssignment, CourseAssignmentStatus, FocusKind } from '@coachkit/core';
import { catalogue } from './catalogue.js';

const focusKinds: Readonly<Record<FocusKind, string>> = {
  'skill-development': 'Skill development',
  'performance-goals': 'Performance goals',
  'role-progression': 'Role progression',
  'specific-development-area': 'A specific area of development',
};

// `enrolled` is what the learning system has confirmed; `requested` is what it has not answered yet (M25).
const courseStates: Readonly<Record<CourseAssignmentStatus, string>> = {
  recommended: 'Recommended',
  requested: 'Assigned, not confirmed by the learning system yet',
  enrolled: 'Assigned and enrolled',
  'in-progress': 'In progress',
  completed: 'Completed',
  withdrawn: 'Withdrawn',
  'not-delivered': 'Not delivered',
};

const reasons: Readonly<Record<NonNullable<CourseAssignment['reason']>, string>> = {
  unavailable: 'the learning system could not be reached',
  'unknown-course': 'the learning system does not have this course',
  'unknown-person': 'the learning system does not know this person',
  refused: 'the learning system did not accept it',
};

/** The programme's own terms in words, for every element that shows them: `this.wordsOf(termsCatalogue)`. */
export const termsCatalogue = catalogue('terms', {
  focusKind: (kind: FocusKind): string => focusKinds[kind],
  courseState: (status: CourseAssignmentStatus): string => courseStates[status],
  completedOn: (date: string): string => `Completed ${date}`,
  notDelivered: (reason: NonNullable<CourseAssignment['reason']>): string => `Not delivered: ${reasons[reason]}`,
  /** For a course that the catalogue does not know any more. */
  unknownCourse: 'A course that is no longer in the catalogue',
  with: (name: string): string => `with ${name}`,
  due: (date: string): string => `due ${date}`,
  /** The name of a button among several that say the same. */
  forThis: (act: string, thing: string): string => `${act}: ${thing}`,
  /** What nobody outside the pair ever sees. */
  countsOnly: 'L&D sees counts, never words.',
});

/** The programme's own terms, as a language has to give them. */
export type Terms = typeof termsCatalogue.words;

declare module './catalogue.js' {
  interface Catalogues {
    terms: Terms;
  }
}
