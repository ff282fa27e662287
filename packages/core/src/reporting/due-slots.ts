import { cadenceSlots } from '../cadence.js';
import { earlierOf, isWithin, type CalendarDate } from '../calendar.js';
import { groupBy } from './group-by.js';
import type { CompletionFigure, ReportPeriod } from './report-types.js';
import type { ReportingInput } from './reporting-input.js';
import { wilsonInterval } from './wilson-interval.js';

/** What became of the slots of one pair in one period. */
export interface PairSlots {
  readonly relationshipId: string;
  readonly managerId: string;
  readonly employeeId: string;
  readonly due: number;
  readonly held: number;
  readonly excused: number;
}

/**
 * The slots of every pair that was active in a period, up to today (requirements e3): a slot is excused when one of
 * the two was on leave that day or its session was excused, held when a recorded session belongs to it, else due.
 */
export function pairSlots(input: ReportingInput, period: ReportPeriod): PairSlots[] {
  const last = earlierOf(period.end, input.today);
  const leave = groupBy(input.leave, ({ personId }) => personId);
  const recorded = slotsWith(input, 'recorded');
  const excusedSessions = slotsWith(input, 'excused');
  return input.relationships.flatMap((pair) => {
    const slots = cadenceSlots(pair, period.start, last);
    if (slots.length === 0) return [];
    const isAway = (date: CalendarDate): boolean =>
      [pair.managerId, pair.employeeId].some((personId) =>
        (leave.get(personId) ?? []).some(({ start, end }) => isWithin(date, start, end)),
      );
    const has = (found: ReadonlyMap<string, ReadonlySet<CalendarDate>>, slot: CalendarDate): boolean =>
      found.get(pair.id)?.has(slot) ?? false;
    const held = slots.filter((slot) => has(recorded, slot));
    const excused = slots.filter((slot) => !has(recorded, slot) && (isAway(slot) || has(excusedSessions, slot)));
    return {
      relationshipId: pair.id,
      managerId: pair.managerId,
      employeeId: pair.employeeId,
      due: slots.length - excused.length,
      held: held.length,
      excused: excused.length,
    };
  });
}

/** Completion of some pairs together: held ÷ due, with a Wilson interval. */
export function completionOf(pairs: readonly PairSlots[]): CompletionFigure {
  const sum = (of: (pair: PairSlots) => number): number => pairs.reduce((total, pair) => total + of(pair), 0);
  const due = sum((pair) => pair.due);
  const held = sum((pair) => pair.held);
  return {
    held,
    due,
    excused: sum((pair) => pair.excused),
    rate: due === 0 ? 0 : held / due,
    interval: wilsonInterval(held, due),
    people: peopleBehind(pairs),
  };
}

/** Distinct employees with a slot that was due. */
export function peopleBehind(pairs: readonly PairSlots[]): number {
  return new Set(pairs.filter(({ due }) => due > 0).map(({ employeeId }) => employeeId)).size;
}

function slotsWith({ facts }: ReportingInput, status: string): ReadonlyMap<string, ReadonlySet<CalendarDate>> {
  const slots = new Map<string, Set<CalendarDate>>();
  for (const fact of facts) {
    if (fact.status !== status) continue;
    const known = slots.get(fact.relationshipId) ?? new Set();
    slots.set(fact.relationshipId, known.add(fact.slot));
  }
  return slots;
}
