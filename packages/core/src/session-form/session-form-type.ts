import type { CalendarDate } from '../calendar.js';
import type { DevelopmentActivity } from '../model/action.js';
import type { DraftAction, DraftFocus } from '../model/draft.js';
import type { FocusKind } from '../model/focus-kind.js';
import type { ReviewOutcome } from '../model/session-content.js';
import type { Course } from '../ports/lms.js';
import type { Skill } from '../ports/skills.js';
import type { RecordedResult, SessionFormSnapshot } from './form-state.js';
import type { QuickEntry } from './quick-entry.js';

/**
 * The record of one session while it is written: for any interface, with no word about how it looks. Every command
 * takes effect at once, keeps the draft soon after, and tells the subscribers. No command throws or loses text.
 */
export interface SessionForm {
  /** The state now; the same object until something changes. */
  readonly getSnapshot: () => SessionFormSnapshot;
  /** Calls `listener` after each change. Returns the function that ends it. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Loads again: after a failure, or when the page is shown again and nothing was written here meanwhile. */
  readonly load: () => Promise<void>;
  /** Keeps at once what is not kept yet: call it when the page is hidden or left. */
  readonly flush: () => Promise<void>;
  /** Keeps what is not kept yet and ends. */
  readonly dispose: () => Promise<void>;
  /** The form has the focus or was used: counts as active time. Commands say so themselves. */
  readonly touch: () => void;

  /** The date of the session, as typed. */
  readonly setDate: (text: string) => void;
  /** The length of the session in whole minutes, 5 to 480; another one is refused when the record is saved. */
  readonly setDuration: (minutes: number) => void;

  /** What became of an earlier action (M13). A kept one gets the date of the next session where its own has passed. */
  readonly review: (actionId: string, outcome: ReviewOutcome) => void;
  /** The new date of an action that is kept, as typed. */
  readonly setReviewDate: (actionId: string, text: string) => void;

  /** Looks for a skill; the answer is in `skills` a moment later. */
  readonly searchSkills: (query: string) => void;
  /** Takes a focus that was suggested: from the plan, a recent session or what the employee proposed. */
  readonly chooseFocus: (focus: DraftFocus) => void;
  /** Takes a skill of the framework as the focus, with its label as it is now. */
  readonly chooseSkill: (skill: Skill) => void;
  /** Words of one's own, without a skill: the focus counts as unmapped (M28). */
  readonly chooseWords: (label: string) => void;
  /** Which of the four kinds the focus is (M2). */
  readonly setFocusKind: (kind: FocusKind) => void;

  /** The words of a point; `index` counts from 0. More than 600 UTF-16 code units are kept, and refused when saving. */
  readonly setPoint: (index: number, text: string) => void;
  /** An empty line after one, where there are fewer than five. @returns whether there is one more */
  readonly addPoint: (after: number) => boolean;
  /** Takes a point away; `undo` brings it back. */
  readonly removePoint: (index: number) => void;
  /** Moves a point to another place; both count from 0. */
  readonly movePoint: (from: number, to: number) => void;
  /**
   * A text pasted between two parts of a line.
   * @returns the line where the pasted list ends; undefined when it is no list, and nothing has changed
   */
  readonly pastePoints: (index: number, before: string, pasted: string, after: string) => number | undefined;

  /** What stands in the line for a new action. */
  readonly setQuickEntry: (text: string) => void;
  /** How the quick entry reads; undefined while it is empty. */
  readonly readEntry: () => QuickEntry | undefined;
  /** Makes the quick entry an action. @returns its id; undefined when the entry has no words or there are 20 actions */
  readonly addAction: () => string | undefined;
  /** Changes words, owner or due date of a new action; the date as typed. */
  readonly changeAction: (id: string, change: Partial<Pick<DraftAction, 'text' | 'ownerId' | 'dueDate'>>) => void;
  /** Takes a new action away; `undo` brings it back. */
  readonly removeAction: (id: string) => void;
  /** Looks for a course; the answer is in `courses` a moment later. */
  readonly searchCourses: (query: string) => void;
  /** Links a course to an action, or to a new one of that name. @returns the id of the action; undefined without room */
  readonly linkCourse: (course: Course, actionId?: string) => string | undefined;
  /** Whether a linked course is recommended or assigned (M24). */
  readonly setIntent: (actionId: string, courseId: string, intent: CourseIntent) => void;
  /** Takes a course off a new action; `undo` brings it back. */
  readonly unlinkCourse: (actionId: string, courseId: string) => void;

  /** Brings back what was taken away last. */
  readonly undo: () => void;
  /** Ends a conflict: what stands here is kept, what the other tab wrote is not. */
  readonly keepOwn: () => void;
  /** Ends a conflict: what the other tab wrote takes the place of what stands here; `undo` changes the two again. */
  readonly takeOther: () => void;

  /** Reads a date as the fields do. @param isBehind - whether it is the date of a session and not one that is due */
  readonly readDate: (text: string, isBehind?: boolean) => CalendarDate | undefined;
  /** Takes what stands in the quick entry and checks all of it. @returns whether it could be saved; else see `problems` */
  readonly check: () => boolean;
  /** Checks and records. @returns undefined when it was not; see `problems` and `error` */
  readonly save: () => Promise<RecordedResult | undefined>;
}

/** Recommend never enrols; assign asks the learning system to (M24). */
export type CourseIntent = Extract<DevelopmentActivity, { kind: 'course' }>['intent'];
