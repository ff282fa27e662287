import { createMemoryMedium, createMemoryStorage } from '@coachkit/adapters/storage/memory';
import { compareWithModel } from '../adapters/storage/storage-model.ts';
import { killDuringSaves } from '../adapters/storage/whole-browser.ts';
import { makeBrowserLaboratory } from '../support/browser-laboratory.ts';
import type { Demand, DemandResult } from './proof-types.ts';
import { killWhileTyping, typeAndSearch } from './session-form/typed-words.ts';

/** What must hold of storage at full size. */
export const demands: readonly Demand[] = [
  {
    name: 'browser killed during saves',
    demand: '0 acknowledged records missing, 0 half-written in 100 kills on one profile',
    async run({ full }) {
      const wanted = full ? 100 : 4;
      const { kills, acknowledged, missing, halfWritten } = await killDuringSaves(wanted);
      return {
        figure: `${missing} missing, ${halfWritten} half-written of ${acknowledged} in ${kills} kills`,
        passed: missing === 0 && halfWritten === 0 && kills === wanted && acknowledged >= kills,
      };
    },
  },
  {
    name: 'browser killed while typing',
    demand: 'no text of a draft lost that is older than 1 s, in 40 kills on one profile',
    async run({ full }) {
      const wanted = full ? 40 : 2;
      const { kills, old, lost, oldestLoss } = await killWhileTyping(wanted);
      return {
        figure: `${lost} of ${old} texts lost in ${kills} kills, at most the last ${oldestLoss} ms`,
        passed: lost === 0 && kills === wanted && old >= kills,
      };
    },
  },
  {
    name: 'words on the disk',
    demand: 'a word typed into a note in no file of the profile; found by the same search without encryption',
    async run() {
      const sealed = await typeAndSearch('with-key');
      const open = await typeAndSearch('off-for-local-demo');
      return {
        figure: `in ${sealed.files.length} files (${sealed.documents} documents); ${open.files.length} without encryption`,
        passed: sealed.files.length === 0 && open.files.length > 0 && sealed.documents > 2,
      };
    },
  },
  {
    name: 'memory storage, random commands',
    demand: '0 differences from a plain map in 5,000 runs of 60 commands',
    async run({ full }) {
      const runs = full ? 5_000 : 50;
      const medium = createMemoryMedium();
      const open = (tenantId: string) => Promise.resolve(createMemoryStorage({ tenantId, medium }));
      return noDifference(runs, await compareWithModel(open, { runs, commands: 60 }));
    },
  },
  ...[true, false].map((isEncrypted): Demand => ({
    name: `IndexedDB storage, random commands, ${isEncrypted ? 'encrypted' : 'not encrypted'}`,
    demand: '0 differences from a plain map in 5,000 runs of 60 commands',
    run: ({ full }) => compareInBrowser(full ? 5_000 : 10, isEncrypted),
  })),
];

// Two pages of one browser, each with half of the runs, because one alone waits for the disk most of the time.
async function compareInBrowser(runs: number, isEncrypted: boolean): Promise<DemandResult> {
  const laboratory = await makeBrowserLaboratory({
    entry: 'test/adapters/storage/model-page.ts',
    global: 'compareIndexedDb',
  });
  try {
    const { context, page } = await laboratory.open();
    const other = await context.newPage();
    await other.goto(page.url());
    await other.waitForFunction(() => 'compareIndexedDb' in window);
    const halves = await Promise.all(
      [page, other].map((each) =>
        each.evaluate(([half, sealed]) => window.compareIndexedDb(half, sealed), [runs / 2, isEncrypted] as const),
      ),
    );
    await context.close();
    return noDifference(
      runs,
      halves.reduce((sum, count) => sum + count, 0),
    );
  } finally {
    await laboratory.remove();
  }
}

// A difference is an error that names the seed and the commands.
function noDifference(runs: number, commands: number): DemandResult {
  return { figure: `0 differences in ${commands} commands`, passed: commands === runs * 60 };
}
