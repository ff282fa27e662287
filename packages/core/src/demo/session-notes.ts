import { addDays, daysBetween, type CalendarDate } from '../calendar.js';
import type { Action } from '../model/action.js';
import type { CourseAssignment } from '../model/development.js';
import type { ActionReview } from '../model/session-content.js';
import type { Session } from '../model/session.js';
import type { Course } from '../ports/lms.js';
import type { Collected } from './collected.js';
import { demoCourses } from './courses.js';
import type { DrawnFocus } from './focus-thread.js';
import { documenting, type DocumentingHabit } from './habits.js';
import { at, type Agreement, type Appointment, type PairLedger } from './ledger.js';
import { dropReasons, employeeComments, managerComments, proposals } from './notes/general.js';
import type { SkillNotes } from './notes/skill-notes.js';
import type { CoachingHabit } from './plan.js';
import type { Random } from './random.js';
import { workingDay } from './workdays.js';
import type { Subject, Writer } from './words.js';

/** What a record is drawn from. */
export interface NotesSource {
  readonly ledger: PairLedger;
  readonly random: Random;
  readonly writer: Writer;
  readonly subject: Subject;
  readonly habit: CoachingHabit;
  readonly today: CalendarDate;
  readonly into: Collected;
  /** Courses the employee has already; added to here. */
  readonly taken: Set<string>;
}

type CourseOutcome = Pick<CourseAssignment, 'status' | 'reason' | 'completedOn'>;

/** Writes up a session that took place, in the way of the team, with what happened around it. */
export function writeNotes(source: NotesSource, appointment: Appointment, { focus, skill }: DrawnFocus): void {
  const { ledger, random, writer, subject, today } = source;
  const { date } = appointment;
  const daysAgo = daysBetween(date, today);
  const habit = documenting(source.habit, daysAgo);
  closeInBetween(source, date);
  const reviews = ledger.openActions.flatMap((action) =>
    random.chance(habit.reviews) ? reviewOf(action, date, random) : [],
  );
  const points = writer.points(subject, skill, random.whole(...habit.points));
  const course = skill !== undefined && random.chance(habit.courses) ? courseFor(skill, source.taken) : undefined;
  const actions = agreements(source, { date, skill, course, habit });
  const proposal = random.chance(0.22) ? { proposedFocus: random.pick(proposals) } : {};
  const recorded = ledger.record(appointment, { focus, points, reviews, actions, ...proposal });
  const withCourse = course === undefined ? undefined : recorded.actions[0];
  if (withCourse !== undefined) ledger.deliver(withCourse, courseOutcome(source, withCourse));
  if (points.length > 2 && daysAgo > 4 && random.chance(0.025)) {
    ledger.correct(recorded.session, points.slice(0, -1), at(addDays(date, 1), '08:50'));
  }
  remark(source, recorded.session, habit.comments);
}

/** Employees close some of their own actions when they are done, and drop a few, since the last session. */
export function closeInBetween({ ledger, random, into }: NotesSource, before: CalendarDate): void {
  const { employeeId } = ledger.relationship;
  const last = into.session.findLast((each) => each.employeeId === employeeId && each.status === 'recorded');
  for (const action of ledger.openActions) {
    const closedOn = addDays(action.dueDate, -random.whole(0, 3));
    const isOwn = action.ownerId === employeeId;
    if (!isOwn || closedOn >= before || closedOn <= (last?.date ?? '') || !random.chance(0.35)) continue;
    if (random.chance(0.9)) ledger.close(action, 'done', at(closedOn, '12:20'));
    else ledger.close(action, 'dropped', at(closedOn, '12:20'), random.pick(dropReasons));
  }
}

function reviewOf(action: Action, date: CalendarDate, random: Random): ActionReview {
  const isLate = action.dueDate <= date;
  const draw = random.next();
  if (draw < (isLate ? 0.68 : 0.35)) return { actionId: action.id, outcome: 'done' };
  if (draw > 0.93) return { actionId: action.id, outcome: 'drop' };
  const kept = { actionId: action.id, outcome: 'keep' as const };
  return isLate ? { ...kept, dueDate: workingDay(addDays(date, random.whole(10, 28))) } : kept;
}

function agreements(
  { ledger, random, writer, subject, taken }: NotesSource,
  about: {
    readonly date: CalendarDate;
    readonly skill: SkillNotes | undefined;
    readonly course: Course | undefined;
    readonly habit: DocumentingHabit;
  },
): Agreement[] {
  const { date, skill, course, habit } = about;
  const { employeeId, managerId } = ledger.relationship;
  const due = (): CalendarDate => workingDay(addDays(date, random.whole(5, 28)));
  const agreed: Agreement[] = [];
  if (course !== undefined) {
    taken.add(course.id);
    const intent = random.chance(0.65) ? ('assign' as const) : ('recommend' as const);
    const activities = [{ kind: 'course' as const, courseId: course.id, intent }];
    agreed.push({
      text: `Work through “${course.title}” and bring one idea`,
      ownerId: employeeId,
      dueDate: due(),
      activities,
    });
  }
  const count = random.whole(...habit.actions);
  while (agreed.length < count) {
    const isManagers = agreed.length > 0 && random.chance(0.4);
    if (isManagers) agreed.push({ text: writer.managerAction(subject), ownerId: managerId, dueDate: due() });
    else {
      const text = writer.ownAction(subject, skill);
      agreed.push({ text, ownerId: employeeId, dueDate: due(), activities: activitiesOf(text, skill, random) });
    }
  }
  return agreed;
}

function activitiesOf(text: string, skill: SkillNotes | undefined, random: Random): Agreement['activities'] & object {
  if (/^(Shadow|Sit with)/.test(text)) return [{ kind: 'shadowing', label: 'Half a day alongside a colleague' }];
  if (/^(Practise|Rehearse|Try)/.test(text)) return [{ kind: 'practice', label: 'A try in daily work, with notes' }];
  if (/^Read/.test(text) && skill !== undefined)
    return [{ kind: 'reading', label: `A chapter on ${skill.label.toLowerCase()}` }];
  return random.chance(0.05) ? [{ kind: 'other', label: 'The lunchtime exchange of the practice group' }] : [];
}

function courseFor({ id }: SkillNotes, taken: ReadonlySet<string>): Course | undefined {
  return demoCourses.find((course) => course.skillIds?.includes(id) === true && !taken.has(course.id));
}

/** What the learning system says of assigned courses, in turn, so that every answer occurs in every sample. */
const recentAnswers = ['enrolled', 'requested', 'in-progress'] as const;
const laterAnswers = [
  ...['completed', 'completed', 'in-progress', 'completed', 'completed', 'not-delivered', 'completed'],
  ...['completed', 'in-progress', 'completed', 'withdrawn', 'completed', 'completed'],
] as const;

/** What became of a course by now: the longer ago, the further. */
function courseOutcome(
  { into, today, random }: NotesSource,
  { activities, createdAt, dueDate }: Action,
): CourseOutcome {
  const [activity] = activities;
  if (activity?.kind !== 'course' || activity.intent === 'recommend') return { status: 'recommended' };
  const month = addDays(today, -30);
  const isRecent = (moment: string): boolean => moment.slice(0, 10) > month;
  const before = into.courseAssignment.filter(
    ({ intent, requestedOn }) => intent === 'assign' && isRecent(requestedOn) === isRecent(createdAt),
  );
  const answers = isRecent(createdAt) ? recentAnswers : laterAnswers;
  const status = answers[before.length % answers.length] ?? 'enrolled';
  if (status === 'not-delivered') return { status, reason: random.chance(0.5) ? 'refused' : 'unavailable' };
  if (status !== 'completed') return { status };
  const completedOn = addDays(dueDate, random.whole(-4, 12));
  return completedOn < today ? { status, completedOn } : { status: 'in-progress' };
}

/** Remarks and receipts: employees read what is written about them, some answer. */
function remark({ random, writer, subject, today, into }: NotesSource, session: Session, share: number): void {
  const { id: sessionId, employeeId, managerId } = session;
  const readOn = addDays(session.date, random.whole(1, 2));
  if (readOn >= today) return;
  const isRecent = daysBetween(session.date, today) <= 60;
  if (isRecent && random.chance(0.85)) {
    const id = `${sessionId}.${employeeId}.${readOn}`;
    into.accessReceipt.push({
      id,
      sessionId,
      employeeId,
      readerId: employeeId,
      role: 'employee',
      date: readOn,
      readAt: at(readOn, '08:12'),
    });
  }
  if (!random.chance(share)) return;
  into.comment.push({
    id: `${sessionId}.c1`,
    sessionId,
    authorId: employeeId,
    text: writer.one(employeeComments, subject),
    writtenAt: at(readOn, '08:15'),
  });
  const answeredOn = addDays(readOn, 1);
  if (answeredOn >= today || !random.chance(0.5)) return;
  into.comment.push({
    id: `${sessionId}.c2`,
    sessionId,
    authorId: managerId,
    text: writer.one(managerComments, subject),
    writtenAt: at(answeredOn, '09:05'),
  });
}
