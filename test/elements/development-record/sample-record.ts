import type { DevelopmentEntry, DevelopmentRecord } from '@coachkit/core';
import { addDays } from '@coachkit/core';
import { priya, sampleAction, sampleSession, tom } from '../session-view/sample-session.ts';

const { session } = sampleSession();

/** A session of the sample pair. */
export function sessionEntry(id: string, date: string, label?: string, skillId?: string): DevelopmentEntry {
  return {
    kind: 'session',
    id,
    date,
    session: { ...session, id, date },
    manager: priya,
    ...(label && { focus: { kind: 'skill-development', label, ...(skillId && { skillId }) } }),
  };
}

const entries: readonly DevelopmentEntry[] = [
  sessionEntry('s1', '2026-11-24', 'Holding the price at renewal', 'negotiation'),
  {
    kind: 'course',
    id: 'a2.0',
    date: '2026-11-22',
    course: {
      assignment: {
        id: 'a2.0',
        employeeId: tom.id,
        sessionId: 's2',
        actionId: 'a2',
        courseId: 'c2',
        intent: 'assign',
        status: 'completed',
        requestedOn: '2026-10-20',
        completedOn: '2026-11-22',
      },
      course: { id: 'c2', title: 'Negotiation fundamentals', durationMinutes: 90 },
    },
  },
  {
    kind: 'action',
    id: 'a0',
    date: '2026-11-06',
    action: sampleAction('a0', 'Shadow the pricing call with Northwind', {
      status: 'done',
      closedAt: '2026-11-06T10:00:00.000Z',
    }),
  },
  sessionEntry('s2', '2026-10-20', 'Discovery questions', 'discovery'),
  {
    kind: 'course',
    id: 'a5.0',
    date: '2026-10-20',
    course: {
      assignment: {
        id: 'a5.0',
        employeeId: tom.id,
        sessionId: 's2',
        actionId: 'a5',
        courseId: 'gone',
        intent: 'assign',
        status: 'not-delivered',
        reason: 'unknown-course',
        requestedOn: '2026-10-20',
      },
    },
  },
  sessionEntry('s3', '2025-12-02'),
];

/** A record with everything in it: open and reached goals, every kind of entry, two skills, two years. */
export function sampleRecord(change: Partial<DevelopmentRecord> = {}): DevelopmentRecord {
  const goal = { employeeId: tom.id, createdAt: '2026-01-12T09:00:00.000Z', createdBy: tom.id };
  return {
    today: '2026-11-24',
    employee: tom,
    goals: [
      {
        goal: { ...goal, id: 'g2', title: 'Run a forecast review', status: 'open' },
        sessions: [],
      },
      {
        goal: {
          ...goal,
          id: 'g1',
          title: 'Lead a renewal alone',
          skillId: 'negotiation',
          targetDate: '2027-03-31',
          status: 'open',
        },
        skillLabel: 'Negotiation',
        sessions: ['2026-11-24', '2026-09-15'],
        nextStep: sampleAction('a1', 'Draft three trade-off questions for the Alder call'),
      },
      {
        goal: { ...goal, id: 'g0', title: 'Present to the regional team', status: 'reached', targetDate: '2026-06-30' },
        sessions: ['2026-05-12'],
      },
    ],
    entries,
    skills: [
      { skillId: 'negotiation', label: 'Negotiation', sessions: 2, lastPractised: '2026-11-24' },
      { skillId: 'discovery', label: 'Discovery questions', sessions: 1, lastPractised: '2026-10-20' },
    ],
    ...change,
  };
}

/** A record with so many sessions, one a week back from today. */
export function longRecord(count: number): DevelopmentRecord {
  return sampleRecord({
    entries: Array.from({ length: count }, (_, index) =>
      sessionEntry(`s${index}`, addDays('2026-11-24', -7 * index), `Focus ${index + 1}`),
    ),
  });
}
