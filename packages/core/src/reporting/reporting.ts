/**
 * Reports over facts: pure functions without storage, clock or words.
 * @packageDocumentation
 */
import { isWithin, type CalendarDate } from '../calendar.js';
import type { SessionFact } from '../model/session-fact.js';
import { hidden, leastManagers, showable, shown } from './disclosure.js';
import { completionOf, pairSlots, peopleBehind, type PairSlots } from './due-slots.js';
import { focusFigures } from './focus-figures.js';
import { groupBy } from './group-by.js';
import { allPeriods, periodBefore, periodOf, periodsUpTo } from './periods.js';
import type { CompletionFigure, GroupFigure, ProgrammeOverview, ReportPeriod, Shown } from './report-types.js';
import type { ReportingInput } from './reporting-input.js';

export { toCsv, type CsvCell } from './csv.js';
export { wilsonInterval } from './wilson-interval.js';
export type { ReportedPerson, ReportingInput } from './reporting-input.js';

/** Which report: a month or a quarter, named by any date in it; the last closed one when no date is given. */
export interface OverviewRequest {
  readonly unit: 'month' | 'quarter';
  readonly date?: CalendarDate;
}

/**
 * The programme over one period. Every figure needs `threshold` employees; what is derived from content also needs
 * three managers and is never given for a team (design: disclosure rules 1, 2, 4, 6).
 */
export function programmeOverview(input: ReportingInput, { unit, date }: OverviewRequest): ProgrammeOverview {
  const { today, threshold } = input;
  const running = periodOf(unit, today, today);
  const period = date === undefined ? periodBefore(running, today) : periodOf(unit, date, today);
  const pairs = pairSlots(input, period);
  const recorded = input.facts.filter(
    ({ status, date: day }) => status === 'recorded' && isWithin(day, period.start, period.end),
  );
  const { departments, teams, hiddenGroups } = groupFigures(input, pairs);
  const isEnough = peopleBehind(pairs) >= threshold;
  const share = (holds: (fact: SessionFact) => boolean): Shown<number> =>
    isContentShowable(recorded, threshold) ? shown(recorded.filter(holds).length / recorded.length) : hidden;
  const first = input.relationships.reduce((earliest, { start }) => (start < earliest ? start : earliest), today);
  return {
    period,
    periods: allPeriods(unit, first, today),
    dataUntil: today < period.end ? today : period.end,
    threshold,
    people: isEnough ? shown(peopleBehind(pairs)) : hidden,
    completion: completionIfEnough(pairs, threshold),
    completionBefore: completionIfEnough(pairSlots(input, periodBefore(period, today)), threshold),
    sessionsPerPair: isEnough ? shown(recorded.length / pairs.length) : hidden,
    assignmentRate: share(({ coursesAssigned }) => coursesAssigned > 0),
    documentedWell: share(({ pointCount, actionCount }) => pointCount >= 3 && pointCount <= 5 && actionCount > 0),
    departments,
    teams,
    hiddenGroups,
    focusAreas: isContentShowable(recorded, threshold) ? shown(focusFigures(input, recorded)) : hidden,
    trend: trendOf(input, period),
  };
}

function completionIfEnough(pairs: readonly PairSlots[], threshold: number): Shown<CompletionFigure> {
  return peopleBehind(pairs) >= threshold ? shown(completionOf(pairs)) : hidden;
}

function isContentShowable(recorded: readonly SessionFact[], threshold: number): boolean {
  const people = new Set(recorded.map(({ employeeId }) => employeeId)).size;
  const managers = new Set(recorded.map(({ managerId }) => managerId)).size;
  return people >= threshold && managers >= leastManagers;
}

function trendOf(input: ReportingInput, period: ReportPeriod): ProgrammeOverview['trend'] {
  return periodsUpTo(period, 12, input.today).map((each) => ({
    period: each,
    completion: completionIfEnough(pairSlots(input, each), input.threshold),
  }));
}

/** Completion by department, and by team under each department. */
function groupFigures(
  input: ReportingInput,
  pairs: readonly PairSlots[],
): Pick<ProgrammeOverview, 'departments' | 'teams' | 'hiddenGroups'> {
  const places = new Map(input.people.map((person) => [person.id, person]));
  const unitsOf = (kind: 'department' | 'team') =>
    input.units
      .filter((unit) => unit.kind === kind)
      .map((unit) => {
        const own = pairs.filter(({ employeeId }) => {
          const place = places.get(employeeId);
          return (kind === 'department' ? place?.departmentId : place?.teamId) === unit.id;
        });
        return { unit, own, people: peopleBehind(own) };
      })
      .filter(({ people }) => people > 0)
      .sort((one, other) => (one.unit.name < other.unit.name ? -1 : 1));
  type Group = ReturnType<typeof unitsOf>[number];
  const figures = (
    siblings: readonly Group[],
    ofParent: readonly PairSlots[],
    isParentHidden = false,
  ): GroupFigure[] => {
    // Those who belong to no group are what is left of the parent when every group is taken away.
    const grouped = new Set(siblings.flatMap(({ own }) => own));
    const rest = { people: peopleBehind(ofParent.filter((pair) => !grouped.has(pair))) };
    const visible = showable(rest.people > 0 ? [...siblings, rest] : siblings, input.threshold);
    return siblings.map((group) => ({
      unitId: group.unit.id,
      name: group.unit.name,
      completion: visible.has(group) && !isParentHidden ? shown(completionOf(group.own)) : hidden,
    }));
  };
  const ofDepartments = unitsOf('department');
  const departments = figures(ofDepartments, pairs);
  const byDepartment = groupBy(unitsOf('team'), ({ unit }) => unit.parentId);
  const teams = [...byDepartment].flatMap(([departmentId, siblings]) => {
    const index = ofDepartments.findIndex(({ unit }) => unit.id === departmentId);
    // A team that is shown would narrow down the rest of a department that is not.
    return figures(siblings, ofDepartments[index]?.own ?? [], departments[index]?.completion.hidden);
  });
  const hiddenGroups = [...departments, ...teams].filter(({ completion }) => completion.hidden).length;
  return { departments, teams, hiddenGroups };
}
