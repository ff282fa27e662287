import { addDays, cadenceOn, cadenceSlots, slotAfter, slotOf, type Cadence } from '@coachkit/core';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { anyPair, slotsByWalking, type Paced } from './cadence-by-walking.ts';

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
