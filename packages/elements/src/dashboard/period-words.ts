import type { ReportPeriod } from '@coachkit/core';
import type { Format } from '../base/format.js';
import type { DashboardWords } from './dashboard.messages.js';

/** "October 2026" or "Quarter 4, 2026". */
export function periodName({ unit, start }: ReportPeriod, words: DashboardWords, format: Format): string {
  if (unit === 'month') return format.month(start);
  return words.quarterName(Math.ceil(Number(start.slice(5, 7)) / 3), start.slice(0, 4));
}

/** The change of a share since the period before, in words; nothing where one of the two is not shown. */
export function changeInWords(
  now: number | undefined,
  before: number | undefined,
  periodBefore: string,
  words: DashboardWords,
): string | undefined {
  if (now === undefined || before === undefined) return undefined;
  const points = Math.round(now * 100) - Math.round(before * 100);
  if (points === 0) return words.same(periodBefore);
  const size = words.points(Math.abs(points));
  return points > 0 ? words.higher(size, periodBefore) : words.lower(size, periodBefore);
}
