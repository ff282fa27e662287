import { createCoaching, createMemoryStorage } from '@coachkit/core';
import { invoke, type Verb } from '@coachkit/core/wire';

/** One verb of each part that is loaded when it is first needed. */
const firstOfEach: readonly Verb[] = [
  'sessions.record',
  'sessions.get',
  'sessions.correct',
  'sessions.schedule',
  'actions.update',
  'courses.find',
  'skills.find',
  'development.record',
  'relationships.start',
  'reports.overview',
  'privacy.receipts',
  'conflicts.list',
];

/** Loads all parts now, so that no request waits for one: each verb is called once and refuses, for there is nobody. */
export function warmUp(): void {
  const actor = { tenantId: 'nobody', personId: 'nobody', roles: [] };
  const coaching = createCoaching({ storage: createMemoryStorage({ tenantId: 'nobody' }), actor });
  for (const verb of firstOfEach) invoke(coaching, verb, {}).catch(() => undefined);
}
