import { CoachingError, createCoaching, createMemoryStorage, type Coaching, type Storage } from '@coachkit/core';
import { createDemoCoaching, demoTenantId } from '@coachkit/core/demo';
import { html, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import '@coachkit/elements/register';

/** The day on which every story stands. */
export const storyDay = '2026-11-24';

/** The sample organisation as somebody sees it, a new one for each story, so that stories do not change each other. */
export function demo(as: 'manager' | 'employee' | 'learning'): Promise<Coaching> {
  return createDemoCoaching({ seed: 1, today: storyDay, as });
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
  const storage = createMemoryStorage({ tenantId: demoTenantId });
  const person = { id: 'new', name: 'Rosa Lindqvist', timeZone: 'Europe/London' };
  await storage.commit([{ type: 'put', kind: 'person', id: person.id, body: person, expectedVersion: 0 }]);
  return over(storage, roles);
}

/** A storage that never answers, so that what is loading can be looked at. */
export function loading(): Coaching {
  const never = <T>(): Promise<T> => new Promise<T>(() => undefined);
  return over({ ...createMemoryStorage({ tenantId: demoTenantId }), get: never, query: never, commit: never });
}

/** A storage that refuses everything, so that a failure can be looked at. */
export function failing(): Coaching {
  const refuse = <T>(): Promise<T> =>
    Promise.reject(new CoachingError('storage-unavailable', 'the story wants it so', { retryable: true }));
  return over({ ...createMemoryStorage({ tenantId: demoTenantId }), get: refuse, query: refuse, commit: refuse });
}

function over(storage: Storage, roles: Coaching['actor']['roles'] = []): Coaching {
  return createCoaching({
    storage,
    actor: { tenantId: demoTenantId, personId: 'new', roles },
    clock: { now: () => Date.UTC(2026, 10, 24, 9, 30) },
  });
}

/** An element inside a provider, as a host has it. */
export function onStage(coaching: Coaching | Promise<Coaching>, content: unknown): TemplateResult {
  return html`<coaching-provider .coaching=${until(coaching)}>${content}</coaching-provider>`;
}
