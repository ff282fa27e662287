import { addDays, addMonths, type CalendarDate } from '../calendar.js';
import type { Leave } from '../model/person.js';

/**
 * For each report of the featured manager, how many days ago the slot began that is open today. With it the agenda of
 * a demonstration shows one pair of every kind on any day.
 */
const slotsAgo = [4, 8, 12, 2, 1, 10, 6] as const;

/** The report who is away now. */
const awaySeat = 5;

/** When a report of the featured manager began, so that the slots fall where the demonstration wants them. */
export function featuredAnchor(seat: number, today: CalendarDate): CalendarDate | undefined {
  const ago = slotsAgo[seat];
  return ago === undefined ? undefined : addMonths(addDays(today, -ago), -12);
}

/** Days away of a report of the featured manager. */
export function featuredLeave(seat: number, personId: string, today: CalendarDate): Leave[] {
  if (seat !== awaySeat) return [];
  return [{ id: `v${personId.slice(1)}`, personId, start: addDays(today, -12), end: addDays(today, 10) }];
}
