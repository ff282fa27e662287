import { addDays, laterOf, workingDayBefore, type CalendarDate } from '../calendar.js';
import type { Goal } from '../model/development.js';
import type { Draft } from '../model/draft.js';
import type { Session } from '../model/session.js';
import type { Collected } from './collected.js';
import type { DrawnFocus } from './focus-thread.js';
import { at, type PairLedger } from './ledger.js';
import { notesOf } from './skills.js';
import type { Pair } from './pairs.js';
import { featuredTeam } from './people.js';
import { settle, type HistorySource } from './slots.js';
import { workingDay } from './workdays.js';

/** A slot of a pair of the featured manager. */
export interface FeaturedSlot {
  readonly slot: CalendarDate;
  readonly lastDay: CalendarDate;
  /** 0 for the slot that is open today, 1 for the one before. */
  readonly fromEnd: number;
  /** The place of the employee in the team. */
  readonly seat: number;
}

/** Draws a slot of the featured manager's team, whose agenda shows one pair of every kind. */
export function settleFeatured(source: HistorySource, into: Collected, at: FeaturedSlot): void {
  if (at.seat === 0) settleTom(source, into, at);
  else if (at.fromEnd > 0) settle(source, at.slot, at.lastDay);
  else endings[at.seat]?.(source, into, at);
}

type Ending = (source: HistorySource, into: Collected, at: FeaturedSlot) => void;

const morning = { startTime: '10:00', durationMinutes: 50 } as const;

/** What is open today, by place in the team. Who has no entry is due and nothing is planned, or is away. */
const endings: Readonly<Record<number, Ending>> = {
  // Planned for a day that has passed: it waits for its record, which has been begun.
  1: ({ ledger, today }, into, { slot }) => {
    const session = ledger.plan({ date: workingDayBefore(addDays(today, -4)), slot, ...morning }, 'planned');
    into.draft.push(begunDraft(session));
  },
  // Did not take place, and has no new date.
  2: ({ ledger, today }, _into, { slot }) => {
    ledger.plan({ date: workingDayBefore(addDays(today, -9)), slot, ...morning }, 'missed', 'employee');
  },
  3: ({ ledger, today }, _into, { slot }) => {
    const session = ledger.plan({ date: workingDay(addDays(today, 2)), slot, ...morning }, 'planned');
    ledger.propose(session, 'How to open the first call with a new customer');
  },
  4: ({ ledger, today }, _into, { slot }) => {
    ledger.plan({ date: workingDay(addDays(today, 9)), slot, ...morning }, 'planned');
  },
  7: ({ today, document }, _into, { slot }) => {
    document({ date: laterOf(slot, workingDayBefore(addDays(today, -6))), slot, ...morning });
  },
};

function begunDraft({ id: sessionId, relationshipId, managerId, date, durationMinutes }: Session): Draft {
  return {
    id: `${managerId}/${relationshipId}/${sessionId}`,
    relationshipId,
    authorId: managerId,
    sessionId,
    date,
    durationMinutes,
    reviews: [],
    focusQuery: '',
    points: ['The customer asked for the same page to take to their board.', ''],
    actions: [],
    quickEntry: '',
    activeSeconds: 74,
    updatedAt: at(date, '15:12'),
  };
}

/** Newest first, before the session that is written by hand: three skills of late, others before. */
const tomSkills = ['sk104', 'sk101', 'sk102', 'sk101', 'sk104', 'sk107', 'sk103', 'sk105', 'sk103', 'sk106'] as const;

/** Courses that chance may not give him: he has one, and the others are there to be chosen. */
export const tomsCourses: readonly string[] = ['c101', 'c102', 'c103', 'c104', 'c105', 'c106', 'c107', 'c108'];

/** Whether a pair is the one of the pictures. */
export function isTom({ team, relationship }: Pair): boolean {
  return team.name === featuredTeam && team.memberIds[0] === relationship.employeeId;
}

/** Tom Okafor: the pair of the pictures, due today with two open actions, a goal and a course. */
function settleTom(source: HistorySource, into: Collected, { slot, lastDay, fromEnd }: FeaturedSlot): void {
  const { ledger, today, document } = source;
  if (fromEnd === 0) {
    const session = ledger.plan({ date: today, slot, ...morning }, 'planned');
    ledger.propose(session, 'Holding the price at renewal');
  } else if (fromEnd === 1) recordLastSession(ledger, slot, today);
  else {
    const skill = notesOf(tomSkills[(fromEnd - 2) % tomSkills.length] ?? 'sk101');
    const focus: DrawnFocus['focus'] = { kind: 'skill-development', label: skill.label, skillId: skill.id };
    const goal = skill.id === 'sk101' ? goalOfTom(into, ledger, slot, today) : undefined;
    const date = workingDay(addDays(slot, 1));
    const about = { focus: goal === undefined ? focus : { ...focus, goalId: goal.id }, skill };
    document({ date: date > lastDay ? slot : date, slot, ...morning }, about);
  }
}

function goalOfTom(into: Collected, { relationship }: PairLedger, slot: CalendarDate, today: CalendarDate): Goal {
  const { employeeId, managerId: createdBy } = relationship;
  const id = `g${employeeId.slice(1)}.1`;
  const known = into.goal.find((goal) => goal.id === id);
  if (known !== undefined) return known;
  const thisYear = `${today.slice(0, 4)}-03-31`;
  const targetDate = thisYear >= today ? thisYear : `${Number(today.slice(0, 4)) + 1}-03-31`;
  const words = { title: 'Lead a renewal alone by March', skillId: 'sk101', targetDate };
  const goal: Goal = { id, employeeId, ...words, status: 'open', createdAt: at(slot, '16:40'), createdBy };
  into.goal.push(goal);
  return goal;
}

function recordLastSession(ledger: PairLedger, slot: CalendarDate, today: CalendarDate): void {
  const { employeeId, managerId } = ledger.relationship;
  const notes = notesOf('sk102');
  const { actions } = ledger.record(
    { date: laterOf(slot, addDays(today, -35)), slot, ...morning },
    {
      focus: { kind: 'skill-development', label: notes.label, skillId: notes.id },
      points: [
        'Two discovery calls ran long because the agenda came late.',
        'Open questions worked when Tom wrote them down first.',
        'Renewals are next. Price is the part Tom wants to practise.',
      ],
      reviews: ledger.openActions.map(({ id: actionId }) => ({ actionId, outcome: 'done' })),
      actions: [
        { text: 'Shadow the pricing call with Kestrel Foods', ownerId: employeeId, dueDate: addDays(today, -18) },
        { text: 'Ask Elena for two recorded renewal calls', ownerId: managerId, dueDate: addDays(today, -11) },
        {
          text: 'Book two mornings for the negotiation course',
          ownerId: employeeId,
          dueDate: addDays(today, -25),
          activities: [{ kind: 'course', courseId: 'c101', intent: 'assign' }],
        },
      ],
    },
  );
  const [, , withCourse] = actions;
  if (withCourse === undefined) return;
  ledger.deliver(withCourse, { status: 'in-progress' });
  ledger.close(withCourse, 'done', at(addDays(today, -26), '12:20'));
}
