import { addDays, addMonths, dayNumber, type CalendarDate } from './calendar.js';
import type { Cadence } from './model/cadence.js';
import type { CoachingRelationship, DatedCadence } from './model/relationship.js';

/**
 * Slots of a cadence. A slot is the day on which a session falls due; it stays open until the next slot. A session
 * belongs to the slot that was open on the day it was first planned for, or took place (requirements e3).
 */

/** A relationship as far as its slots go; nothing here needs words. */
export type Paced = Pick<CoachingRelationship, 'start' | 'end' | 'cadences'>;

/** The cadence that holds on a day; that of the beginning for earlier days. */
export function cadenceOn(relationship: Paced, date: CalendarDate): Cadence {
  return entryOn(relationship, date)?.cadence ?? { unit: 'month', every: 1 };
}

/** The longest time that may lie between two sessions of a cadence, in whole days: 31 for a month. */
export function cadenceDays({ unit, every }: Cadence): number {
  return unit === 'week' ? every * 7 : Math.ceil(every * 30.5);
}

/** The slots of a relationship from one day to another, both included, earliest first. */
export function cadenceSlots(relationship: Paced, from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const last = relationship.end !== undefined && relationship.end < to ? relationship.end : to;
  const first = relationship.start > from ? relationship.start : from;
  if (first > last) return [];
  const slots: CalendarDate[] = [];
  for (const entry of relationship.cadences) {
    const until = entry.until !== undefined && entry.until < last ? entry.until : last;
    for (let step = stepBefore(entry, first); ; step += 1) {
      const slot = slotAt(entry, step);
      if (slot > until) break;
      if (slot >= first && entryOn(relationship, slot) === entry) slots.push(slot);
    }
  }
  return slots.sort();
}

/** The slot that is open on a day: the latest one up to it, or the very first one. */
export function slotOf(relationship: Paced, date: CalendarDate): CalendarDate {
  const reach = relationship.cadences
    .map(({ cadence }) => cadenceDays(cadence))
    .reduce((most, days) => Math.max(most, days), 0);
  return (
    cadenceSlots(relationship, addDays(date, -reach), date).at(-1) ??
    cadenceSlots(relationship, relationship.start, date).at(-1) ??
    relationship.start
  );
}

/**
 * The first slot after a day, also when the relationship has ended before it: a due date that nobody has to keep any
 * more is still a date.
 */
export function slotAfter(relationship: Paced, date: CalendarDate): CalendarDate {
  const endless: Paced = { start: relationship.start, cadences: relationship.cadences };
  for (let reach = 100; ; reach *= 4) {
    const slot = cadenceSlots(
      endless,
      addDays(date, 1),
      addDays(date < relationship.start ? relationship.start : date, reach),
    )[0];
    if (slot !== undefined) return slot;
  }
}

function entryOn({ cadences }: Paced, date: CalendarDate): DatedCadence | undefined {
  return cadences.findLast(({ from, until }) => from <= date && (until === undefined || date <= until)) ?? cadences[0];
}

function slotAt({ cadence, from }: DatedCadence, step: number): CalendarDate {
  return cadence.unit === 'week' ? addDays(from, step * cadence.every * 7) : addMonths(from, step * cadence.every);
}

/** A step whose slot lies at or before a day, or 0: where to begin counting. */
function stepBefore({ cadence, from }: DatedCadence, date: CalendarDate): number {
  const days = dayNumber(date) - dayNumber(from);
  const longest = cadence.unit === 'week' ? cadence.every * 7 : cadence.every * 31;
  return Math.max(0, Math.floor(days / longest) - 1);
}
