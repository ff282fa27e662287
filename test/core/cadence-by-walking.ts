import { addDays, daysBetween, type CoachingRelationship } from '@coachkit/core';
import fc from 'fast-check';

/** A relationship as far as its slots go. */
export type Paced = Pick<CoachingRelationship, 'start' | 'end' | 'cadences'>;

/** The same question answered the slow way: walk every day and every entry. */
export function slotsByWalking({ start, end, cadences }: Paced, from: string, to: string): string[] {
  const found: string[] = [];
  for (
    let date = from > start ? from : start;
    date <= to && (end === undefined || date <= end);
    date = addDays(date, 1)
  ) {
    const entry =
      [...cadences].reverse().find((each) => each.from <= date && (each.until === undefined || date <= each.until)) ??
      cadences[0];
    if (entry !== undefined && isSlot(entry, date)) found.push(date);
  }
  return found;
}

function isSlot({ cadence, from }: Paced['cadences'][number], date: string): boolean {
  if (date < from) return false;
  if (cadence.unit === 'week') return daysBetween(from, date) % (cadence.every * 7) === 0;
  const months =
    (Number(date.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(date.slice(5, 7)) - Number(from.slice(5, 7));
  const lastOfMonth = addDays(date, 1).slice(8) === '01';
  const sameDay = date.slice(8) === from.slice(8) || (lastOfMonth && date.slice(8) < from.slice(8));
  return sameDay && months % cadence.every === 0;
}

const cadence = fc.oneof(
  fc.record({ unit: fc.constant('week' as const), every: fc.integer({ min: 2, max: 13 }) }),
  fc.record({ unit: fc.constant('month' as const), every: fc.integer({ min: 1, max: 3 }) }),
);

/** A relationship of up to three years with up to three changes and phases. */
export const anyPair = fc
  .tuple(
    fc.integer({ min: 0, max: 1500 }),
    cadence,
    fc.array(fc.tuple(fc.integer({ min: 1, max: 300 }), cadence, fc.option(fc.integer({ min: 0, max: 120 }))), {
      maxLength: 3,
    }),
    fc.option(fc.integer({ min: 0, max: 1100 })),
  )
  .map(([offset, first, changes, lasts]): Paced => {
    const start = addDays('2024-01-01', offset);
    const cadences: Paced['cadences'][number][] = [{ cadence: first, from: start }];
    let from = start;
    for (const [days, next, phase] of changes) {
      from = addDays(from, days);
      cadences.push(phase === null ? { cadence: next, from } : { cadence: next, from, until: addDays(from, phase) });
    }
    return { start, cadences, ...(lasts === null ? {} : { end: addDays(start, lasts) }) };
  });
