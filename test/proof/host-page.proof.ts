import { elements, faults } from '../elements/host-page/faulty-coaching.ts';
import { makeBrowserLaboratory } from '../support/browser-laboratory.ts';
import type { Demand } from './proof-types.ts';

/** What must hold of the page around the elements at full size. */
export const demands: readonly Demand[] = [
  {
    name: 'host page',
    demand: '0 errors, 0 globals, 0 leaked listeners in 1,000 mounts of all elements while storage fails in every way',
    async run({ full }) {
      const perRound = Object.keys(faults).length * elements.length;
      const wanted = full ? 1_000 : 1;
      const laboratory = await makeBrowserLaboratory({
        entry: 'test/elements/host-page/mount-under-faults-page.ts',
        global: 'mountUnderFaults',
      });
      try {
        const { context, page } = await laboratory.open();
        const { mounts, used, errors, globals, leaked } = await page.evaluate(
          (rounds) => window.mountUnderFaults(rounds),
          Math.ceil(wanted / perRound),
        );
        await context.close();
        for (const problem of [...new Set([...errors, ...globals])]) console.error(problem);
        return {
          figure: `${errors.length} errors, ${globals.length} globals, ${leaked} leaked in ${mounts} mounts, ${used} things used`,
          passed: errors.length + globals.length + leaked === 0 && mounts >= wanted && used > mounts,
        };
      } finally {
        await laboratory.remove();
      }
    },
  },
];
