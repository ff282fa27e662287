import { feedMalformedInput } from '../core/malformed-input.ts';
import type { Demand } from './proof-types.ts';

/** What must hold of input that is wrong, at full size. */
export const demands: readonly Demand[] = [
  {
    name: 'malformed input',
    demand: '1,000 to every verb: typed errors, store identical, each below 100 ms',
    async run({ full }) {
      const { verbs, calls, untyped, changed, slowest } = await feedMalformedInput(full ? 1000 : 40, 7);
      return {
        figure: `${calls} calls of ${verbs} verbs: ${untyped.length} untyped, ${changed.length} changed, slowest ${slowest.toFixed(0)} ms`,
        passed: untyped.length === 0 && changed.length === 0 && slowest < 100,
      };
    },
  },
];
