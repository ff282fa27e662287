import { runHistory, type HistoryResult } from './history.ts';

/** Many histories together. */
export interface Histories extends Omit<HistoryResult, 'problems'> {
  readonly histories: number;
  /** With the seed of the history in front, to run it again alone. */
  readonly problems: readonly string[];
}

/** Runs the histories of the seeds from 1, or from another one. */
export async function measureHistories(wanted: number, from = 1): Promise<Histories> {
  const sum = { histories: 0, acknowledged: 0, requests: 0, faulted: 0, conflicts: 0, refused: 0 };
  const problems: string[] = [];
  for (let seed = from; seed < from + wanted; seed += 1) {
    const result = await runHistory(seed);
    sum.histories += 1;
    sum.acknowledged += result.acknowledged;
    sum.requests += result.requests;
    sum.faulted += result.faulted;
    sum.conflicts += result.conflicts;
    sum.refused += result.refused;
    problems.push(...result.problems.map((problem) => `${seed}: ${problem}`));
  }
  return { ...sum, problems };
}
