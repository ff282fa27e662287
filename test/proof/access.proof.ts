import { tryAccess, type AccessFigures } from './access.ts';
import type { Demand, DemandResult } from './proof-types.ts';

/** Who may know and do what, over HTTP. */
export const demands: readonly Demand[] = [
  {
    name: 'access',
    demand: 'everybody tries everything: 0 deviations from the table, 0 marker words where they must not be',
    async run({ full }) {
      return judged(await tryAccess(full));
    },
  },
];

/** What a run has come to, with the first things that were wrong. */
export function judged({ actors, combinations, deviations, leaks, markers }: AccessFigures): DemandResult {
  const first = [...deviations, ...leaks].slice(0, 3);
  return {
    figure: [
      `${deviations.length} deviations in ${combinations} combinations of ${actors} people and roles,`,
      `${leaks.length} of ${markers} marker words out of place`,
      ...first.map((each) => `(${each})`),
    ].join(' '),
    passed: deviations.length === 0 && leaks.length === 0 && combinations > 10_000 && markers > 50,
  };
}
