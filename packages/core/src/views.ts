import type { CalendarDate, Instant } from './calendar.js';
import type { Action } from './model/action.js';
import type { FieldConflict } from './model/conflict.js';
import type { CourseAssignment, Goal } from './model/development.js';
import type { Draft } from './model/draft.js';
import type { Cadence } from './model/cadence.js';
import type { CoachingRelationship } from './model/relationship.js';
import type { Comment, Focus, SessionContent, SessionVersion } from './model/session-content.js';
import type { Session } from './model/session.js';
import type { Course } from './ports/lms.js';
import type { JsonValue } from './ports/storage.js';

/** A person as others may see them in the programme. */
export interface PersonSummary {
  readonly id: string;
  readonly name: string;
  readonly jobTitle?: string;
}

/** Where a pair stands on the agenda, most pressing first. */
export type AgendaGroup = 'due' | 'this-week' | 'later' | 'on-leave';

/**
 * Why a pair stands where it stands. Elements put it in words.
 *
 * - `to-document`: planned, its day has passed; record it or say that it was missed.
 * - `missed`, `cancelled`: the last slot did not take place and has no new date (M43).
 * - `never-met`: no session has been recorded yet.
 * - `due`: the next slot's date has come (`days` overdue, 0 for today) or is coming (`days` negative).
 * - `planned`: a session is planned on `date`.
 * - `on-leave`: one of the two is away until `date`.
 */
export interface AgendaReason {
  readonly kind: 'to-document' | 'missed' | 'cancelled' | 'never-met' | 'due' | 'planned' | 'on-leave';
  /** The date the words are about. */
  readonly date: CalendarDate;
  /** Calendar days from `date` to today; negative when it lies ahead. */
  readonly days: number;
  /** With `missed`: who did not come. */
  readonly missedBy?: 'manager' | 'employee' | 'both';
  /** With `on-leave`: who is away. */
  readonly who?: 'manager' | 'employee' | 'both';
}

/** A pair on the agenda. */
export interface AgendaEntry {
  readonly relationshipId: string;
  readonly manager: PersonSummary;
  readonly employee: PersonSummary;
  readonly group: AgendaGroup;
  readonly reason: AgendaReason;
  /** The planned session; the missed or cancelled one where the reason speaks of it. */
  readonly session?: Session;
  /** Date of the last recorded session. */
  readonly lastMet?: CalendarDate;
  /** When the next session is due. */
  readonly due: CalendarDate;
  readonly cadence: Cadence;
  /** Whether the actor has begun a record for this pair. */
  readonly hasDraft: boolean;
}

/** The agenda of one person, most pressing first. */
export interface Agenda {
  readonly today: CalendarDate;
  readonly entries: readonly AgendaEntry[];
}

/** An action with the people it concerns. */
export interface ActionView {
  readonly action: Action;
  readonly owner: PersonSummary;
  readonly manager: PersonSummary;
  readonly employee: PersonSummary;
  /** `overdue` before today, `this-week` to the end of the week, `later`, or `closed` (done or dropped). */
  readonly group: 'overdue' | 'this-week' | 'later' | 'closed';
  /** Calendar days from the due date to today; negative when it lies ahead. */
  readonly daysOverdue: number;
  /** Whether the actor may mark it done. */
  readonly canClose: boolean;
  readonly courses: readonly CourseView[];
}

/** A list of actions: open ones by due date, then closed ones, newest first. */
export interface ActionList {
  readonly today: CalendarDate;
  readonly actions: readonly ActionView[];
}

/** A course that coaching recommended or assigned, with what the catalogue says of it. */
export interface CourseView {
  readonly assignment: CourseAssignment;
  /** Absent when the catalogue does not know it any more. */
  readonly course?: Course;
}

/** Somebody who has read a record. */
export interface AccessReceiptView {
  readonly reader: PersonSummary;
  readonly role: 'manager' | 'employee';
  readonly readAt: Instant;
}

/** A comment with its author. */
export interface CommentView {
  readonly comment: Comment;
  readonly author: PersonSummary;
}

/** A part of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Where the next page starts; absent on the last one. Opaque. */
  readonly next?: string;
}

/** Two wordings of one field, side by side. */
export interface ConflictView {
  readonly conflict: FieldConflict;
  /** What stands in the document now; absent when nothing does. */
  readonly current?: JsonValue;
  /** Who wrote the other wording. */
  readonly author: PersonSummary;
  readonly canResolve: boolean;
}

/** A session with all that the actor may see of it. */
export interface SessionRecord {
  readonly session: Session;
  readonly manager: PersonSummary;
  readonly employee: PersonSummary;
  /** The words; absent when the actor may not read them, and before anything was written. */
  readonly content?: SessionContent;
  /** The label of the focus skill as the framework says it now. */
  readonly skillLabel?: string;
  /** Earlier actions that were reviewed in this session, in the order of `content.reviews`. */
  readonly reviewed: readonly ActionView[];
  /** Actions agreed in this session. */
  readonly actions: readonly ActionView[];
  readonly comments: readonly CommentView[];
  /** Earlier wordings, newest first. */
  readonly versions: readonly SessionVersion[];
  /** Who can read the words: the employee, and the manager while the two are a pair (T12). */
  readonly readers: readonly PersonSummary[];
  /** Who did, newest first. */
  readonly receipts: readonly AccessReceiptView[];
  /** Wordings that contradict each other, of the record and of its actions, oldest first. */
  readonly conflicts: readonly ConflictView[];
  /** Whether the actor may correct it, comment on it, add an action. */
  readonly canCorrect: boolean;
  readonly canComment: boolean;
  /** The version to hand back when correcting it. */
  readonly version: number;
}

/** A focus that suggests itself, best first: proposed by the employee, from the open goals, from recent sessions. */
export interface FocusSuggestion extends Focus {
  readonly source: 'goal' | 'recent';
}

/** What a pair talked about last time. */
export interface LastSession {
  readonly session: Session;
  readonly content?: SessionContent;
  /** The label of the focus skill as the framework says it now. */
  readonly skillLabel?: string;
}

/** All that a form needs to document a session. */
export interface SessionPreparation {
  readonly today: CalendarDate;
  readonly relationship: CoachingRelationship;
  readonly manager: PersonSummary;
  readonly employee: PersonSummary;
  /** The planned session that is being documented, or the recorded one that is being corrected. */
  readonly session?: Session;
  /** Prefilled: the planned date, or today. */
  readonly date: CalendarDate;
  readonly durationMinutes: number;
  /** Every open action of the pair, the longest overdue first (M13). */
  readonly openActions: readonly ActionView[];
  /** Courses that coaching recommended or assigned and that are not completed. */
  readonly openCourses: readonly CourseView[];
  readonly suggestions: readonly FocusSuggestion[];
  readonly goals: readonly Goal[];
  /** What the employee proposed beforehand (EM5). */
  readonly proposedFocus?: string;
  /** The last recorded session, with its words. */
  readonly last?: LastSession;
  /** What was being written when the form was left. */
  readonly draft?: Draft;
  /** The version to hand to `drafts.save`; 0 when there is no draft. */
  readonly draftVersion: number;
  /** The words of the session that is being corrected, with its actions. */
  readonly correcting?: SessionRecord;
  /** When the next session of the pair would be due after `date`: the date to suggest for kept actions. */
  readonly nextDue: CalendarDate;
}

/** One row of the development record. */
export type DevelopmentEntry =
  | {
      readonly kind: 'session';
      readonly id: string;
      readonly date: CalendarDate;
      readonly session: Session;
      readonly manager: PersonSummary;
      readonly focus?: Focus;
    }
  | { readonly kind: 'course'; readonly id: string; readonly date: CalendarDate; readonly course: CourseView }
  | { readonly kind: 'action'; readonly id: string; readonly date: CalendarDate; readonly action: ActionView };

/** How often and when last a skill was practised. Counts and dates only. */
export interface SkillPractice {
  readonly skillId: string;
  /** The framework's label; the id when the framework does not know it. */
  readonly label: string;
  /** Sessions on it. */
  readonly sessions: number;
  readonly lastPractised: CalendarDate;
}

/** One person's development: goals, courses, coaching and skills in one place, newest first. */
export interface DevelopmentRecord {
  readonly today: CalendarDate;
  readonly employee: PersonSummary;
  readonly goals: readonly GoalView[];
  readonly entries: readonly DevelopmentEntry[];
  readonly skills: readonly SkillPractice[];
}

/** A goal with its sessions and its next step. */
export interface GoalView {
  readonly goal: Goal;
  readonly skillLabel?: string;
  /** Dates of the sessions on this goal or its skill, newest first. */
  readonly sessions: readonly CalendarDate[];
  /** The open action that is due next, of those agreed in sessions on this goal. */
  readonly nextStep?: ActionView;
}
