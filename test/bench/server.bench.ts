import type { BenchRow } from './bench-types.ts';
import { besideHandMade } from './server/beside-hand-made.ts';
import { listPage } from './server/list-page.ts';
import { standingStill } from './server/standing-still.ts';
import { withoutDatabase } from './server/without-database.ts';

/** The server beside the same work done by hand (budgets, section 6). */
export async function rows(): Promise<readonly BenchRow[]> {
  return [...(await besideHandMade()), ...(await listPage()), ...(await withoutDatabase()), ...(await standingStill())];
}
