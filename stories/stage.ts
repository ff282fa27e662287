import {
  CoachingError,
  createCoaching,
  createMemoryStorage,
  type Coaching,
  type FieldConflict,
  type JsonValue,
  type RefusedChange,
  type Storage,
  type SyncStatus,
} from '@coachkit/core';
import type { DemoCoachingOptions, DemoOrganisation } from '@coachkit/core/demo';
import { createFakeSynchronisation, withSynchronisation, type FakeSynchronisation } from '@coachkit/testing/fakes';
import { html, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import '@coachkit/elements/register';

/** The day on which every story stands. */
export const storyDay = '2026-11-24';

const tenantId = 'northwind';
const sample = { seed: 1, today: storyDay };
let drawn: DemoOrganisation | undefined;

/** The sample organisation as somebody sees it, a new one for each story, so that stories do not change each other. */
export async function demo(
  as: NonNullable<DemoCoachingOptions['as']>,
  storage = createMemoryStorage({ tenantId }),
): Promise<Coaching> {
  // Fetched, as the provider does it: a page that shows no sample does not load it. Drawn once for all stories.
  const { createDemoCoaching, demoOrganisation, seedDemoStorage } = await import('@coachkit/core/demo');
  await seedDemoStorage(storage, () => (drawn ??= demoOrganisation(sample)));
  return createDemoCoaching({ ...sample, as, storage });
}

/** The pair of Priya Nair and Tom Okafor, whom the visual reference shows. */
export async function featuredPair(coaching: Promise<Coaching>): Promise<string> {
  const { entries } = await (await coaching).sessions.agenda();
  return entries.find(({ employee }) => employee.name === 'Tom Okafor')?.relationshipId ?? '';
}

/** The last recorded session of that pair. */
export async function featuredSession(coaching: Promise<Coaching>): Promise<string> {
  const sessions = await (await coaching).sessions.list({ relationshipId: await featuredPair(coaching) });
  return sessions.find(({ status }) => status === 'recorded')?.id ?? '';
}

/** A programme in which somebody has just been entered and nothing has happened yet. */
export async function nothingYet(roles: Coaching['actor']['roles'] = []): Promise<Coaching> {
  const storage = createMemoryStorage({ tenantId });
  const person = { id: 'new', name: 'Rosa Lindqvist', timeZone: 'Europe/London' };
  await storage.commit([{ type: 'put', kind: 'person', id: person.id, body: person, expectedVersion: 0 }]);
  return over(storage, roles);
}

/** Two people who meet once a month and have not met yet, in a programme without a skills framework. */
export async function firstSession(): Promise<Coaching> {
  const storage = createMemoryStorage({ tenantId });
  const people = { managerId: 'new', employeeId: 'tom' };
  const monthly = { unit: 'month', every: 1 };
  const bodies = {
    person: { id: 'new', name: 'Rosa Lindqvist', timeZone: 'Europe/London' },
    reportingLine: { id: 'line', ...people, start: '2026-11-02' },
    relationship: {
      id: 'pair',
      ...people,
      start: '2026-11-02',
      cadences: [{ cadence: monthly, from: '2026-11-02' }],
    },
  } as const;
  const tom = { id: 'tom', name: 'Tom Okafor', timeZone: 'Europe/London' };
  await storage.commit([
    { type: 'put', kind: 'person', id: tom.id, body: tom, expectedVersion: 0 },
    ...Object.entries(bodies).map(
      ([kind, body]) =>
        ({ type: 'put', kind: kind as keyof typeof bodies, id: body.id, body, expectedVersion: 0 }) as const,
    ),
  ]);
  return over(storage);
}

/** The sample organisation as the manager sees it, over a storage that behaves differently once it is filled. */
export async function demoOver(fault: (storage: Storage) => Partial<Storage>): Promise<Coaching> {
  const storage = createMemoryStorage({ tenantId });
  await demo('manager', storage);
  return demo('manager', { ...storage, ...fault(storage) });
}

/** A storage that never answers, so that what is loading can be looked at. */
export function loading(): Coaching {
  const never = <T>(): Promise<T> => new Promise<T>(() => undefined);
  return over({ ...createMemoryStorage({ tenantId }), get: never, query: never, commit: never });
}

/** A storage that refuses everything, so that a failure can be looked at. */
export function failing(): Coaching {
  const refuse = <T>(): Promise<T> =>
    Promise.reject(new CoachingError('storage-unavailable', 'the story wants it so', { retryable: true }));
  return over({ ...createMemoryStorage({ tenantId }), get: refuse, query: refuse, commit: refuse });
}

/** The same with a server, of which a story says how things stand with it. */
export async function connected(
  coaching: Coaching | Promise<Coaching>,
  sync: FakeSynchronisation | Partial<SyncStatus>,
): Promise<Coaching> {
  return withSynchronisation(await coaching, 'asked' in sync ? sync : createFakeSynchronisation(sync));
}

/** The sample organisation as the manager has it on a device that sends to a server what she writes. */
export function onDevice(sync: FakeSynchronisation | Partial<SyncStatus>): Promise<Coaching> {
  const level = 'device';
  return connected(
    demoOver(({ commit }) => ({
      status: { level, readOnly: false },
      commit: async (changes) => ({ ...(await commit(changes)), level }),
    })),
    sync,
  );
}

/** A record and an action that the server has refused for good. */
export const refusedChanges: readonly RefusedChange[] = [
  {
    id: 'change-1',
    verb: 'sessions.record',
    input: {
      relationshipId: 'pair',
      date: '2026-11-20',
      focus: { kind: 'skill-development', label: 'Negotiation', skillId: 'negotiation' },
      points: ['Two renewal calls.', 'He offered 8% before the customer had asked for anything.'],
      actions: [{ text: 'Draft three trade-off questions', ownerId: 'tom', dueDate: '2026-11-27' }],
    },
    madeAt: '2026-11-23T17:40:00.000Z',
    reason: 'outside-reporting-line',
  },
  {
    id: 'change-2',
    verb: 'actions.update',
    input: { actionId: 'a1', text: 'Sit in on the Alder call' },
    madeAt: '2026-11-24T08:12:00.000Z',
    reason: 'not-in-this-state',
  },
];

/** A field of a session, its words or an action, and the value that does not stand there. */
export type Conflicting = Pick<FieldConflict, 'entityKind' | 'field'> & {
  /** The session when absent. */
  readonly entityId?: string;
  readonly other?: JsonValue;
};

/** What was changed twice, from the same state, before it reached the server. */
export async function conflicting(
  coaching: Coaching,
  storage: Storage,
  { relationshipId, sessionId }: { readonly relationshipId: string; readonly sessionId: string },
  others: readonly Conflicting[],
): Promise<void> {
  const { manager, employee } = await coaching.sessions.get({ sessionId });
  await storage.commit(
    others.map((change, index) => ({
      type: 'put',
      kind: 'conflict',
      id: `conflict-${index}`,
      body: {
        id: `conflict-${index}`,
        entityId: sessionId,
        relationshipId,
        managerId: manager.id,
        employeeId: employee.id,
        authorId: employee.id,
        at: `2026-11-24T08:${10 + index}:00.000Z`,
        ...change,
      },
      expectedVersion: 0,
    })),
  );
}

function over(storage: Storage, roles: Coaching['actor']['roles'] = []): Coaching {
  return createCoaching({
    storage,
    actor: { tenantId, personId: 'new', roles },
    clock: { now: () => Date.UTC(2026, 10, 24, 9, 30) },
  });
}

/** An element inside a provider, as a host has it. */
export function onStage(coaching: Coaching | Promise<Coaching>, content: unknown): TemplateResult {
  return html`<coaching-provider .coaching=${until(coaching)}>${content}</coaching-provider>`;
}
