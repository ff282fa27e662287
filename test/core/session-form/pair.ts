import { CoachingError, type Coaching } from '@coachkit/core';
import {
  createSessionForm,
  type SessionForm,
  type SessionFormOptions,
  type WritingState,
} from '@coachkit/core/session-form';
import assert from 'node:assert/strict';
import { coachingOf } from '../../support/pair-with-courses.ts';
import { morning, storePair } from '../../support/pair.ts';

/** The pair with two open actions of Tom's, one of which is late. */
export async function makePair(): Promise<Coaching> {
  const storage = await storePair();
  const action = {
    relationshipId: 'pair',
    managerId: 'priya',
    employeeId: 'tom',
    ownerId: 'tom',
    status: 'open',
    activities: [],
    createdAt: '2026-10-20T09:00:00.000Z',
    createdBy: 'priya',
  };
  const bodies = [
    { ...action, id: 'late', text: 'Shadow the pricing call', dueDate: '2026-11-13' },
    { ...action, id: 'early', text: 'Ask Elena for two calls', dueDate: '2026-12-18' },
  ];
  await storage.commit(
    bodies.map((body) => ({ type: 'put', kind: 'action', id: body.id, body, expectedVersion: 0 }) as const),
  );
  return coachingOf(storage);
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
