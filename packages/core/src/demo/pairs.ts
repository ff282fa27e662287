import { addDays, addMonths, type CalendarDate } from '../calendar.js';
import type { Leave, Person, ReportingLine } from '../model/person.js';
import { fortnightly, monthly, quarterly, type Cadence } from '../model/cadence.js';
import type { CadenceReason, CoachingRelationship, DatedCadence } from '../model/relationship.js';
import { featuredAnchor, featuredLeave } from './featured-anchors.js';
import { phaseReasons } from './notes/general.js';
import { featuredTeam, type Roster, type Team } from './people.js';
import type { Random } from './random.js';
import { workingDay } from './workdays.js';

/** A pair with what its history is drawn from. */
export interface Pair {
  readonly relationship: CoachingRelationship;
  /** The employee's team at the time. */
  readonly team: Team;
}

/** Who reports to whom, who is coached by whom, and who was away. */
export interface Lines {
  readonly lines: readonly ReportingLine[];
  readonly pairs: readonly Pair[];
  readonly leave: readonly Leave[];
  readonly reasons: readonly CadenceReason[];
  /** People who have left, in addition to the roster. */
  readonly leavers: readonly Person[];
}

/** Teams that began a month before the others. */
const pilotTeams = new Set([featuredTeam, 'Onboarding', 'Mobile', 'Procurement', 'Accounting']);

/** How many days ago things happened that every sample has. */
const ago = { webManagerLeft: 150, memberLeft: 60, memberMoved: 70 } as const;

/** Draws reporting lines, relationships and leave for a roster. */
export function drawLines(roster: Roster, today: CalendarDate, random: Random): Lines {
  const lines: ReportingLine[] = [];
  const pairs: Pair[] = [];
  const leave: Leave[] = [];
  const reasons: CadenceReason[] = [];
  const leavers: Person[] = [];
  const spare = [...roster.spareNames];

  const join = (managerId: string, employeeId: string, team: Team, start: CalendarDate, end?: CalendarDate): void => {
    const of = lines.filter((line) => line.employeeId === employeeId).length + 1;
    const line = { id: `l${employeeId.slice(1)}.${of}`, employeeId, managerId, start };
    lines.push(end === undefined ? line : { ...line, end });
    if (end !== undefined && end < programmeStart(team, today)) return;
    const draw = random.fork(`pair ${employeeId} ${of}`);
    const relationshipId = `r${String(pairs.length + 1).padStart(3, '0')}`;
    const anchor = isFeatured(team) ? featuredAnchor(team.memberIds.indexOf(employeeId), today) : undefined;
    const begin = anchor ?? laterStart(start, team, today, draw);
    const { cadences, reason } = drawCadences(team, begin, today, draw);
    const relationship = { id: relationshipId, managerId, employeeId, start: begin, cadences };
    pairs.push({ relationship: end === undefined ? relationship : { ...relationship, end }, team });
    if (reason !== undefined) reasons.push({ id: relationshipId, reason });
  };
  const leaver = (leftDaysAgo: number, jobTitle: string, team: Team): Person => {
    const number = roster.people.length + leavers.length + 1;
    const name = spare.shift() ?? `Colleague ${number}`;
    const unit = { departmentId: team.departmentId, teamId: team.id };
    const person = {
      id: `p${number}`,
      name,
      jobTitle,
      timeZone: 'Europe/London',
      ...unit,
      leftOn: addDays(today, -leftDaysAgo),
    };
    leavers.push(person);
    return person;
  };

  for (const team of roster.teams) {
    for (const employeeId of team.memberIds) {
      const draw = random.fork(`hire ${employeeId}`);
      const hired = addDays(today, draw.chance(0.08) ? -draw.whole(70, 300) : -draw.whole(420, 3200));
      const isMoved = team.name === featuredTeam && employeeId === team.memberIds.at(-1);
      if (isMoved) {
        const before = roster.teams.find(({ name }) => name === 'Renewals') ?? team;
        join(before.managerId, employeeId, before, addDays(today, -900), addDays(today, -ago.memberMoved - 1));
        join(team.managerId, employeeId, team, addDays(today, -ago.memberMoved));
      } else if (team.name !== 'Web')
        join(team.managerId, employeeId, team, isFeatured(team) ? addDays(today, -800) : hired);
    }
  }

  const web = roster.teams.find(({ name }) => name === 'Web');
  if (web !== undefined) {
    const above = roster.teams.find(({ memberIds }) => memberIds.includes(web.managerId)) ?? web;
    const before = leaver(ago.webManagerLeft, 'Engineering manager', above);
    const last = addDays(today, -ago.webManagerLeft);
    join(above.managerId, before.id, above, addDays(today, -1500), last);
    for (const employeeId of web.memberIds) {
      join(before.id, employeeId, web, addDays(today, -1200), last);
      join(web.managerId, employeeId, web, addDays(last, 1));
    }
  }
  const development = roster.teams.find(({ name }) => name === 'Sales development');
  if (development !== undefined) {
    const gone = leaver(ago.memberLeft, 'Sales development representative', development);
    join(development.managerId, gone.id, development, addDays(today, -700), gone.leftOn);
  }

  for (const { id } of roster.people) leave.push(...drawLeave(id, roster, today, random.fork(`leave ${id}`)));
  return { lines, pairs, leave, reasons, leavers };
}

function isFeatured({ name }: Team): boolean {
  return name === featuredTeam;
}

function programmeStart(team: Team, today: CalendarDate): CalendarDate {
  return addMonths(today, team.kind !== 'staff' || pilotTeams.has(team.name) ? -12 : -11);
}

/** When coaching begins: with the programme, or soon after the line does. */
function laterStart(lineStart: CalendarDate, team: Team, today: CalendarDate, random: Random): CalendarDate {
  const begin = programmeStart(team, today);
  if (lineStart > begin) return lineStart;
  return workingDay(addDays(begin, random.whole(0, 27)));
}

function drawCadences(
  team: Team,
  start: CalendarDate,
  today: CalendarDate,
  random: Random,
): { readonly cadences: readonly DatedCadence[]; readonly reason?: string } {
  const first: DatedCadence = { cadence: usualCadence(team, random), from: start };
  if (isFeatured(team) || !random.chance(0.07)) return { cadences: [first] };
  const from = workingDay(addDays(today, -random.whole(30, 160)));
  if (from <= start) return { cadences: [first] };
  const phase = { cadence: fortnightly, from, until: addDays(from, random.whole(70, 120)) };
  return { cadences: [first, phase], reason: random.pick(phaseReasons) };
}

function usualCadence({ kind }: Team, random: Random): Cadence {
  if (kind === 'executive') return random.chance(0.5) ? quarterly : monthly;
  if (random.chance(0.04)) return { unit: 'week', every: 6 };
  return monthly;
}

/** A third of all people were away for a while; a few are now, and two for long. */
function drawLeave(personId: string, roster: Roster, today: CalendarDate, random: Random): Leave[] {
  const featured = roster.teams.find(isFeatured);
  if (featured?.managerId === personId) return [];
  const seat = featured?.memberIds.indexOf(personId) ?? -1;
  if (seat >= 0) return featuredLeave(seat, personId, today);
  const number = Number(personId.slice(1));
  const away = (start: CalendarDate, days: number): Leave[] => [
    { id: `v${personId.slice(1)}`, personId, start, end: addDays(start, days) },
  ];
  if (number === 61 || number === 133) return away(addDays(today, -100 - number), 150);
  if (random.chance(0.05)) return away(addDays(today, -random.whole(0, 9)), random.whole(10, 18));
  if (random.chance(0.32)) return away(addDays(today, -random.whole(30, 340)), random.whole(6, 18));
  return [];
}
