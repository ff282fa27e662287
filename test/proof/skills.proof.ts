import { importEsco } from '@coachkit/adapters/skills/esco';
import { openSqliteStorage } from '@coachkit/adapters/storage/sqlite';
import type { Actor } from '@coachkit/core';
import { createStoredSkills, importSkills } from '@coachkit/core/skills';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  {
    name: 'the whole of ESCO on a server',
    demand: 'imported into SQLite in at most 5 s, and nothing written by the second import',
    async run() {
      const { text, origin } = await escoSample();
      const { active, importing, again, unchanged, found } = await measureOnServer(text);
      return {
        figure:
          `${active} skills (${origin}) in ${importing.toFixed(0)} ms, again in ${again.toFixed(0)} ms ` +
          `with ${active - unchanged} written`,
        passed: active > 13_000 && unchanged === active && importing <= 5_000 && found === 8,
      };
    },
  },
];

const actor: Actor = { tenantId: 'northwind', personId: 'lena', roles: ['programme-admin'] };

async function measureOnServer(source: string): Promise<{
  readonly active: number;
  readonly importing: number;
  readonly again: number;
  readonly unchanged: number;
  readonly found: number;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'coachkit-skills-'));
  const server = await openSqliteStorage({ file: join(folder, 'coachkit.db') });
  try {
    const storage = server.storageFor(actor);
    const begun = performance.now();
    const { active } = await importSkills({ storage, actor }, await importEsco({ skills: { en: source } }));
    const importing = performance.now() - begun;
    const second = performance.now();
    const { unchanged } = await importSkills({ storage, actor }, await importEsco({ skills: { en: source } }));
    const again = performance.now() - second;
    const found = await createStoredSkills(storage).find('negotiating', 8);
    return { active, importing, again, unchanged, found: found.length };
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

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
