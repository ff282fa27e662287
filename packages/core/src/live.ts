import type { Coaching, Live, LiveQueries, LiveQuery, Snapshot } from './coaching.js';
import { CoachingError } from './errors.js';
import type { DocumentKind } from './model/document-kinds.js';
import type { StorageEvent } from './ports/storage.js';

/** The kinds of document whose change makes a query load again. */
const dependencies: Record<keyof LiveQueries, readonly DocumentKind[]> = {
  agenda: ['session', 'relationship', 'leave', 'person', 'draft'],
  actions: ['action', 'courseAssignment', 'relationship', 'person'],
  session: [
    'session',
    'sessionContent',
    'sessionVersion',
    'action',
    'comment',
    'courseAssignment',
    'accessReceipt',
    'relationship',
    'conflict',
  ],
  sessions: ['session', 'relationship'],
  development: ['session', 'sessionContent', 'action', 'courseAssignment', 'skillEvidence', 'goal', 'relationship'],
  overview: ['sessionFact', 'relationship', 'leave', 'person', 'unit'],
  conflicts: ['conflict', 'session', 'sessionContent', 'action', 'goal', 'relationship'],
};

/** How long changes are gathered before a query loads again, in milliseconds. */
const gatheringTime = 30;

/** Runs a query of a `Coaching`. */
export type RunQuery = <Name extends keyof LiveQueries>(query: LiveQuery<Name>) => Promise<LiveQueries[Name]['result']>;

/** The read verb behind each query. */
export function queryRunner({
  sessions,
  actions,
  development,
  reports,
  conflicts,
}: Pick<Coaching, 'sessions' | 'actions' | 'development' | 'reports' | 'conflicts'>): RunQuery {
  const verbs: {
    [Name in keyof LiveQueries]: (input: LiveQueries[Name]['input']) => Promise<LiveQueries[Name]['result']>;
  } = {
    agenda: (input) => sessions.agenda(input),
    actions: (input) => actions.list(input),
    session: (input) => sessions.get(input),
    sessions: (input) => sessions.list(input),
    development: (input) => development.record(input),
    overview: (input) => reports.overview(input),
    conflicts: (input) => conflicts.list(input),
  };
  return ({ name, ...input }) => (verbs[name] as (input: unknown) => Promise<never>)(input);
}

/**
 * Live queries over a source of changes. A query with the same parameters is one object while somebody watches it;
 * it loads when the first subscriber comes, loads again when something it depends on changes, and rests without
 * subscribers. A load that was overtaken by a newer one is dropped.
 */
export function createLive(
  run: RunQuery,
  onStorageEvent: (listener: (event: StorageEvent) => void) => () => void,
): Coaching['live'] {
  const watched = new Map<string, Live<unknown>>();
  return <Name extends keyof LiveQueries>(query: LiveQuery<Name>): Live<LiveQueries[Name]['result']> => {
    const key = keyOf(query);
    const existing = watched.get(key);
    if (existing !== undefined) return existing as Live<LiveQueries[Name]['result']>;
    const live: Live<LiveQueries[Name]['result']> = watch<LiveQueries[Name]['result']>({
      load: () => run<Name>(query),
      dependsOn: (event) =>
        event.type === 'changed' && event.documents.some(({ kind }) => dependencies[query.name].includes(kind)),
      onStorageEvent,
      onFirst: () => void watched.set(key, live),
      onLast: () => void watched.delete(key),
    });
    return live;
  };
}

interface Watch<T> {
  readonly load: () => Promise<T>;
  readonly dependsOn: (event: StorageEvent) => boolean;
  readonly onStorageEvent: (listener: (event: StorageEvent) => void) => () => void;
  readonly onFirst: () => void;
  readonly onLast: () => void;
}

function watch<T>({ load, dependsOn, onStorageEvent, onFirst, onLast }: Watch<T>): Live<T> {
  const listeners = new Set<() => void>();
  let snapshot: Snapshot<T> = { status: 'loading' };
  let content = '';
  let latest = 0;
  let timer: unknown;
  let stop: (() => void) | undefined;

  const set = (next: Snapshot<T>): void => {
    snapshot = next;
    for (const listener of [...listeners]) listener();
  };
  const data = (): { readonly data?: T } =>
    'data' in snapshot && snapshot.data !== undefined ? { data: snapshot.data } : {};
  const start = async (): Promise<void> => {
    const mine = (latest += 1);
    try {
      const loaded = await load();
      if (mine !== latest || stop === undefined) return;
      const loadedContent = JSON.stringify(loaded);
      if (snapshot.status === 'ready' && !snapshot.refreshing && content === loadedContent) return;
      content = loadedContent;
      set({ status: 'ready', data: loaded, refreshing: false });
    } catch (cause) {
      if (mine !== latest || stop === undefined) return;
      const error = CoachingError.isInstance(cause)
        ? cause
        : new CoachingError('storage-unavailable', 'the query failed', { retryable: true, cause });
      set({ status: 'failed', error, ...data() });
    }
  };

  return {
    getSnapshot: () => snapshot,
    refresh() {
      if (stop === undefined) return;
      if (snapshot.status === 'failed')
        set(
          snapshot.data === undefined
            ? { status: 'loading' }
            : { status: 'ready', data: snapshot.data, refreshing: true },
        );
      void start();
    },
    subscribe(listener) {
      const own = (): void => listener();
      listeners.add(own);
      if (stop === undefined) {
        onFirst();
        const off = onStorageEvent((event) => {
          if (!dependsOn(event)) return;
          clearTimeout(timer);
          timer = setTimeout(() => void start(), gatheringTime);
        });
        stop = () => {
          off();
          clearTimeout(timer);
          stop = undefined;
          latest += 1;
          onLast();
        };
        void start();
      }
      return () => {
        if (listeners.delete(own) && listeners.size === 0) stop?.();
      };
    },
  };
}

function keyOf(query: object): string {
  return JSON.stringify(
    Object.entries(query)
      .filter(([, value]) => value !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}
