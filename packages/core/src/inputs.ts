import type { CalendarDate, TimeOfDay } from './calendar.js';
import type { DevelopmentActivity } from './model/action.js';
import type { Draft } from './model/draft.js';
import type { Cadence } from './model/cadence.js';
import type { ActionReview, Focus } from './model/session-content.js';
import type { MissedBy } from './model/session.js';
import type { JsonValue } from './ports/storage.js';

/** Plans a session. */
export interface ScheduleSessionInput {
  readonly relationshipId: string;
  /** Today or later in the manager's zone, within the relationship. */
  readonly date: CalendarDate;
  readonly startTime?: TimeOfDay;
  /** 5 to 480; the programme's usual length when absent. */
  readonly durationMinutes?: number;
}

/** Moves a planned session, or gives a missed or cancelled one a new date (M43). */
export interface RescheduleSessionInput {
  readonly sessionId: string;
  readonly date: CalendarDate;
  readonly startTime?: TimeOfDay;
  readonly durationMinutes?: number;
}

/** Cancels a planned session. Without a new date the pair stays due (M43). */
export interface CancelSessionInput {
  readonly sessionId: string;
  readonly newDate?: CalendarDate;
  readonly newStartTime?: TimeOfDay;
}

/** Says that a planned session did not take place. */
export interface RecordAbsenceInput {
  readonly sessionId: string;
  /** Who did not come; `excused` for leave or sickness, which leaves the completion rate alone. */
  readonly absence: MissedBy | 'excused';
}

/** Says beforehand what the employee would like to talk about (EM5). */
export interface ProposeFocusInput {
  /** The next planned session of the pair when absent. */
  readonly sessionId?: string;
  readonly relationshipId: string;
  /** 1 to 160 characters. */
  readonly text: string;
}

/** Asks for all that a form needs. */
export interface PrepareSessionInput {
  readonly relationshipId: string;
  /** The planned session to document or the recorded one to correct; the pair's next one to document when absent. */
  readonly sessionId?: string;
}

/** An action as it is agreed. */
export interface NewAction {
  /** Made by the caller so that a repeated save is one action; made here when absent. */
  readonly id?: string;
  /** 1 to 400 characters. */
  readonly text: string;
  /** Either person of the pair. */
  readonly ownerId: string;
  /** Today or later. */
  readonly dueDate: CalendarDate;
  /** 0 to 5. */
  readonly activities?: readonly DevelopmentActivity[];
}

/** Documents a session. */
export interface RecordSessionInput {
  readonly relationshipId: string;
  /** The planned session that took place; absent when it was not planned. */
  readonly sessionId?: string;
  /** Today or earlier in the manager's zone. */
  readonly date: CalendarDate;
  /** 5 to 480. */
  readonly durationMinutes: number;
  readonly focus: Focus;
  /** 1 to 5, each 1 to 600 characters. */
  readonly points: readonly string[];
  /** What became of earlier actions; those left out stay open. */
  readonly reviews?: readonly ActionReview[];
  /** 0 to 20. */
  readonly actions?: readonly NewAction[];
  /** The version of the draft this record comes from; the draft is removed in the same commit. */
  readonly draftVersion?: number;
}

/** Corrects a recorded session: its wording, date or length. The earlier wording is kept as a version. */
export interface CorrectSessionInput {
  readonly sessionId: string;
  /** `SessionRecord.version` as it was read. */
  readonly version: number;
  readonly date?: CalendarDate;
  readonly durationMinutes?: number;
  readonly focus: Focus;
  readonly points: readonly string[];
}

/** Which sessions to list; exactly one of the two. */
export type ListSessionsInput =
  | { readonly relationshipId: string; readonly from?: CalendarDate; readonly to?: CalendarDate }
  | { readonly employeeId: string; readonly from?: CalendarDate; readonly to?: CalendarDate };

/** Which part of a list. */
export interface PageInput {
  /** 1 to 100; 100 when absent. */
  readonly limit?: number;
  /** `next` of the page before. */
  readonly after?: string;
}

/** Which page of which sessions. */
export type PageSessionsInput = ListSessionsInput & PageInput;

/** Which conflicts to list; at most one of the two. */
export interface ListConflictsInput {
  readonly relationshipId?: string;
  readonly employeeId?: string;
}

/** Which wording stands: the one in the document, the other one, or a new one made of both. */
export type ResolveConflictInput =
  | { readonly conflictId: string; readonly take: 'current' | 'other' }
  | { readonly conflictId: string; readonly take: 'merged'; readonly value: JsonValue };

/** Which actions to list: of one pair, of one owner, or of everybody the actor coaches and the actor. */
export interface ListActionsInput {
  readonly relationshipId?: string;
  readonly ownerId?: string;
  /** Includes actions done or dropped in the last so many days, 0 to 400; 30 when absent. */
  readonly closedWithinDays?: number;
}

/** Adds an action outside a session (EM1). */
export interface AddActionInput extends NewAction {
  readonly relationshipId: string;
  /** The recorded session it belongs to, where it does. */
  readonly sessionId?: string;
}

/** Changes an action. Only what is given changes. */
export interface UpdateActionInput {
  readonly actionId: string;
  readonly status?: 'open' | 'done' | 'dropped';
  readonly dueDate?: CalendarDate;
  readonly text?: string;
  readonly dropReason?: string;
}

/** Keeps what is being written. */
export interface SaveDraftInput {
  /** Without `id`, `authorId` and `updatedAt`, which are set here. */
  readonly draft: Omit<Draft, 'id' | 'authorId' | 'updatedAt'>;
  /** The version that was read or returned last; 0 for a new draft. */
  readonly version: number;
}

/** Names a draft. */
export interface DraftKey {
  readonly relationshipId: string;
  readonly sessionId?: string;
}

/** Begins the coaching of an employee by their line manager. */
export interface StartRelationshipInput {
  readonly managerId: string;
  readonly employeeId: string;
  readonly start: CalendarDate;
  /** The programme's cadence when absent. */
  readonly cadence?: Cadence;
}

/** Changes how often a pair meets, for good or for a phase (M10). */
export interface ChangeCadenceInput {
  readonly relationshipId: string;
  readonly cadence: Cadence;
  /** Makes it a phase that ends on this day; the earlier cadence returns. */
  readonly until?: CalendarDate;
  /** Why, for the two of them only. */
  readonly reason?: string;
}

/** Adds a goal to a development plan. */
export interface AddGoalInput {
  readonly employeeId: string;
  readonly title: string;
  readonly skillId?: string;
  readonly targetDate?: CalendarDate;
}

/** Changes a goal. Only what is given changes. */
export interface UpdateGoalInput {
  readonly goalId: string;
  readonly title?: string;
  readonly targetDate?: CalendarDate;
  readonly status?: 'open' | 'reached' | 'dropped';
}

/** A period of a report, named by its unit and any date in it. */
export interface ReportInput {
  readonly unit: 'month' | 'quarter';
  /** The last closed period when absent. */
  readonly date?: CalendarDate;
}
