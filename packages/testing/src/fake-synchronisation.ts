import {
  CoachingError,
  type Coaching,
  type RefusedChange,
  type Synchronisation,
  type SyncStatus,
} from '@coachkit/core';

/** What is on its way to a server that is not there: a test or a story says how things stand. */
export interface FakeSynchronisation extends Synchronisation {
  /** What was asked for, in order: `now`, `retry change-1`, `discard change-1`. */
  readonly asked: readonly string[];
  /** `refusing` rejects `retry` and `discard`; `well` takes the change off the list. */
  answer: 'well' | 'refusing';
  /** Changes the status and tells the subscribers. */
  set(change: Partial<SyncStatus>): void;
  /** Adds changes that the server has refused for good. */
  refuse(...changes: readonly RefusedChange[]): void;
}

/** A synchronisation whose status is set by hand; online and with nothing to send when nothing else is said. */
export function createFakeSynchronisation(first: Partial<SyncStatus> = {}): FakeSynchronisation {
  let status: SyncStatus = { connection: 'online', waiting: 0, needsAttention: 0, ...first };
  let refused: readonly RefusedChange[] = [];
  const asked: string[] = [];
  const listeners = new Set<() => void>();
  const set = (change: Partial<SyncStatus>): void => {
    status = { ...status, ...change };
    for (const listener of listeners) listener();
  };
  const keep = (changes: readonly RefusedChange[]): void => {
    refused = changes;
    set({ needsAttention: changes.length });
  };
  const take = (job: 'retry' | 'discard') => async (changeId: string) => {
    asked.push(`${job} ${changeId}`);
    await Promise.resolve();
    if (fake.answer === 'refusing') throw new CoachingError('unreachable', 'it was told to', { retryable: true });
    keep(refused.filter(({ id }) => id !== changeId));
  };
  const fake: FakeSynchronisation = {
    asked,
    answer: 'well',
    set,
    refuse: (...changes) => keep([...refused, ...changes]),
    getStatus: () => status,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    now() {
      asked.push('now');
      return Promise.resolve();
    },
    refused: () => Promise.resolve(refused),
    retry: take('retry'),
    discard: take('discard'),
  };
  return fake;
}

/** The same `Coaching` with another synchronisation. */
export function withSynchronisation(coaching: Coaching, sync: Synchronisation): Coaching {
  return new Proxy(coaching, {
    get(target, name): unknown {
      if (name === 'sync') return sync;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
