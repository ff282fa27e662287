import { addDays, daysBetween, isWithin, type CalendarDate } from '../calendar.js';
import type { Leave } from '../model/person.js';
import type { MissedBy } from '../model/session.js';
import type { DrawnFocus } from './focus-thread.js';
import { heldShare } from './habits.js';
import type { Appointment, PairLedger } from './ledger.js';
import { proposals } from './notes/general.js';
import type { Pair } from './pairs.js';
import type { Random } from './random.js';
import { workingDay } from './workdays.js';

/** Everything the history of a pair is drawn from. */
export interface HistorySource {
  readonly pair: Pair;
  readonly ledger: PairLedger;
  readonly random: Random;
  readonly today: CalendarDate;
  /** Days away of both people. */
  readonly leave: readonly Leave[];
  /** Writes up a session that took place, about what is drawn or given. */
  readonly document: (appointment: Appointment, about?: DrawnFocus) => void;
}

const startTimes = ['09:00', '09:30', '10:00', '11:00', '13:30', '14:00', '15:00', '16:00'] as const;

/** Draws what became of a slot that is over. */
export function settle(source: HistorySource, slot: CalendarDate, lastDay: CalendarDate): void {
  const { random, ledger, pair, today } = source;
  const appointment = appoint(source, slot, lastDay);
  if (appointment === undefined) {
    if (random.chance(0.4)) ledger.plan({ date: slot, slot, ...time(random) }, 'excused');
  } else if (random.chance(heldShare(pair.team.habit, daysBetween(slot, today)))) hold(source, appointment, lastDay);
  else fail(source, appointment);
}

/** It takes place, now and then only on a second date. */
function hold({ random, ledger, document }: HistorySource, appointment: Appointment, lastDay: CalendarDate): void {
  const later = workingDay(addDays(appointment.date, random.whole(2, 6)));
  document(random.chance(0.08) && later <= lastDay ? ledger.move(appointment, later) : appointment);
}

function fail({ random, ledger }: HistorySource, appointment: Appointment): void {
  const draw = random.next();
  if (draw < 0.35) ledger.plan(appointment, 'missed', whoMissed(random));
  else if (draw < 0.6) ledger.plan(appointment, 'cancelled');
}

/**
 * Draws what became of the slot that is open today: recorded with the next session planned or not, planned, waiting
 * for its record, or nothing at all.
 */
export function settleOpen(source: HistorySource, slot: CalendarDate, lastDay: CalendarDate): void {
  const { random, ledger, pair, today, document } = source;
  const appointment = appoint(source, slot, lastDay);
  if (appointment === undefined) return;
  const isKept = random.chance(heldShare(pair.team.habit, 0));
  if (appointment.date >= today) {
    if (isKept || random.chance(0.2)) planAhead(source, appointment);
  } else if (!isKept) {
    if (random.chance(0.5)) fail(source, appointment);
  } else if (daysBetween(appointment.date, today) <= 8 && random.chance(0.12)) ledger.plan(appointment, 'planned');
  else {
    document(appointment);
    const next = workingDay(addDays(lastDay, random.whole(1, 3)));
    if (random.chance(0.3) && !isAway(source, next))
      planAhead(source, { date: next, slot: addDays(lastDay, 1), ...time(random) });
  }
}

/** Keeps a session that is to come, for some with what the employee would like to talk about. */
function planAhead({ random, ledger }: HistorySource, appointment: Appointment): void {
  const session = ledger.plan(appointment, 'planned');
  if (random.chance(0.3)) ledger.propose(session, random.pick(proposals));
}

/** Who did not come, where nobody says otherwise. */
function whoMissed(random: Random): MissedBy {
  return random.chance(0.6) ? 'manager' : random.chance(0.8) ? 'employee' : 'both';
}

/** A working day within the slot on which both are there, if there is one. */
function appoint(source: HistorySource, slot: CalendarDate, lastDay: CalendarDate): Appointment | undefined {
  const { random, leave } = source;
  const wanted = workingDay(addDays(slot, random.whole(0, 4)));
  let date = wanted > lastDay ? slot : wanted;
  for (const { start, end } of leave) if (isWithin(date, start, end)) date = workingDay(addDays(end, 1));
  return isAway(source, date) || date > lastDay ? undefined : { date, slot, ...time(random) };
}

function isAway({ leave }: HistorySource, date: CalendarDate): boolean {
  return leave.some(({ start, end }) => isWithin(date, start, end));
}

/** Time of day and length. */
export function time(random: Random): { readonly startTime: string; readonly durationMinutes: number } {
  const draw = random.next();
  const durationMinutes = draw < 0.4 ? 60 : draw < 0.65 ? 50 : draw < 0.92 ? 45 : draw < 0.97 ? 30 : 75;
  return { startTime: random.pick(startTimes), durationMinutes };
}
