import { millisecondsOf, type AgendaEntry, type CalendarDate, type TimeOfDay } from '@coachkit/core';
import type { Format } from '../base/format.js';
import { isManager } from './agenda-acts.js';
import type { AgendaWords } from './agenda.messages.js';

/** "10:00" as the language writes it. A wall clock shows the same everywhere, so it is read and shown in one zone. */
function clock(format: Format, time: TimeOfDay): string {
  return format.time(millisecondsOf(`1970-01-01T${time}:00.000Z`), 'UTC');
}

/** "Planned for Thursday 26 November at 10:00", "Planned for today". */
export function plannedWords(
  words: AgendaWords,
  format: Format,
  { date, startTime }: { readonly date: CalendarDate; readonly startTime?: TimeOfDay | undefined },
  today: CalendarDate,
): string {
  if (date !== today) return words.planned(whenWords(words, format, { date, startTime }));
  return startTime === undefined ? words.plannedToday : words.at(words.plannedToday, clock(format, startTime));
}

/** "Thursday 26 November at 10:00". */
function whenWords(
  words: AgendaWords,
  format: Format,
  { date, startTime }: { readonly date: CalendarDate; readonly startTime?: TimeOfDay | undefined },
): string {
  const day = format.weekday(date);
  return startTime === undefined ? day : words.at(day, clock(format, startTime));
}

/** Why a pair stands where it stands, in one line. */
export function reasonWords(
  words: AgendaWords,
  format: Format,
  entry: AgendaEntry,
  today: CalendarDate,
  actorId: string,
): string {
  const { reason, session, lastMet } = entry;
  const day = format.day(reason.date, today);
  const manages = isManager(entry, actorId);
  switch (reason.kind) {
    case 'to-document':
      return manages ? words.toDocument(day) : words.notDocumented(day);
    case 'missed':
      return words.missed(day);
    case 'cancelled':
      return words.cancelled(day);
    case 'planned':
      return plannedWords(words, format, session ?? reason, today);
    case 'on-leave': {
      const isYou = reason.who === (manages ? 'manager' : 'employee');
      const away = words.away(reason.who === 'both' ? 'both' : isYou ? 'you' : 'other', day);
      return session ? words.and(away, words.plannedToo(whenWords(words, format, session))) : away;
    }
    case 'never-met':
      return reason.days < 0 ? words.and(words.neverMet, words.dueToo(format.day(reason.date, today))) : words.neverMet;
    case 'due': {
      const due = dueWords(words, format, reason, today);
      return lastMet === undefined ? due : words.and(due, words.lastMet(format.day(lastMet, today)));
    }
  }
}

function dueWords(
  words: AgendaWords,
  format: Format,
  { date, days }: AgendaEntry['reason'],
  today: CalendarDate,
): string {
  if (days > 0) return words.overdue(days);
  return days === 0 ? words.dueToday : words.dueOn(format.day(date, today));
}
