import {
  createCoaching,
  createSkillList,
  type Coaching,
  type JsonObject,
  type Storage,
  type StorageChange,
} from '@coachkit/core';

/** Priya, who manages Tom, with two open actions of their last session. The id of the pair is `pair`. */
export async function seedPair(storage: Storage): Promise<void> {
  await storage.commit([
    put('person', { id: 'priya', name: 'Priya Nair', timeZone: 'Europe/London' }),
    put('person', { id: 'tom', name: 'Tom Okafor', timeZone: 'Europe/London' }),
    put('reportingLine', { id: 'line', ...people, start: '2026-01-01' }),
    put('relationship', {
      id: 'pair',
      ...people,
      start: '2026-01-01',
      cadences: [{ cadence: { unit: 'month', every: 1 }, from: '2026-01-01' }],
    }),
    put('action', { ...action, id: 'a1', text: 'Shadow the pricing call' }),
    put('action', { ...action, id: 'a2', text: 'Ask Elena for two recorded calls' }),
  ]);
}

/** What Priya holds, on Tuesday 24 November 2026. */
export function coachingOfPriya(storage: Storage): Coaching {
  return createCoaching({
    storage,
    actor: { tenantId: 'northwind', personId: 'priya', roles: [] },
    skills: createSkillList([
      { id: 'negotiation', label: 'Negotiation' },
      { id: 'forecasting', label: 'Forecasting' },
    ]),
    clock: { now: () => Date.UTC(2026, 10, 24, 9, 30) },
  });
}

const people = { managerId: 'priya', employeeId: 'tom' };
const action = {
  ...people,
  relationshipId: 'pair',
  ownerId: 'tom',
  dueDate: '2026-11-13',
  status: 'open',
  activities: [],
  createdAt: '2026-10-20T09:00:00.000Z',
  createdBy: 'priya',
};

function put(kind: StorageChange['kind'], body: JsonObject & { readonly id: string }): StorageChange {
  return { type: 'put', kind, id: body.id, body, expectedVersion: 0 };
}
