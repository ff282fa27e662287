import { CoachingError, type Coaching, type Live, type LiveQueries, type Snapshot } from '@coachkit/core';
import { createFakeSynchronisation, type FakeSynchronisation } from '@coachkit/testing/fakes';

/** A live query whose state a test sets by hand. */
export class StandInLive<T> implements Live<T> {
  /** How often "Try again" was asked for. */
  refreshes = 0;
  readonly #listeners = new Set<() => void>();
  #snapshot: Snapshot<T> = { status: 'loading' };

  get subscribers(): number {
    return this.#listeners.size;
  }

  getSnapshot(): Snapshot<T> {
    return this.#snapshot;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  refresh(): void {
    this.refreshes += 1;
  }

  set(snapshot: Snapshot<T>): void {
    this.#snapshot = snapshot;
    for (const listener of this.#listeners) listener();
  }

  ready(data: T): void {
    this.set({ status: 'ready', data, refreshing: false });
  }

  fail(error: CoachingError, data?: T): void {
    this.set(data === undefined ? { status: 'failed', error } : { status: 'failed', error, data });
  }
}

/** Methods by path: `{ 'actions.update': async () => … }`. */
export type Methods = Readonly<Record<`${string}.${string}`, (...input: never[]) => unknown>>;

/** A `Coaching` with some of its methods replaced: made to fail, to wait, to be counted. */
export function withMethods(coaching: Coaching, methods: Methods): Coaching {
  return new Proxy(coaching, {
    get(target, group, receiver) {
      const value: unknown = Reflect.get(target, group, receiver);
      const names = Object.keys(methods).filter((path) => path.startsWith(`${String(group)}.`));
      if (names.length === 0) return typeof value === 'function' ? value.bind(target) : value;
      const replaced = names.map((path) => [path.slice(path.indexOf('.') + 1), methods[path as keyof Methods]]);
      return { ...(value as object), ...Object.fromEntries(replaced) };
    },
  });
}

/** A `Coaching` of which only the live queries exist, each set by hand; every other method rejects. */
export interface StandIn {
  readonly coaching: Coaching;
  /** The live query of that name, for whatever parameters. */
  live<Name extends keyof LiveQueries>(name: Name): StandInLive<LiveQueries[Name]['result']>;
  /** The queries that were asked for, in order, with their parameters. */
  readonly queries: readonly object[];
  /** How things stand with a server; there is none until a test says so. */
  readonly sync: FakeSynchronisation;
}

/** Makes a stand-in. For states that real data does not reach: loading for ever, failing, failing again. */
export function makeStandIn(methods: Methods = {}): StandIn {
  const lives = new Map<string, StandInLive<never>>();
  const queries: object[] = [];
  const live = (name: string): StandInLive<never> => {
    if (!lives.has(name)) lives.set(name, new StandInLive());
    return lives.get(name)!;
  };
  const rejects = () => Promise.reject(new CoachingError('not-supported', 'not part of the stand-in'));
  const groups = new Proxy({}, { get: () => rejects });
  const sync = createFakeSynchronisation({ connection: 'local' });
  const base = new Proxy({} as Coaching, {
    get: (_, name) => {
      if (name === 'live') {
        return (query: { name: string }) => {
          queries.push(query);
          return live(query.name);
        };
      }
      if (name === 'on') return () => () => undefined;
      if (name === 'sync') return sync;
      return name === 'actor' ? { tenantId: 'test', personId: 'tester', roles: [] } : groups;
    },
  });
  return { coaching: withMethods(base, methods), live: live as StandIn['live'], queries, sync };
}
