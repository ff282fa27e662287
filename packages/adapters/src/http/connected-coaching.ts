import {
  invalidInput,
  randomId,
  systemClock,
  type Coaching,
  type RefusedChange,
  type StorageStatus,
  type UnreadableDocument,
} from '@coachkit/core';
import {
  checkedActor,
  checkedRules,
  contextOf,
  createEmitter,
  createGroups,
  createLive,
  fetchParts,
  queryRunner,
} from '@coachkit/core/coaching-parts';
import { systemRandom } from '../transport/retry.js';
import { systemTimers } from '../transport/timers.js';
import type { Transport } from '../transport/json-fetch.js';
import { askForTokens } from './access-token.js';
import { openContact } from './contact.js';
import { followChanges } from './follow-changes.js';
import { connectedGroups } from './connected-groups.js';
import { pageLocks } from './locks.js';
import { openLocal } from './open-local.js';
import type { ConnectOptions } from './options.js';
import { remoteLearningSystem, remoteSkills, rememberAnswers } from './outside-systems.js';
import { createPull } from './pull.js';
import { readQueue } from './queue.js';
import { createReading } from './reading.js';
import { verbRunner } from './run-verb.js';
import { createServer } from './server.js';
import { watchSkew } from './skew.js';
import { Synchroniser } from './synchroniser.js';
import { createWaiters } from './waiters.js';

/** Joins the parts of `connectCoaching`. */
export async function connected(options: ConnectOptions): Promise<Coaching> {
  const actor = checkedActor(options.actor);
  const rules = checkedRules(options.rules);
  const { clock = systemClock, newId = randomId, timers = systemTimers, random = systemRandom, getToken } = options;
  const { maximumOfflineDays = 14, waitForServer = 2_000 } = options;
  if (!(maximumOfflineDays >= 1 && maximumOfflineDays <= 365))
    throw invalidInput('maximumOfflineDays', 'not-an-option');
  const ending = new AbortController();
  const { signal } = ending;
  const transport: Transport = {
    fetch: options.fetch ?? ((address, init) => fetch(address, { ...init, signal: init?.signal ?? signal })),
    timers,
    credentials: options.credentials ?? 'same-origin',
    signal,
  };
  const skew = watchSkew(clock);
  const server = createServer({
    url: options.url,
    transport,
    askToken: askForTokens(getToken, actor.personId),
    onAnswer: (answer) => {
      skew.heard(answer);
      synchroniser?.heard(answer);
    },
  });
  let synchroniser: Synchroniser | undefined;

  const { local, lockName } = await openLocal(options, actor, server);
  const emitter = createEmitter(options.onListenerError ?? (() => undefined));
  const ask = rememberAnswers(server, clock, () => synchroniser?.isAway ?? false);
  const skills = remoteSkills(ask);
  const lms = remoteLearningSystem(ask);
  const run = verbRunner({ actor, rules, emit: emitter.emit, skills, lms });
  const statusNow = (): StorageStatus => {
    const { connection, waiting } = synchroniser?.status ?? {};
    return connection === 'online' && waiting === 0 ? onServer(local.status) : local.status;
  };
  let toldStatus = local.status;
  const tellStorageStatus = (): void => {
    const status = statusNow();
    if (status === toldStatus) return;
    toldStatus = status;
    emitter.emit('storage-status', status);
  };
  const replica = { local, run, personId: actor.personId, skew: skew.now };
  const contact = await openContact(local);
  const sync = (synchroniser = new Synchroniser({
    ...replica,
    clock,
    timers,
    random,
    signal,
    server,
    contact,
    pull: createPull(server, replica),
    waiters: createWaiters(timers),
    locks: options.locks ?? pageLocks(),
    lockName,
    canRenew: getToken !== undefined,
    onStatus: (status) => {
      emitter.emit('sync-status', status);
      tellStorageStatus();
    },
  }));
  await sync.count();

  const unreadable: UnreadableDocument[] = [];
  const reads = createGroups(
    contextOf({
      actor,
      storage: local,
      onUnreadable: (document) => {
        unreadable.push(document);
        emitter.emit('document-unreadable', document);
      },
      clock: { now: () => clock.now() + skew.now() },
      newId,
      rules,
      emit: emitter.emit,
      skills,
      lms,
    }),
  );
  const reading = createReading({ sync, contact, clock, timers, maximumOfflineDays });
  const groups = connectedGroups({
    ...replica,
    personId: actor.personId,
    clock,
    newId,
    reads,
    server,
    ask,
    sync,
    reading,
    signal,
    waitForServer,
  });

  const offStorage = local.subscribe((event) => {
    if (event.type === 'status') tellStorageStatus();
    else if (event.documents.some(({ kind }) => kind === 'queuedOperation'))
      void (event.origin === 'elsewhere' ? sync.othersChanged() : sync.count()).catch(() => undefined);
  });
  const offHints = hints(sync);
  if ((options.changes ?? 'stream') === 'stream') {
    void followChanges({
      server,
      transport,
      random,
      opened: () => void reading.streamOpened(),
      changed: () => void reading.changed(),
      ended: () => reading.streamEnded(),
    });
  }
  // First what the person is waiting for, then what they would miss without a connection.
  void sync.round().finally(() => void fetchParts().catch(() => undefined));

  const release = (): void => {
    ending.abort();
    offStorage();
    offHints();
  };
  const { privacy, ...rest } = groups;
  return {
    actor,
    ...rest,
    privacy: { ...privacy, unreadable: () => [...unreadable] },
    get storageStatus() {
      return statusNow();
    },
    live: createLive(queryRunner(groups), (listener) => {
      const offPolling = reading.watch();
      const offChanges = local.subscribe(listener);
      return () => {
        offPolling();
        offChanges();
      };
    }),
    on: emitter.on,
    sync: {
      getStatus: () => sync.status,
      subscribe: (listener) => emitter.on('sync-status', () => listener()),
      async now() {
        server.forgive();
        await sync.round(true);
      },
      refused: async () => refusedChanges(await readQueue(local)),
      async retry(id) {
        await sync.decide(id, 'again');
        void sync.round();
      },
      discard: (id) => sync.decide(id, 'given-up'),
    },
    async signOut() {
      release();
      await local.wipe();
      await local.close();
    },
    async close() {
      release();
      await local.close();
    },
  };
}

const levels = new WeakMap<StorageStatus, StorageStatus>();

/** The same object for the same status. */
function onServer(status: StorageStatus): StorageStatus {
  const raised = levels.get(status) ?? Object.freeze({ ...status, level: 'server' as const });
  levels.set(status, raised);
  return raised;
}

function refusedChanges(queue: Awaited<ReturnType<typeof readQueue>>): readonly RefusedChange[] {
  return queue.flatMap(({ operation: { id, verb, input, madeAt, status, refusal } }) =>
    status === 'needs-attention' && refusal !== undefined ? { id, verb, input, madeAt, reason: refusal } : [],
  );
}

/** What the browser believes of the network: never trusted, only a reason to look. */
function hints(sync: Synchroniser): () => void {
  const target = globalThis as Partial<Pick<Window, 'addEventListener' | 'removeEventListener'>>;
  const online = (): void => void sync.round(true);
  const offline = (): void => sync.lost();
  target.addEventListener?.('online', online);
  target.addEventListener?.('offline', offline);
  return () => {
    target.removeEventListener?.('online', online);
    target.removeEventListener?.('offline', offline);
  };
}
