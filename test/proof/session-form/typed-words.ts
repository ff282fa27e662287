import { makeBrowserLaboratory, type BrowserLaboratory } from '../../support/browser-laboratory.ts';
import { findKiller } from '../../support/kill-browser.ts';
import { markerWord, searchFiles } from '../../support/search-files.ts';
import type { Encryption } from './form-page.ts';

/** Text that is younger may be lost with the browser. */
const grace = 1_000;

/** What became of a draft when the browser was killed. */
export interface DraftFigures {
  readonly kills: number;
  /** Texts that were over a second old when the browser was killed. */
  readonly old: number;
  readonly lost: number;
  /** How old the youngest text was that was lost, at the most, in milliseconds. */
  readonly oldestLoss: number;
}

/** Kills the browser while somebody types, again and again on the same profile, and looks how far the draft is kept. */
export async function killWhileTyping(kills: number): Promise<DraftFigures> {
  const laboratory = await makeLaboratory();
  const figures = { kills: 0, old: 0, lost: 0, oldestLoss: 0 };
  try {
    for (; figures.kills < kills; figures.kills += 1) {
      const { written, killedAt } = await typeUntilKilled(laboratory);
      const { context, page } = await laboratory.open();
      const kept = await page.evaluate(() => window.desk.readCount());
      await context.close();
      const old = written.filter(({ at }) => killedAt - at > grace);
      figures.old += old.length;
      figures.lost += old.filter(({ count }) => count > kept).length;
      const firstLost = written.find(({ count }) => count > kept);
      if (firstLost) figures.oldestLoss = Math.max(figures.oldestLoss, killedAt - firstLost.at);
    }
    return figures;
  } finally {
    await laboratory.remove();
  }
}

interface Written {
  readonly count: number;
  readonly at: number;
}

async function typeUntilKilled(
  laboratory: BrowserLaboratory,
): Promise<{ readonly written: readonly Written[]; readonly killedAt: number }> {
  const { context, page } = await laboratory.open();
  const written: Written[] = [];
  let onFirst: () => void = () => {};
  const first = new Promise<void>((resolve) => (onFirst = resolve));
  await page.exposeFunction('wrote', (count: number, at: number) => {
    written.push({ count, at });
    onFirst();
  });
  const killer = await findKiller(context);
  const writing = page.evaluate(() => window.desk.writeForEver());
  // It ends with the browser; before that, it ends only because something is wrong.
  await Promise.race([first, writing]);
  writing.catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 1_100 + Math.random() * 2_000));
  const killedAt = Date.now();
  await killer.kill();
  return { written, killedAt };
}

/** What the search of a profile found of a word that was typed. */
export interface TypedWordFigures {
  /** Documents into which the word went and from which it was read back: the draft first, the record afterwards. */
  readonly documents: number;
  /** Files of the profile that hold it. */
  readonly files: readonly string[];
}

/** Types a word into the session form, records the session, and searches every file of the profile. */
export async function typeAndSearch(encryption: Encryption): Promise<TypedWordFigures> {
  const laboratory = await makeLaboratory();
  try {
    const word = markerWord();
    const { context, page } = await laboratory.open();
    await page.evaluate((how) => window.desk.show(how), encryption);
    const lines = page.locator('coaching-session-form textarea');
    await lines.nth(3).waitFor();
    for (const index of [0, 1, 2, 3]) {
      await lines.nth(index).focus();
      await page.keyboard.type(`${word} in line ${index}`);
    }
    // The draft follows within a second.
    await page.waitForTimeout(1_500);
    const drafts = await countDocuments();
    await page.evaluate(([how, secret]) => window.desk.record(how, secret), [encryption, word] as const);
    const recorded = await countDocuments();
    const before = searchFiles(laboratory.profile.path, word);
    await context.close();
    const files = new Set([...before, ...searchFiles(laboratory.profile.path, word)]);
    return { documents: drafts + recorded, files: [...files] };

    function countDocuments(): Promise<number> {
      return page.evaluate(([how, secret]) => window.desk.countDocuments(how, secret), [encryption, word] as const);
    }
  } finally {
    await laboratory.remove();
  }
}

function makeLaboratory(): Promise<BrowserLaboratory> {
  return makeBrowserLaboratory({ entry: 'test/proof/session-form/form-page.ts', global: 'desk' });
}
