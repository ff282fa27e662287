import type { CalendarDate, Instant } from './calendar.js';
import type { CoachingError, CoachingErrorCode } from './errors.js';
import type * as inputs from './inputs.js';
import type { Action } from './model/action.js';
import type { Goal } from './model/development.js';
import type { DocumentKind } from './model/document-kinds.js';
import type { Draft } from './model/draft.js';
import type { Leave, OrganisationUnit, Person, ReportingLine } from './model/person.js';
import type { CoachingRelationship } from './model/relationship.js';
import type { Comment } from './model/session-content.js';
import type { Session } from './model/session.js';
import type { DataClass, Operation } from './policy/access-matrix.js';
import type { Actor } from './ports/identity.js';
import type { Course } from './ports/lms.js';
import type { Skill } from './ports/skills.js';
import type { DurabilityLevel, JsonValue, StorageStatus } from './ports/storage.js';
import type { ProgrammeOverview } from './reporting/report-types.js';
import type * as views from './views.js';

/** What a change resolves with: the new state, and how far it has reached. */
export interface Saved<T> {
  readonly value: T;
  /** Below `device` nothing may be called "saved" to a person. */
  readonly level: DurabilityLevel;
}

/** A remark on what was recorded; never a refusal. */
export type RecordNotice = 'few-points' | 'no-action' | 'length-outside-band';

/** What `sessions.record` resolves with. */
export interface RecordedSession {
  readonly session: Session;
  readonly actions: readonly Action[];
  readonly notices: readonly RecordNotice[];
}

/** A document that is stored and could not be read; it is left where it is. */
export interface UnreadableDocument {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly reason: 'wrong-key' | 'damaged' | 'does-not-parse';
}

/** What can be watched with `live`, by name, with its parameters and its result. */
export interface LiveQueries {
  agenda: { input: { readonly personId?: string }; result: views.Agenda };
  actions: { input: inputs.ListActionsInput; result: views.ActionList };
  session: { input: { readonly sessionId: string }; result: views.SessionRecord };
  sessions: { input: inputs.ListSessionsInput; result: readonly Session[] };
  development: { input: { readonly employeeId?: string }; result: views.DevelopmentRecord };
  overview: { input: inputs.ReportInput; result: ProgrammeOverview };
  conflicts: { input: inputs.ListConflictsInput; result: readonly views.ConflictView[] };
}

/** A query for `live`: its name with its parameters. */
export type LiveQuery<Name extends keyof LiveQueries = keyof LiveQueries> = {
  [N in Name]: { readonly name: N } & LiveQueries[N]['input'];
}[Name];

/** The state of a live query. The object changes only when its content does. */
export type Snapshot<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly data: T; readonly refreshing: boolean }
  | { readonly status: 'failed'; readonly error: CoachingError; readonly data?: T };

/** A result that follows the data: read it with `getSnapshot`, hear of changes with `subscribe`. */
export interface Live<T> {
  /** The state now; the same object until its content changes. */
  getSnapshot(): Snapshot<T>;
  /** The data is loaded while there is a subscriber. Returns the function that ends the subscription. */
  subscribe(listener: () => void): () => void;
  /** Loads again, after a failure for example. */
  refresh(): void;
}

/**
 * How things stand between this device and the server.
 *
 * - `local`: there is no server; everything is kept here.
 * - `connecting`: the server has not answered yet.
 * - `online`: it answers.
 * - `offline`: it does not; what is written is kept on this device and sent later.
 * - `signed-out`: it wants to know again who this is; what is written is kept on this device.
 */
export type ConnectionState = 'local' | 'connecting' | 'online' | 'offline' | 'signed-out';

/** The state of synchronisation. The object changes only when its content does. */
export interface SyncStatus {
  readonly connection: ConnectionState;
  /** Changes that are kept on this device and not on the server yet. */
  readonly waiting: number;
  /** Changes that the server has refused for good. */
  readonly needsAttention: number;
  /** When device and server were last the same. */
  readonly syncedAt?: Instant;
}

/** A change that the server has refused for good: it stays on the device until the person decides. */
export interface RefusedChange {
  readonly id: string;
  /** `sessions.record`, `actions.update` … */
  readonly verb: string;
  /** What it was called with, words included: for the person who wrote them only. */
  readonly input: JsonValue;
  readonly madeAt: Instant;
  readonly reason: CoachingErrorCode;
}

/** What is on its way to the server. */
export interface Synchronisation {
  /** The state now; the same object until its content changes. */
  getStatus(): SyncStatus;
  /** Calls `listener` on every change of the status until the returned function is called. */
  subscribe(listener: () => void): () => void;
  /** Sends and fetches at once; resolves when that was tried. */
  now(): Promise<void>;
  /** Changes that need attention, oldest first. */
  refused(): Promise<readonly RefusedChange[]>;
  /** Sends a refused change again, as it is. */
  retry(changeId: string): Promise<void>;
  /** Gives a refused change up; its words are gone then. */
  discard(changeId: string): Promise<void>;
}

/** What `on` reports: ids only, never words. */
export interface CoachingEvents {
  'session-scheduled': { readonly sessionId: string; readonly relationshipId: string };
  'session-rescheduled': { readonly sessionId: string; readonly relationshipId: string };
  'session-cancelled': { readonly sessionId: string; readonly relationshipId: string };
  'session-missed': { readonly sessionId: string; readonly relationshipId: string };
  'session-recorded': { readonly sessionId: string; readonly relationshipId: string };
  'session-corrected': { readonly sessionId: string; readonly relationshipId: string };
  'session-commented': { readonly sessionId: string; readonly relationshipId: string };
  'focus-proposed': { readonly sessionId: string; readonly relationshipId: string };
  'action-added': { readonly actionId: string; readonly relationshipId: string };
  'action-updated': { readonly actionId: string; readonly relationshipId: string };
  'goal-added': { readonly goalId: string; readonly employeeId: string };
  'goal-updated': { readonly goalId: string; readonly employeeId: string };
  'relationship-started': { readonly relationshipId: string };
  'relationship-ended': { readonly relationshipId: string };
  'cadence-changed': { readonly relationshipId: string };
  /** A stored document could not be read and was left out. */
  'document-unreadable': UnreadableDocument;
  /** How far commits reach has changed. */
  'storage-status': StorageStatus;
  /** Connection or queue have changed. */
  'sync-status': SyncStatus;
  'conflict-resolved': { readonly conflictId: string };
}

/**
 * The coaching programme as one person sees and changes it. Made by `createCoaching` (use cases run here) or
 * `createDemoCoaching` (a sample organisation); elements and hosts hold nothing else.
 *
 * Every method refuses input that breaks a rule with `invalid-input`, answers `not-found` for what does not exist or
 * is not the actor's to know of, and rejects with `storage-unavailable` or `closed` when storage does. Changes also
 * reject with `forbidden`, `conflict`, `storage-full` and `storage-read-only`; nothing is written then. Further codes
 * stand at the method.
 */
export interface Coaching {
  /** On whose behalf this acts. */
  readonly actor: Actor;

  readonly sessions: {
    /** @throws CoachingError `outside-reporting-line` when the line does not hold on that date */
    schedule(input: inputs.ScheduleSessionInput): Promise<Saved<Session>>;
    /**
     * Moves a planned session; a missed or cancelled one gets a replacement that keeps its slot.
     * @throws CoachingError `not-in-this-state` for a recorded, excused or already replaced one; `outside-reporting-line`
     */
    reschedule(input: inputs.RescheduleSessionInput): Promise<Saved<Session>>;
    /** @returns the cancelled session, or its replacement when a new date was given. @throws CoachingError `not-in-this-state` */
    cancel(input: inputs.CancelSessionInput): Promise<Saved<Session>>;
    /** @throws CoachingError `not-in-this-state` unless the session is planned for today or earlier */
    recordAbsence(input: inputs.RecordAbsenceInput): Promise<Saved<Session>>;
    /** For the employee of the pair. @throws CoachingError `not-in-this-state` without a planned session */
    proposeFocus(input: inputs.ProposeFocusInput): Promise<Saved<Session>>;
    /** All that a form needs to document a session, or to correct one. For the manager of the pair. */
    prepare(input: inputs.PrepareSessionInput): Promise<views.SessionPreparation>;
    /**
     * Documents a session: words, fact, actions, reviews, evidence and course requests in one commit.
     * @throws CoachingError `outside-reporting-line`; `not-in-this-state` for a cancelled session; `conflict` when it was
     *   recorded elsewhere meanwhile
     */
    record(input: inputs.RecordSessionInput): Promise<Saved<RecordedSession>>;
    /** Within seven days of the record. @throws CoachingError `not-in-this-state` after that; `conflict` */
    correct(input: inputs.CorrectSessionInput): Promise<Saved<Session>>;
    /** Adds a remark of either person. @throws CoachingError `not-in-this-state` unless the session is recorded */
    comment(input: { readonly sessionId: string; readonly text: string }): Promise<Saved<Comment>>;
    /** Reads a session; when words are shown, both of the pair see from then on that the actor has read them. */
    get(input: { readonly sessionId: string }): Promise<views.SessionRecord>;
    /** Newest first. */
    list(input: inputs.ListSessionsInput): Promise<readonly Session[]>;
    /** A page of that list. */
    page(input: inputs.PageSessionsInput): Promise<views.Page<Session>>;
    /** The pairs of a manager or an employee, most pressing first; the actor's own when no person is named. */
    agenda(input?: { readonly personId?: string }): Promise<views.Agenda>;
  };

  /** Records being written: kept for their author only. */
  readonly drafts: {
    /** The actor's own draft, and the version to hand to `save`; undefined when there is none. */
    get(key: inputs.DraftKey): Promise<{ readonly draft: Draft; readonly version: number } | undefined>;
    /** @returns the version to hand back next time. @throws CoachingError `conflict` when another tab wrote it meanwhile */
    save(input: inputs.SaveDraftInput): Promise<Saved<{ readonly version: number; readonly draft: Draft }>>;
    /** Removing what is not there is no error. */
    discard(key: inputs.DraftKey): Promise<void>;
  };

  readonly actions: {
    /** Open actions by due date, then those closed lately, newest first; only of pairs the actor belongs to. */
    list(input?: inputs.ListActionsInput): Promise<views.ActionList>;
    /**
     * Adds an action outside the record of a session. One with a course needs the session, and the part of somebody who
     * may assign it.
     */
    add(input: inputs.AddActionInput): Promise<Saved<Action>>;
    /** Both of the pair may change words and dates of an action; `done` and `dropped` can be undone with `open`. */
    update(input: inputs.UpdateActionInput): Promise<Saved<Action>>;
  };

  readonly courses: {
    /** @throws CoachingError `lms-unavailable`, `not-supported` without a learning system */
    find(query: string, limit?: number): Promise<readonly Course[]>;
    /** @returns undefined for a course the catalogue does not have. @throws CoachingError `lms-unavailable`, `not-supported` */
    get(id: string): Promise<Course | undefined>;
    /** Courses that coaching recommended or assigned to an employee, newest first. */
    assignments(input: { readonly employeeId: string }): Promise<readonly views.CourseView[]>;
    /** Asks the learning system again for a course that was not delivered. @throws CoachingError `not-in-this-state` */
    retry(input: { readonly assignmentId: string }): Promise<Saved<views.CourseView>>;
  };

  readonly skills: {
    /** Skills of the framework, best first; an empty list without a framework. */
    find(query: string, limit?: number): Promise<readonly Skill[]>;
    /** A skill by id, retired ones too; undefined for one the framework never had, or without a framework. */
    get(id: string): Promise<Skill | undefined>;
  };

  readonly plans: {
    /** Goals of an employee, open ones first. */
    goals(input: { readonly employeeId: string }): Promise<readonly Goal[]>;
    /** Adds a goal; for the employee and the current manager. The target date is today or later. */
    addGoal(input: inputs.AddGoalInput): Promise<Saved<Goal>>;
    /** Changes a goal, or marks it reached or dropped. A new target date is today or later. */
    updateGoal(input: inputs.UpdateGoalInput): Promise<Saved<Goal>>;
  };

  readonly development: {
    /** The merged record of an employee; the actor's own when nobody is named. */
    record(input?: { readonly employeeId?: string }): Promise<views.DevelopmentRecord>;
  };

  readonly relationships: {
    /** @throws CoachingError `outside-reporting-line`; `conflict` when the two are a pair already */
    start(input: inputs.StartRelationshipInput): Promise<Saved<CoachingRelationship>>;
    /** Ends a pair after a day; its past stays. */
    end(input: { readonly relationshipId: string; readonly end: CalendarDate }): Promise<Saved<CoachingRelationship>>;
    /** Changes how often a pair meets, from today on; what held before stays as it was. */
    changeCadence(input: inputs.ChangeCadenceInput): Promise<Saved<CoachingRelationship>>;
    /** Why the cadence was changed; for the pair only. */
    cadenceReason(input: { readonly relationshipId: string }): Promise<string | undefined>;
    /** Current pairs of a manager or an employee; the actor's own when no person is named. */
    list(input?: { readonly personId?: string }): Promise<readonly CoachingRelationship[]>;
  };

  readonly directory: {
    /** What others may know of a person. */
    person(personId: string): Promise<views.PersonSummary>;
    /** Everybody, in order of id. For those who may read the configuration. */
    people(): Promise<readonly Person[]>;
    /** A page of everybody. */
    page(input?: inputs.PageInput): Promise<views.Page<Person>>;
    /** Departments and teams, in order of id. */
    units(): Promise<readonly OrganisationUnit[]>;
    /** Direct reports of a manager on a date, today when absent. */
    directReports(input: {
      readonly managerId: string;
      readonly date?: CalendarDate;
    }): Promise<readonly views.PersonSummary[]>;
    /** Adds a person, or replaces the one with that id. */
    savePerson(person: Person): Promise<Saved<Person>>;
    /** Adds a department or a team, or replaces the one with that id. */
    saveUnit(unit: OrganisationUnit): Promise<Saved<OrganisationUnit>>;
    /**
     * Ends the employee's current line the day before, and the pair with another manager together with it.
     * @throws CoachingError `invalid-input` (`reporting-cycle`, `same-person`)
     */
    startReportingLine(input: {
      readonly employeeId: string;
      readonly managerId: string;
      readonly start: CalendarDate;
    }): Promise<Saved<ReportingLine>>;
    /** Ends a line after a day, and the pair of the two together with it. */
    endReportingLine(input: { readonly lineId: string; readonly end: CalendarDate }): Promise<Saved<ReportingLine>>;
    /** For the person, their manager, or those who configure. */
    recordLeave(input: {
      readonly personId: string;
      readonly start: CalendarDate;
      readonly end: CalendarDate;
    }): Promise<Saved<Leave>>;
  };

  readonly reports: {
    /** The programme over one period, from facts alone; no words of anybody. */
    overview(input: inputs.ReportInput): Promise<ProgrammeOverview>;
  };

  readonly privacy: {
    /** Who read the records about an employee, newest first; for the employee and the pair's manager. */
    receipts(input: {
      readonly employeeId: string;
    }): Promise<readonly (views.AccessReceiptView & { readonly sessionId: string })[]>;
    /** What is stored and could not be read so far. */
    unreadable(): readonly UnreadableDocument[];
  };

  /** Fields that were changed twice from the same state, by two people or two devices. */
  readonly conflicts: {
    /** Of one pair, of one employee, or of everybody the actor coaches and the actor; oldest first. */
    list(input?: inputs.ListConflictsInput): Promise<readonly views.ConflictView[]>;
    /** Chooses the wording that stands; either of the two people may. */
    resolve(input: inputs.ResolveConflictInput): Promise<Saved<{ readonly conflictId: string }>>;
  };

  /** What is on its way to a server. Without one there is never anything. */
  readonly sync: Synchronisation;

  /** How far commits reach now. */
  readonly storageStatus: StorageStatus;

  /** Whether the actor may do something, so that an interface can leave out what would be refused. */
  can(operation: Operation, dataClass: DataClass, target?: { readonly relationshipId: string }): Promise<boolean>;

  /** Watches a query: same parameters, same object while it is watched. */
  live<Name extends keyof LiveQueries>(query: LiveQuery<Name>): Live<LiveQueries[Name]['result']>;

  /**
   * Calls `listener` after each change of that name that was made through this object; `live` follows those of other
   * tabs and people as well. Returns the function that ends it.
   */
  on<Name extends keyof CoachingEvents>(name: Name, listener: (detail: CoachingEvents[Name]) => void): () => void;

  /** Removes everything this device keeps for the actor and closes. Resolves when it is gone. */
  signOut(): Promise<void>;

  /** Releases storage and subscriptions. What was saved stays. */
  close(): Promise<void>;
}
