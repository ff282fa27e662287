import {
  CoachingError,
  createCoaching,
  createMemoryStorage,
  createSkillList,
  type Coaching,
  type CoachingOptions,
  type JsonObject,
  type StorageChange,
} from '@coachkit/core';
import { createDemoLearningSystem } from '@coachkit/core/demo';
import {
  createSessionForm,
  type SessionForm,
  type SessionFormOptions,
  type WritingState,
} from '@coachkit/core/session-form';
import assert from 'node:assert/strict';

/** Tuesday 24 November 2026, half past nine in London. */
export const morning = Date.UTC(2026, 10, 24, 9, 30);

/** Priya coaches Tom once a month since the 1st of January; two of their actions are open. */
export async function makePair(options: Partial<CoachingOptions> = {}): Promise<Coaching> {
  const put = (kind: StorageChange['kind'], body: JsonObject & { readonly id: string }): StorageChange => ({
    type: 'put',
    kind,
    id: body.id,
    body,
    expectedVersion: 0,
  });
  const people = { managerId: 'priya', employeeId: 'tom' };
  const action = {
    ...people,
    relationshipId: 'pair',
    ownerId: 'tom',
    status: 'open',
    activities: [],
    createdAt: '2026-10-20T09:00:00.000Z',
    createdBy: 'priya',
  };
  const storage = createMemoryStorage({ tenantId: 'test' });
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
    put('action', { ...action, id: 'late', text: 'Shadow the pricing call', dueDate: '2026-11-13' }),
    put('action', { ...action, id: 'early', text: 'Ask Elena for two calls', dueDate: '2026-12-18' }),
  ]);
  return createCoaching({
    storage,
    actor: { tenantId: 'test', personId: 'priya', roles: [] },
    skills: createSkillList([
      { id: 'negotiation', label: 'Negotiation' },
      { id: 'forecasting', label: 'Forecasting' },
    ]),
    lms: createDemoLearningSystem(),
    clock: { now: () => morning },
    ...options,
  });
}

/** Opens the form of the pair and waits until it can be written in. */
export async function openForm(coaching: Coaching, options: Partial<SessionFormOptions> = {}): Promise<SessionForm> {
  const form = createSessionForm(coaching, { relationshipId: 'pair', clock: { now: () => morning }, ...options });
  await until(() => form.getSnapshot().status !== 'loading');
  return form;
}

/** The state of a form that can be written in. @throws AssertionError when it cannot */
export function stateOf(form: SessionForm): WritingState {
  const snapshot = form.getSnapshot();
  assert.ok('content' in snapshot, `the form is ${snapshot.status}`);
  return snapshot;
}

/** Waits until something is so. @throws Error after two seconds */
export async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; waited < 2_000; waited += 5) {
    if (isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('it did not become so within two seconds');
}

/** A `Coaching` with some methods of one group replaced. */
export function replacing<Group extends keyof Coaching>(
  coaching: Coaching,
  group: Group,
  methods: Partial<Coaching[Group]>,
): Coaching {
  return new Proxy(coaching, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (name === group) return { ...(value as object), ...(methods as object) };
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** Writes a record that can be saved. */
export function writeAll(form: SessionForm): void {
  form.chooseSkill({ id: 'negotiation', label: 'Negotiation' });
  ['One', 'Two', 'Three'].forEach((text, index) => form.setPoint(index, text));
}

/** The code of a typed failure; undefined for anything else. */
export function codeOf(error: unknown): string | undefined {
  return CoachingError.isInstance(error) ? error.code : undefined;
}
