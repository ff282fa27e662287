import { cadenceSlots, slotAfter } from '../cadence.js';
import { addDays, earlierOf, type CalendarDate } from '../calendar.js';
import type { Action } from '../model/action.js';
import type { Leave, Person } from '../model/person.js';
import type { Collected } from './collected.js';
import { isTom, settleFeatured, tomsCourses } from './featured.js';
import { drawSkills, FocusThread } from './focus-thread.js';
import { firstName, PairLedger } from './ledger.js';
import type { Lines, Pair } from './pairs.js';
import { featuredTeam, type Roster } from './people.js';
import { departments, type DepartmentPlan } from './plan.js';
import type { Random } from './random.js';
import { closeInBetween, writeNotes, type NotesSource } from './session-notes.js';
import { settle, settleOpen, type HistorySource } from './slots.js';
import { Writer } from './words.js';

/** What somebody brings along from pair to pair: what is open, what they work on, which courses they have. */
interface Employee {
  readonly open: Map<string, Action>;
  readonly thread: FocusThread;
  readonly taken: Set<string>;
}

/** Draws twelve months of coaching for every pair, in the order of the pairs. */
export function drawHistories(
  roster: Roster,
  { pairs, leave, leavers }: Lines,
  { random, today, into }: { readonly random: Random; readonly today: CalendarDate; readonly into: Collected },
): void {
  const people = new Map([...roster.people, ...leavers].map((person) => [person.id, person]));
  const away = byPerson(leave);
  const writers = new Map<string, Writer>();
  const employees = new Map<string, Employee>();

  for (const pair of pairs) {
    const { id, managerId, employeeId } = pair.relationship;
    const own = random.fork(`history ${id}`);
    const plan = planOf(roster, pair);
    const employee = employees.get(employeeId) ?? {
      open: new Map<string, Action>(),
      thread: new FocusThread(employeeId, { random: own, into, today, skills: drawSkills(pair.team, plan, own) }),
      taken: new Set(isTom(pair) ? tomsCourses : []),
    };
    employees.set(employeeId, employee);
    const writer = writers.get(managerId) ?? new Writer(random.fork(`writer ${managerId}`));
    writers.set(managerId, writer);
    const ledger = new PairLedger(pair.relationship, { team: pair.team, into, open: employee.open });
    const notes: NotesSource = {
      ledger,
      random: own,
      writer,
      subject: { name: nameOf(people, employeeId), colleagues: colleaguesOf(people, pair), occasions: plan.occasions },
      habit: pair.team.habit,
      today,
      into,
      taken: employee.taken,
    };
    const source: HistorySource = {
      pair,
      ledger,
      random: own,
      today,
      leave: [...(away.get(managerId) ?? []), ...(away.get(employeeId) ?? [])],
      document: (appointment, about) =>
        writeNotes(notes, appointment, about ?? employee.thread.next(appointment.date, managerId)),
    };
    const isScripted = drawPair(source, into);
    // What is open when a pair ends comes along to the next one.
    if (!isScripted && pair.relationship.end === undefined) closeInBetween(notes, today);
  }
}

/** @returns whether what is open in the end was written by hand and is to stay as it is */
function drawPair(source: HistorySource, into: Collected): boolean {
  const { relationship, team } = source.pair;
  const last = relationship.end ?? source.today;
  const seat = team.name === featuredTeam ? team.memberIds.indexOf(relationship.employeeId) : -1;
  const slots = cadenceSlots(relationship, relationship.start, earlierOf(last, source.today));
  for (const [index, slot] of slots.entries()) {
    const end = addDays(slotAfter(relationship, slot), -1);
    const lastDay = relationship.end === undefined ? end : earlierOf(end, relationship.end);
    if (seat >= 0) settleFeatured(source, into, { slot, lastDay, fromEnd: slots.length - 1 - index, seat });
    else if (relationship.end === undefined && lastDay >= source.today) settleOpen(source, slot, lastDay);
    else settle(source, slot, lastDay);
  }
  return isTom(source.pair);
}

/** The plan of the employee's department; managers of managers speak of what their own department does. */
function planOf({ plans, people }: Roster, { team, relationship }: Pair): DepartmentPlan {
  const own = plans.get(team.departmentId);
  if (own !== undefined) return own;
  const heads = people.filter(({ teamId }) => teamId === team.id);
  const place = heads.findIndex(({ id }) => id === relationship.employeeId) - 1;
  const [first] = departments;
  const plan = departments[place] ?? first;
  if (plan === undefined) throw new RangeError('there is no department');
  return plan;
}

function nameOf(people: ReadonlyMap<string, Person>, id: string): string {
  const person = people.get(id);
  return person === undefined ? id : firstName(person);
}

/** First names of some others of the department, whom notes may mention. */
function colleaguesOf(people: ReadonlyMap<string, Person>, { relationship, team }: Pair): string[] {
  const others = [...people.values()].filter(
    ({ id, departmentId }) =>
      departmentId === team.departmentId && id !== relationship.employeeId && id !== relationship.managerId,
  );
  return others.filter((_, place) => place % 3 === Number(relationship.id.slice(1)) % 3).map(firstName);
}

function byPerson(leave: readonly Leave[]): Map<string, Leave[]> {
  const found = new Map<string, Leave[]>();
  for (const each of leave) found.set(each.personId, [...(found.get(each.personId) ?? []), each]);
  return found;
}
