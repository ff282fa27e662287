import type { ActionView, PersonSummary, SessionContent, SessionRecord } from '@coachkit/core';

export const priya: PersonSummary = { id: 'priya', name: 'Priya Nair', jobTitle: 'Sales lead' };
export const tom: PersonSummary = { id: 'tom', name: 'Tom Okafor', jobTitle: 'Account executive' };

/** An action of the sample pair. */
export function sampleAction(
  id: string,
  text: string,
  { courses = [], daysOverdue = -3, ...action }: Partial<ActionView['action']> & Partial<ActionView> = {},
): ActionView {
  return {
    action: {
      id,
      relationshipId: 'pair',
      managerId: priya.id,
      employeeId: tom.id,
      sessionId: 's1',
      ownerId: tom.id,
      text,
      dueDate: '2026-11-27',
      status: 'open',
      activities: [],
      createdAt: '2026-11-24T10:42:00.000Z',
      createdBy: priya.id,
      ...action,
    },
    owner: action.ownerId === priya.id ? priya : tom,
    manager: priya,
    employee: tom,
    group: action.status && action.status !== 'open' ? 'closed' : daysOverdue > 0 ? 'overdue' : 'this-week',
    daysOverdue,
    canClose: true,
    courses,
  };
}

const content: SessionContent = {
  id: 's1',
  proposedFocus: 'Holding the price at renewal',
  focus: { kind: 'skill-development', label: 'Negotiation', skillId: 'negotiation' },
  points: [
    'Tom led two renewal calls on his own. The opening went as he planned it.',
    'With Northwind he offered 8% before they had asked for anything.',
    'He wants to name the trade-off first, then wait for an answer.',
  ],
  reviews: [
    { actionId: 'a0', outcome: 'done' },
    { actionId: 'a9', outcome: 'keep', dueDate: '2026-12-04' },
    { actionId: 'gone', outcome: 'drop' },
  ],
};

/** A record with everything in it: reviews, courses in several states, comments, receipts, two corrections. */
export function sampleSession(change: Partial<SessionRecord> = {}): SessionRecord {
  const assignment = { employeeId: tom.id, sessionId: 's1', requestedOn: '2026-11-24', intent: 'assign' as const };
  return {
    session: {
      id: 's1',
      relationshipId: 'pair',
      managerId: priya.id,
      employeeId: tom.id,
      status: 'recorded',
      date: '2026-11-24',
      startTime: '10:00',
      durationMinutes: 50,
      slot: '2026-11-24',
      recordedAt: '2026-11-24T10:52:00.000Z',
      revision: 3,
      templateVersion: 1,
    },
    manager: priya,
    employee: tom,
    content,
    skillLabel: 'Negotiation',
    reviewed: [
      sampleAction('a0', 'Shadow the pricing call with Northwind', {
        status: 'done',
        closedAt: '2026-11-24T10:52:00.000Z',
        closedBy: priya.id,
      }),
      sampleAction('a9', 'Ask Elena for two recorded renewal calls', { ownerId: priya.id, dueDate: '2026-12-04' }),
    ],
    actions: [
      sampleAction('a1', 'Draft three trade-off questions for the Alder call', {
        courses: [
          {
            assignment: {
              ...assignment,
              id: 'a1.0',
              actionId: 'a1',
              courseId: 'c1',
              status: 'not-delivered',
              reason: 'unavailable',
            },
            course: { id: 'c1', title: 'Trading concessions', durationMinutes: 40 },
          },
        ],
      }),
      sampleAction('a2', 'Sit in on the Alder call', {
        ownerId: priya.id,
        dueDate: '2026-11-20',
        daysOverdue: 4,
        courses: [
          {
            assignment: {
              ...assignment,
              id: 'a2.0',
              actionId: 'a2',
              courseId: 'c2',
              status: 'completed',
              completedOn: '2026-11-22',
            },
            course: { id: 'c2', title: 'Negotiation fundamentals', durationMinutes: 90 },
          },
        ],
      }),
      sampleAction('a3', 'Read the two renewal contracts', {
        status: 'done',
        closedAt: '2026-11-25T08:00:00.000Z',
        closedBy: tom.id,
      }),
    ],
    comments: [
      {
        author: tom,
        comment: {
          id: 'k1',
          sessionId: 's1',
          authorId: tom.id,
          text: 'The second call was on the phone, not in person.\nThe rest is as I remember it.',
          writtenAt: '2026-11-24T15:05:00.000Z',
        },
      },
    ],
    versions: [
      {
        ...content,
        id: 's1.2',
        sessionId: 's1',
        revision: 2,
        replacedAt: '2026-11-25T09:10:00.000Z',
        replacedBy: priya.id,
        points: [content.points[0]!, 'He always gives the discount before the customer asks.', content.points[2]!],
      },
      {
        ...content,
        id: 's1.1',
        sessionId: 's1',
        revision: 1,
        replacedAt: '2026-11-24T16:30:00.000Z',
        replacedBy: priya.id,
        focus: { kind: 'performance-goals', label: 'Discounts' },
        points: [content.points[0]!, 'He always gives the discount before the customer asks.'],
      },
    ],
    readers: [priya, tom],
    conflicts: [],
    receipts: [
      { reader: tom, role: 'employee', readAt: '2026-11-24T14:58:00.000Z' },
      { reader: priya, role: 'manager', readAt: '2026-11-24T10:52:00.000Z' },
    ],
    canCorrect: true,
    canComment: true,
    version: 3,
    ...change,
  };
}
