import { makeBrowserLaboratory } from '../support/browser-laboratory.ts';
import type { BenchRow } from './bench-types.ts';
import type { Pair, StorageFigures } from './storage/storage-page.ts';

const section = 'Browser storage, 10,000 records of about 1 kB, strict durability on both sides, medians';

/** The IndexedDB adapter beside IndexedDB used by hand (budgets, section 4). */
export async function rows(): Promise<readonly BenchRow[]> {
  const { bulk, bulkEncrypted, one, pointRead, period } = await measure();
  return [
    ratio('bulk write, strict, two indexes', bulk, 0, 1.15),
    ratio('bulk write, strict, encrypted, four indexes (limit: not encrypted)', bulkEncrypted, 0, 2),
    share('one record, strict, 95 of 100 within', one, 0.95, 50),
    share('one record, strict, 99 of 100 within', one, 0.99, 150),
    ratio('point read', pointRead, 3, 1.6),
    ratio("a person's sessions in a quarter", period, 3, 1.5),
  ];
}

// On a profile on disk: a browser context without one keeps IndexedDB in memory.
async function measure(): Promise<StorageFigures> {
  const laboratory = await makeBrowserLaboratory({
    entry: 'test/bench/storage/storage-page.ts',
    global: 'benchStorage',
  });
  try {
    const { context, page } = await laboratory.open();
    const figures = await page.evaluate(() => window.benchStorage());
    await context.close();
    return figures;
  } finally {
    await laboratory.remove();
  }
}

function ratio(name: string, pair: Pair, digits: number, most: number): BenchRow {
  const [limit, product] = [quantile(pair.limit, 0.5), quantile(pair.product, 0.5)];
  return {
    section,
    name,
    limit: `${limit.toFixed(digits)} ms`,
    product: `${product.toFixed(digits)} ms`,
    ratio: product / limit,
    budget: `≤ ${most} ×`,
    passed: product / limit <= most,
  };
}

function share(name: string, pair: Pair, part: number, most: number): BenchRow {
  const [limit, product] = [quantile(pair.limit, part), quantile(pair.product, part)];
  return {
    section,
    name,
    limit: `${limit.toFixed(1)} ms`,
    product: `${product.toFixed(1)} ms`,
    ratio: product / limit,
    budget: `≤ ${most} ms`,
    passed: product <= most,
  };
}

/** The value below which a part of the values lies. */
function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}
