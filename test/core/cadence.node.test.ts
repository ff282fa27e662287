import {
  addDays,
  cadenceOn,
  cadenceSlots,
  daysBetween,
  slotAfter,
  slotOf,
  type Cadence,
  type CoachingRelationship,
} from '@coachkit/core';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

type Paced = Pick<CoachingRelationship, 'start' | 'end' | 'cadences'>;

const pair = (start: string, cadence: Cadence, more: Partial<Paced> = {}): Paced => ({
  start,
  cadences: [{ cadence, from: start }],
  ...more,
});
const monthly: Cadence = { unit: 'month', every: 1 };
const fortnightly: Cadence = { unit: 'week', every: 2 };

describe('slots of a cadence', () => {
  test('a monthly pair that began on the 31st meets at month ends and comes back to the 31st', () => {
    assert.deepEqual(cadenceSlots(pair('2026-01-31', monthly), '2026-01-01', '2026-05-31'), [
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
    ]);
  });

  test('a phase replaces the slots of its days, and the earlier rhythm returns after it', () => {
    const phased = pair('2026-01-10', monthly, {
      cadences: [
        { cadence: monthly, from: '2026-01-10' },
        { cadence: fortnightly, from: '2026-03-02', until: '2026-04-05' },
      ],
    });
    assert.deepEqual(cadenceSlots(phased, '2026-02-01', '2026-05-31'), [
      '2026-02-10',
      '2026-03-02',
      '2026-03-16',
      '2026-03-30',
      '2026-04-10',
      '2026-05-10',
    ]);
    assert.deepEqual(cadenceOn(phased, '2026-04-05'), fortnightly);
    assert.deepEqual(cadenceOn(phased, '2026-04-06'), monthly);
  });

  test('nothing lies before the beginning or after the end', () => {
    const ended = pair('2026-01-10', monthly, { end: '2026-03-09' });
    assert.deepEqual(cadenceSlots(ended, '2025-01-01', '2027-01-01'), ['2026-01-10', '2026-02-10']);
    assert.equal(slotAfter(ended, '2026-02-10'), '2026-03-10');
    assert.equal(slotOf(ended, '2026-01-01'), '2026-01-10');
    assert.equal(slotOf(ended, '2026-02-27'), '2026-02-10');
  });
});

/** The same question answered the slow way: walk every day and every entry. */
function slotsByWalking({ start, end, cadences }: Paced, from: string, to: string): string[] {
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
const anyPair = fc
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

describe('slots against an independent implementation that walks day by day', () => {
  test('2,000 random relationships: no difference', () => {
    fc.assert(
      fc.property(
        anyPair,
        fc.integer({ min: -100, max: 900 }),
        fc.integer({ min: 0, max: 500 }),
        (each, offset, length) => {
          const from = addDays(each.start, offset);
          const to = addDays(from, length);
          assert.deepEqual(cadenceSlots(each, from, to), slotsByWalking(each, from, to));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('the slot after a day is the first later one, and the slot of a day the last one up to it', () => {
    fc.assert(
      fc.property(anyPair, fc.integer({ min: -50, max: 700 }), (each, offset) => {
        const date = addDays(each.start, offset);
        const { end: _end, ...endless } = each;
        assert.equal(slotAfter(each, date), slotsByWalking(endless, addDays(date, 1), addDays(date, 900))[0]);
        const before = slotsByWalking(each, each.start, date);
        assert.equal(slotOf(each, date), before.at(-1) ?? each.start);
      }),
      { numRuns: 500 },
    );
  });
});
