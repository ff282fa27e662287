import type { AgendaEntry, CalendarDate, PersonSummary } from '@coachkit/core';

/** What a person can do about a pair on the agenda. */
export type AgendaAct = 'record' | 'plan' | 'move' | 'cancel' | 'absence' | 'cadence' | 'focus';

/** Whether the reader is the manager of the pair. */
export function isManager({ manager }: AgendaEntry, actorId: string): boolean {
  return manager.id === actorId;
}

/** The other person of the pair. */
export function otherOf(entry: AgendaEntry, actorId: string): PersonSummary {
  return isManager(entry, actorId) ? entry.employee : entry.manager;
}

/**
 * What the reader can do about a pair, the likeliest first: that is the one button of the row.
 *
 * A manager records what was planned up to today, and what is due without a plan; gives a new date to what lies ahead
 * or fell through; and plans otherwise. An employee proposes a focus for a session that lies ahead.
 */
export function actsFor(entry: AgendaEntry, actorId: string, today: CalendarDate): readonly AgendaAct[] {
  const { session, reason } = entry;
  const planned = session?.status === 'planned' ? session.date : undefined;
  if (!isManager(entry, actorId)) return planned !== undefined && planned >= today ? ['focus'] : [];
  if (planned !== undefined && planned <= today) return ['record', 'move', 'absence', 'cancel', 'cadence'];
  if (planned !== undefined) return ['move', 'record', 'cancel', 'cadence'];
  if (session) return ['move', 'record', 'cadence'];
  return reason.kind === 'due' && reason.days >= 0 ? ['record', 'plan', 'cadence'] : ['plan', 'record', 'cadence'];
}
