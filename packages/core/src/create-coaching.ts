import { checkedActor, checkedRules } from './checked-options.js';
import type { Coaching, SyncStatus, Synchronisation, UnreadableDocument } from './coaching.js';
import { createEmitter } from './events.js';
import { createLive, queryRunner } from './live.js';
import { randomId, systemClock, type Clock, type NewId } from './ports/clock.js';
import type { Actor } from './ports/identity.js';
import type { LearningSystem } from './ports/lms.js';
import type { SkillsFramework } from './ports/skills.js';
import type { Storage } from './ports/storage.js';
import { contextOf } from './use-cases/context-of.js';
import type { ProgrammeRules } from './use-cases/context.js';
import { createGroups } from './use-cases/groups.js';
import type { ContextParts } from './use-cases/make-context.js';

export type { ProgrammeRules } from './use-cases/context.js';

/** What `createCoaching` is made of. */
export interface CoachingOptions {
  /** Where documents are kept; it belongs to one tenant. */
  readonly storage: Storage;
  /** Who acts; from the host's own sign-in. */
  readonly actor: Actor;
  /** Skills to choose a focus from; without one every focus is unmapped. */
  readonly skills?: SkillsFramework;
  /** Courses to recommend and assign; without one `courses.find` answers `not-supported`. */
  readonly lms?: LearningSystem;
  /** Rules of the programme that differ from the defaults of the guide. */
  readonly rules?: Partial<ProgrammeRules>;
  /** The machine's clock when absent. */
  readonly clock?: Clock;
  /** Random ids when absent. */
  readonly newId?: NewId;
  /** Hears of a host's listener that threw; it is the host's error and hurts nothing here. */
  readonly onListenerError?: (error: unknown) => void;
}

/**
 * A `Coaching` whose use cases run here, on the storage given.
 *
 * @example
 * const coaching = createCoaching({ storage, actor: { tenantId: 'northwind', personId: 'priya', roles: [] } });
 * @throws CoachingError `invalid-input` for an actor or a rule outside its range (a threshold below 5)
 */
export function createCoaching(options: CoachingOptions): Coaching {
  const { storage } = options;
  const actor = checkedActor(options.actor);
  const emitter = createEmitter(options.onListenerError ?? (() => undefined));
  const unreadable: UnreadableDocument[] = [];
  const parts: ContextParts = {
    actor,
    storage,
    onUnreadable: (document) => {
      unreadable.push(document);
      emitter.emit('document-unreadable', document);
    },
    clock: options.clock ?? systemClock,
    newId: options.newId ?? randomId,
    rules: checkedRules(options.rules),
    emit: emitter.emit,
    skills: options.skills,
    lms: options.lms,
  };
  const offStatus = storage.subscribe((event) => {
    if (event.type === 'status') emitter.emit('storage-status', event.status);
  });

  const { privacy, ...groups } = createGroups(contextOf(parts));

  const release = (): void => offStatus();
  return {
    actor,
    ...groups,
    privacy: { ...privacy, unreadable: () => [...unreadable] },
    get storageStatus() {
      return storage.status;
    },
    live: createLive(queryRunner(groups), (listener) => storage.subscribe(listener)),
    on: emitter.on,
    sync: nothingToSend,
    async signOut() {
      release();
      await storage.wipe();
      await storage.close();
    },
    async close() {
      release();
      await storage.close();
    },
  };
}

const local: SyncStatus = Object.freeze({ connection: 'local', waiting: 0, needsAttention: 0 });

/** Where use cases run on the storage itself, nothing is ever on its way. */
const nothingToSend: Synchronisation = {
  getStatus: () => local,
  subscribe: () => () => undefined,
  now: () => Promise.resolve(),
  refused: () => Promise.resolve([]),
  retry: () => Promise.resolve(),
  discard: () => Promise.resolve(),
};
