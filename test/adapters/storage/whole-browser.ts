import { makeBrowserLaboratory, type BrowserLaboratory } from '../../support/browser-laboratory.ts';
import { findKiller } from '../../support/kill-browser.ts';
import { bundleForPage } from '../../support/page-bundle.ts';
import { markerWord, searchFiles } from '../../support/search-files.ts';

/** A laboratory with the page of the whole-browser tests. */
export async function makeLaboratory(): Promise<BrowserLaboratory> {
  const entry = 'test/adapters/storage/e2e-page.ts';
  return makeBrowserLaboratory({
    entry,
    global: 'lab',
    files: {
      '/sandboxed.html': '<!doctype html><meta charset="utf-8"><script src="/sandboxed.js"></script>',
      '/sandboxed.js': await bundleForPage(entry, 'iife'),
    },
  });
}

/** What became of saves when the browser was killed. */
export interface KillFigures {
  readonly kills: number;
  /** Saves that the page had been told were kept. */
  readonly acknowledged: number;
  readonly missing: number;
  readonly halfWritten: number;
}

/** Kills the browser at random moments while it saves, again and again on the same profile, and looks what is there. */
export async function killDuringSaves(kills: number): Promise<KillFigures> {
  const laboratory = await makeLaboratory();
  const figures = { kills: 0, acknowledged: 0, missing: 0, halfWritten: 0 };
  try {
    for (; figures.kills < kills; figures.kills += 1) {
      figures.acknowledged = Math.max(figures.acknowledged, await saveUntilKilled(laboratory));
      const { context, page } = await laboratory.open();
      const found = await page.evaluate(() => window.lab.look());
      await context.close();
      if (found.level !== 'device') throw new Error(`the storage opened in ${found.level}`);
      figures.missing += Math.max(0, figures.acknowledged - found.whole);
      figures.halfWritten += found.halfWritten;
    }
    return figures;
  } finally {
    await laboratory.remove();
  }
}

/** @returns the number of the last save that was acknowledged */
export async function saveUntilKilled(laboratory: BrowserLaboratory): Promise<number> {
  const { context, page } = await laboratory.open();
  let acknowledged = 0;
  let onFirst: () => void = () => {};
  const first = new Promise<void>((resolve) => (onFirst = resolve));
  await page.exposeFunction('acknowledge', (count: number) => {
    acknowledged = count;
    onFirst();
  });
  const killer = await findKiller(context);
  const saving = page.evaluate(() => window.lab.saveForEver());
  // It ends with the browser; before that, it ends only because something is wrong.
  await Promise.race([first, saving]);
  saving.catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 800));
  await killer.kill();
  return acknowledged;
}

/** What the search of a profile found. */
export interface WordFigures {
  /** Documents into which the word was written and from which it was read back. */
  readonly documents: number;
  /** Files that hold the word. */
  readonly files: readonly string[];
  /** Files that hold the word that was written in the clear: the search looks in the right place. */
  readonly filesWithClearWord: readonly string[];
}

/** Writes a word into documents, closes the browser, and searches every file of its profile. */
export async function searchProfileForWord(encryption: 'with-key' | 'off-for-local-demo'): Promise<WordFigures> {
  const laboratory = await makeLaboratory();
  try {
    const [word, clearWord] = [markerWord(), markerWord()];
    const { context, page } = await laboratory.open();
    const documents = await page.evaluate(([secret, open, how]) => window.lab.writeWords(secret, open, how), [
      word,
      clearWord,
      encryption,
    ] as const);
    const before = searchFiles(laboratory.profile.path, word);
    await context.close();
    return {
      documents,
      files: [...before, ...searchFiles(laboratory.profile.path, word)],
      filesWithClearWord: searchFiles(laboratory.profile.path, clearWord),
    };
  } finally {
    await laboratory.remove();
  }
}
