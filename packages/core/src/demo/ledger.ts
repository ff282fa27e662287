import type { CalendarDate, Instant } from '../calendar.js';
import type { Action, DevelopmentActivity } from '../model/action.js';
import type { CourseAssignment } from '../model/development.js';
import type { Person } from '../model/person.js';
import type { CoachingRelationship } from '../model/relationship.js';
import type { ActionReview, Focus } from '../model/session-content.js';
import type { SessionFact } from '../model/session-fact.js';
import type { MissedBy, Session, SessionStatus } from '../model/session.js';
import type { Collected } from './collected.js';
import type { Team } from './people.js';

/** When a session of a pair was to be. */
export interface Appointment {
  readonly date: CalendarDate;
  readonly slot: CalendarDate;
  readonly startTime?: string;
  readonly durationMinutes: number;
  readonly replaces?: string;
}

/** An action as it is agreed in a session. */
export interface Agreement {
  readonly text: string;
  readonly ownerId: string;
  readonly dueDate: CalendarDate;
  readonly activities?: readonly DevelopmentActivity[];
}

/** What is written down of a session. */
export interface Notes {
  readonly focus: Focus;
  readonly points: readonly string[];
  readonly reviews: readonly ActionReview[];
  readonly actions: readonly Agreement[];
  readonly proposedFocus?: string;
}

/**
 * Writes the documents of one pair in the way the use cases do: a fact for each session that took place or was
 * missed, evidence for each skill, actions that are open until somebody closes them.
 */
export class PairLedger {
  readonly relationship: CoachingRelationship;
  readonly #team: Team;
  readonly #into: Collected;
  readonly #open: Map<string, Action>;
  #actions = 0;

  /** @param open - the employee's open actions; shared by the pairs of one employee, because open actions come along */
  constructor(
    relationship: CoachingRelationship,
    { team, into, open }: { readonly team: Team; readonly into: Collected; readonly open: Map<string, Action> },
  ) {
    this.relationship = relationship;
    this.#team = team;
    this.#into = into;
    this.#open = open;
  }

  /** What is open now, the longest due first. */
  get openActions(): readonly Action[] {
    return [...this.#open.values()].sort((one, other) => (one.dueDate < other.dueDate ? -1 : 1));
  }

  /** Keeps a session that has not taken place, and its fact where there is one. */
  plan(appointment: Appointment, status: Exclude<SessionStatus, 'recorded'>, missedBy?: MissedBy): Session {
    const session: Session = {
      ...this.#session(appointment),
      status,
      revision: 0,
      ...(missedBy === undefined ? {} : { missedBy }),
    };
    this.#into.session.push(session);
    if (status === 'missed' || status === 'excused') {
      const counts = {
        pointCount: 0,
        actionCount: 0,
        openBefore: 0,
        reviewed: 0,
        coursesAssigned: 0,
        coursesRecommended: 0,
      };
      const fact = { ...this.#fact(session), status, ...counts };
      this.#into.sessionFact.push(missedBy === undefined ? fact : { ...fact, missedBy });
    }
    return session;
  }

  /** Cancels a session and gives it a new date in the same slot. @returns the new appointment */
  move(appointment: Appointment, date: CalendarDate): Appointment {
    const cancelled = this.plan(appointment, 'cancelled');
    const replacedBy = this.#idOn(date);
    this.#into.session[this.#into.session.length - 1] = { ...cancelled, replacedBy };
    return { ...appointment, date, replaces: cancelled.id };
  }

  /** What the employee would like to talk about, said beforehand. */
  propose(session: Session, proposedFocus: string): void {
    this.#into.sessionContent.push({ id: session.id, proposedFocus, points: [], reviews: [] });
  }

  /** Keeps a recorded session with everything that follows from it. */
  record(appointment: Appointment, notes: Notes): { readonly session: Session; readonly actions: readonly Action[] } {
    const { focus, points, reviews } = notes;
    const recordedAt = at(appointment.date, `1${appointment.durationMinutes % 7}:${appointment.date.slice(8)}`);
    const session: Session = { ...this.#session(appointment), status: 'recorded', recordedAt, revision: 1 };
    const openBefore = this.#open.size;
    for (const review of reviews) this.#review(review, recordedAt);
    const actions = notes.actions.map((agreement) => this.#agree(agreement, session, recordedAt));
    const courses = actions.flatMap(({ activities }) => activities.filter((activity) => activity.kind === 'course'));
    this.#into.session.push(session);
    this.#into.sessionContent.push({
      id: session.id,
      ...(notes.proposedFocus === undefined ? {} : { proposedFocus: notes.proposedFocus }),
      focus,
      points,
      reviews,
    });
    this.#into.sessionFact.push({
      ...this.#fact(session),
      status: 'recorded',
      focusKind: focus.kind,
      ...(focus.skillId === undefined ? {} : { skillId: focus.skillId }),
      pointCount: points.length,
      actionCount: actions.length,
      openBefore,
      reviewed: reviews.length,
      coursesAssigned: courses.filter(({ intent }) => intent === 'assign').length,
      coursesRecommended: courses.filter(({ intent }) => intent === 'recommend').length,
    });
    if (focus.skillId !== undefined) {
      const { id, employeeId, date } = session;
      this.#into.skillEvidence.push({ id, employeeId, skillId: focus.skillId, sessionId: id, date });
    }
    return { session, actions };
  }

  /** Somebody closes an action between two sessions. */
  close(action: Action, status: 'done' | 'dropped', closedAt: Instant, dropReason?: string): void {
    const closedBy = action.ownerId;
    this.#change({ ...action, status, closedAt, closedBy, ...(dropReason === undefined ? {} : { dropReason }) });
  }

  /** Corrects the record that was written last: its points were others at first. */
  correct(session: Session, earlierPoints: readonly string[], replacedAt: Instant): void {
    const content = this.#into.sessionContent.at(-1);
    if (content?.id !== session.id) return;
    this.#into.session[this.#into.session.indexOf(session)] = { ...session, revision: 2 };
    const version = { id: `${session.id}.1`, sessionId: session.id, revision: 1, points: earlierPoints };
    this.#into.sessionVersion.push({ ...content, ...version, replacedAt, replacedBy: session.managerId });
  }

  /** What became of a course; the assignment was made with its action. */
  deliver(action: Action, outcome: Pick<CourseAssignment, 'status' | 'reason' | 'completedOn'>): void {
    const place = this.#into.courseAssignment.findLastIndex(({ actionId }) => actionId === action.id);
    const assignment = this.#into.courseAssignment[place];
    if (assignment !== undefined) this.#into.courseAssignment[place] = { ...assignment, ...outcome };
  }

  #review({ actionId, outcome, dueDate }: ActionReview, reviewedAt: Instant): void {
    const action = this.#open.get(actionId);
    if (action === undefined) return;
    if (outcome === 'keep') {
      if (dueDate !== undefined) this.#change({ ...action, dueDate });
      return;
    }
    const status = outcome === 'done' ? 'done' : 'dropped';
    this.#change({ ...action, status, closedAt: reviewedAt, closedBy: this.relationship.managerId });
  }

  #agree(agreement: Agreement, session: Session, createdAt: Instant): Action {
    this.#actions += 1;
    const { managerId, employeeId, relationshipId } = session;
    const { activities = [], ...words } = agreement;
    const id = `${relationshipId}.a${two(this.#actions)}`;
    const pair = { relationshipId, managerId, employeeId, sessionId: session.id };
    const action: Action = { id, ...pair, ...words, status: 'open', activities, createdAt, createdBy: managerId };
    this.#into.action.push(action);
    this.#open.set(id, action);
    for (const [index, activity] of activities.entries()) {
      if (activity.kind !== 'course') continue;
      const { courseId, intent } = activity;
      const status = intent === 'recommend' ? 'recommended' : 'requested';
      const course = { id: `${id}.${index}`, employeeId, sessionId: session.id, actionId: id, courseId, intent };
      this.#into.courseAssignment.push({ ...course, status, requestedOn: session.date });
    }
    return action;
  }

  #change(action: Action): void {
    this.#into.action[this.#into.action.findLastIndex(({ id }) => id === action.id)] = action;
    if (action.status === 'open') this.#open.set(action.id, action);
    else this.#open.delete(action.id);
  }

  #session(appointment: Appointment) {
    const { id: relationshipId, managerId, employeeId } = this.relationship;
    return {
      id: this.#idOn(appointment.date),
      relationshipId,
      managerId,
      employeeId,
      ...appointment,
      templateVersion: 1,
    };
  }

  /** No two sessions of a pair are on one day. The id differs from that of a record that was not planned. */
  #idOn(date: CalendarDate): string {
    return `${this.relationship.id}.s${date.replaceAll('-', '')}`;
  }

  #fact({
    id,
    relationshipId,
    managerId,
    employeeId,
    date,
    slot,
    durationMinutes,
  }: Session): Pick<
    SessionFact,
    | 'id'
    | 'relationshipId'
    | 'managerId'
    | 'employeeId'
    | 'departmentId'
    | 'teamId'
    | 'date'
    | 'slot'
    | 'durationMinutes'
  > {
    const unit = { departmentId: this.#team.departmentId, teamId: this.#team.id };
    return { id, relationshipId, managerId, employeeId, ...unit, date, slot, durationMinutes };
  }
}

/** A moment on a day; in UTC, which is the same day wherever people of the sample work. */
export function at(date: CalendarDate, time: string): Instant {
  return `${date}T${time}:00.000Z`;
}

/** The first name, as one calls somebody. */
export function firstName({ name }: Person): string {
  return name.split(' ')[0] ?? name;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
