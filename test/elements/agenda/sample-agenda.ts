import type { Agenda, AgendaEntry, Session } from '@coachkit/core';

/** A session that is planned for a day. */
export const planned = (date: string, more: Partial<Session> = {}): Session => ({
  id: `s-${date}`,
  relationshipId: 'pair',
  managerId: 'tester',
  employeeId: 'tom',
  status: 'planned',
  date,
  startTime: '10:00',
  durationMinutes: 60,
  slot: date,
  revision: 0,
  templateVersion: 1,
  ...more,
});

/** A pair that is eleven days overdue; the reader (`tester`) coaches Tom. */
export const pair = (more: Partial<AgendaEntry> = {}): AgendaEntry => ({
  relationshipId: 'pair',
  manager: { id: 'tester', name: 'Priya Nair' },
  employee: { id: 'tom', name: 'Tom Okafor' },
  group: 'due',
  reason: { kind: 'due', date: '2026-11-13', days: 11 },
  due: '2026-11-13',
  lastMet: '2026-10-20',
  cadence: { unit: 'month', every: 1 },
  hasDraft: false,
  ...more,
});

/** An agenda with these pairs on it. */
export const agendaOf = (...entries: readonly AgendaEntry[]): Agenda => ({ today: '2026-11-24', entries });

/** One pair in every group. */
export const everyGroup: Agenda = agendaOf(
  pair({ hasDraft: true }),
  pair({
    relationshipId: 'mei',
    employee: { id: 'mei', name: 'Mei Chen' },
    group: 'this-week',
    reason: { kind: 'planned', date: '2026-11-26', days: -2 },
    session: planned('2026-11-26'),
  }),
  pair({
    relationshipId: 'own',
    manager: { id: 'carlos', name: 'Carlos Méndez' },
    employee: { id: 'tester', name: 'Priya Nair' },
    group: 'later',
    reason: { kind: 'planned', date: '2026-12-03', days: -9 },
    session: planned('2026-12-03'),
  }),
  pair({
    relationshipId: 'yusuf',
    employee: { id: 'yusuf', name: 'Yusuf Abdi' },
    group: 'on-leave',
    reason: { kind: 'on-leave', date: '2026-12-04', days: -10, who: 'employee' },
  }),
);
