import {
  createCoaching,
  createMemoryStorage,
  createSkillList,
  type Coaching,
  type CoachingOptions,
  type JsonObject,
  type Storage,
  type StorageChange,
} from '@coachkit/core';

/** Tuesday 24 November 2026, half past nine in London. */
export const morning = Date.UTC(2026, 10, 24, 9, 30);

const people = { managerId: 'priya', employeeId: 'tom' };

/** Priya coaches Tom once a month since the 1st of January, and nothing else is known of them. */
export async function storePair(storage: Storage = createMemoryStorage({ tenantId: 'test' })): Promise<Storage> {
  await storage.commit([
    put('person', { id: 'priya', name: 'Priya Nair', timeZone: 'Europe/London' }),
    put('person', { id: 'tom', name: 'Tom Okafor', timeZone: 'Europe/London' }),
    put('person', { id: 'mei', name: 'Mei Tanaka', timeZone: 'Europe/London' }),
    put('reportingLine', { id: 'line', ...people, start: '2026-01-01' }),
    put('relationship', {
      id: 'pair',
      ...people,
      start: '2026-01-01',
      cadences: [{ cadence: { unit: 'month', every: 1 }, from: '2026-01-01' }],
    }),
  ]);
  return storage;
}

/** Two open actions of the pair's last session, `a1` and `a2`, both Tom's. */
export async function storeOpenActions(storage: Storage): Promise<void> {
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
  await storage.commit([
    put('action', { ...action, id: 'a1', text: 'Shadow the pricing call' }),
    put('action', { ...action, id: 'a2', text: 'Ask Elena for two recorded calls' }),
  ]);
}

/** The pair as one of them, the manager unless named, holds it. */
export function coachingOf(storage: Storage, personId = 'priya', options: Partial<CoachingOptions> = {}): Coaching {
  return createCoaching({
    storage,
    actor: { tenantId: 'test', personId, roles: [] },
    skills: createSkillList([
      { id: 'negotiation', label: 'Negotiation', path: 'Sales' },
      { id: 'discovery', label: 'Discovery questions', path: 'Sales' },
      { id: 'forecasting', label: 'Forecasting', path: 'Planning' },
      { id: 'objections', label: 'Handling objections', path: 'Sales' },
    ]),
    clock: { now: () => morning },
    ...options,
  });
}

function put(kind: StorageChange['kind'], body: JsonObject & { readonly id: string }): StorageChange {
  return { type: 'put', kind, id: body.id, body, expectedVersion: 0 };
}
