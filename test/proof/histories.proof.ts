import { measureHistories } from './histories/measure-histories.ts';
import type { Demand } from './proof-types.ts';

/** What must hold of three devices that write over a network which fails, at full size. */
export const demands: readonly Demand[] = [
  {
    name: 'histories',
    demand:
      '10,000 histories with 60 % of requests faulted, then healed: 0 acknowledged writes lost, 0 doubled, all devices converge, no operation dropped',
    async run({ full }) {
      const wanted = full ? 10_000 : 100;
      const { histories, acknowledged, requests, faulted, conflicts, refused, problems } =
        await measureHistories(wanted);
      for (const problem of problems.slice(0, 20)) console.error(problem);
      const share = Math.round((faulted / requests) * 100);
      return {
        figure: `${problems.length} lost, doubled, different or dropped of ${acknowledged} acknowledged writes in ${histories} histories; ${faulted} of ${requests} requests faulted (${share} %), ${conflicts} conflicts, ${refused} refused and kept`,
        passed: problems.length === 0 && histories >= wanted && acknowledged > histories,
      };
    },
  },
];
