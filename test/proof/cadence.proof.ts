import { addDays, cadenceSlots } from '@coachkit/core';
import fc from 'fast-check';
import { anyPair, slotsByWalking } from '../core/cadence-by-walking.ts';
import type { Demand } from './proof-types.ts';

/** What must hold of due dates at full size. */
export const demands: readonly Demand[] = [
  {
    name: 'cadence',
    demand: '0 differences from an independent implementation in 10,000 random calendars',
    run({ full }) {
      const wanted = full ? 10_000 : 500;
      let runs = 0;
      let differences = 0;
      fc.assert(
        fc.property(
          anyPair,
          fc.integer({ min: -100, max: 900 }),
          fc.integer({ min: 0, max: 500 }),
          (pair, offset, length) => {
            const from = addDays(pair.start, offset);
            const to = addDays(from, length);
            runs += 1;
            if (cadenceSlots(pair, from, to).join() !== slotsByWalking(pair, from, to).join()) differences += 1;
          },
        ),
        { numRuns: wanted },
      );
      return Promise.resolve({
        figure: `${differences} differences in ${runs} calendars`,
        passed: differences === 0 && runs >= wanted,
      });
    },
  },
];
