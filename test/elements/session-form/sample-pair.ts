import type { Coaching, Storage } from '@coachkit/core';
import { coachingOf } from '../../support/pair-with-courses.ts';
import { storePair } from '../../support/pair.ts';

const october = { now: () => Date.UTC(2026, 9, 20, 15, 0) };

/** What Priya and Tom have behind them on 24 November: a session in October, two actions of it, a goal, a course. */
export async function samplePair(where?: Storage): Promise<Storage> {
  const storage = await storePair(where);
  const then = coachingOf(storage, 'priya', { clock: october });
  await then.plans.addGoal({
    employeeId: 'tom',
    title: 'Lead a renewal alone by March',
    skillId: 'negotiation',
    targetDate: '2027-03-31',
  });
  const course = { kind: 'course', courseId: 'c101', intent: 'assign' } as const;
  await then.sessions.record({
    relationshipId: 'pair',
    date: '2026-10-20',
    durationMinutes: 50,
    focus: { kind: 'skill-development', label: 'Discovery questions', skillId: 'discovery' },
    points: ['Two discovery calls ran long.', 'Open questions worked.', 'Renewals are next.'],
    actions: [
      { id: 'shadow', text: 'Shadow the pricing call', ownerId: 'tom', dueDate: '2026-11-06' },
      { id: 'elena', text: 'Ask Elena for two calls', ownerId: 'priya', dueDate: '2026-11-13' },
      { id: 'learn', text: 'Take the course', ownerId: 'tom', dueDate: '2026-11-13', activities: [course] },
    ],
  });
  // The learning system is asked after the record is saved.
  for (let tries = 0; tries < 100; tries += 1) {
    const [asked] = await then.courses.assignments({ employeeId: 'tom' });
    if (asked?.assignment.status === 'enrolled') break;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await then.actions.update({ actionId: 'learn', status: 'done' });
  await then.sessions.schedule({ relationshipId: 'pair', date: '2026-11-24', startTime: '10:00', durationMinutes: 50 });
  const tom = coachingOf(storage, 'tom', { clock: october });
  await tom.sessions.proposeFocus({ relationshipId: 'pair', text: 'Holding the price at renewal' });
  return storage;
}

/** The same as Priya holds it. */
export async function sampleCoaching(): Promise<Coaching> {
  return coachingOf(await samplePair());
}
