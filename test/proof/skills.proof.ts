import type { EscoFigures } from '../adapters/skills/esco-page.ts';
import { escoSample } from '../adapters/skills/esco-sample.ts';
import { makeBrowserLaboratory } from '../support/browser-laboratory.ts';
import type { Demand } from './proof-types.ts';

/** What must hold of a whole skills framework. */
export const demands: readonly Demand[] = [
  {
    name: 'the whole of ESCO in the browser',
    demand: 'imported into IndexedDB in at most 10 s, search p95 at most 50 ms',
    async run() {
      const { text, origin } = await escoSample();
      const figures = await measureInBrowser(text);
      const { skills, importing, firstSearch, longestPause, searches, p50, p95, found, level } = figures;
      const whole = (milliseconds: number): string => `${milliseconds.toFixed(0)} ms`;
      return {
        figure:
          `${skills} skills (${origin}) in ${whole(importing)}; first search ${whole(firstSearch)}, ` +
          `the page waits at most ${whole(longestPause)}; ${searches} searches, p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`,
        passed:
          skills > 13_000 &&
          level === 'device' &&
          importing <= 10_000 &&
          p95 <= 50 &&
          found.every((label) => /negotiat/.test(label)) &&
          found.length === 8,
      };
    },
  },
];

async function measureInBrowser(text: string): Promise<EscoFigures> {
  const laboratory = await makeBrowserLaboratory({
    entry: 'test/adapters/skills/esco-page.ts',
    global: 'esco',
    files: { '/skills_en.csv': text },
  });
  try {
    const { context, page } = await laboratory.open();
    const figures = await page.evaluate(() => window.esco.measure());
    await context.close();
    return figures;
  } finally {
    await laboratory.remove();
  }
}
