import { CoachingError, instantOf, type ConnectionState, type SyncStatus } from '@coachkit/core';
import { backOff, retryAfter } from '../transport/retry.js';
import type { JsonAnswer } from '../transport/json-fetch.js';
import type { Timers } from '../transport/timers.js';
import type { Contact } from './contact.js';
import type { Locks } from './locks.js';
import type { Pull } from './pull.js';
import { readQueue, waitingOf } from './queue.js';
import { rebase, type Ending } from './rebase.js';
import { sendWaiting, type Outcome, type SendParts } from './send.js';
import type { Waiters } from './waiters.js';

/** What synchronisation is done with. */
export interface SynchroniserParts extends Omit<SendParts, 'isAwaited' | 'settle'> {
  readonly pull: Pull;
  readonly contact: Contact;
  readonly waiters: Waiters;
  readonly locks: Locks;
  readonly lockName: string;
  readonly timers: Timers;
  readonly random: () => number;
  readonly signal: AbortSignal;
  /** Whether there is somebody to ask for another token. */
  readonly canRenew: boolean;
  /** Hears of each new status. */
  readonly onStatus: (status: SyncStatus) => void;
}

/** How long another tab may keep what it has written to itself before this one sends it, in milliseconds. */
const patienceWithOthers = 3_000;

/**
 * Keeps device and server the same, in rounds: a round sends what waits, then fetches what differs. There is one round
 * at a time over all tabs; a failure is followed by another round, later each time.
 */
export class Synchroniser {
  readonly #parts: SynchroniserParts;
  #status: SyncStatus = Object.freeze({ connection: 'connecting', waiting: 0, needsAttention: 0 });
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  #failures = 0;
  /** No round begins before that, by this device's clock. */
  #notBefore = 0;
  #timer: unknown;
  #error: CoachingError | undefined;

  constructor(parts: SynchroniserParts) {
    this.#parts = parts;
    parts.signal.addEventListener('abort', () => parts.timers.clear(this.#timer));
    const { at } = parts.contact;
    if (at !== undefined) this.#status = Object.freeze({ ...this.#status, syncedAt: instantOf(at) });
  }

  get status(): SyncStatus {
    return this.#status;
  }

  /** Whether the last round has failed, and it is too early for another one. */
  get isAway(): boolean {
    return this.#isResting();
  }

  /** Why the last round has failed; undefined when it has not. */
  get error(): CoachingError | undefined {
    return this.#error;
  }

  /** Hears of each answer: what the server asks to wait is waited. */
  heard({ status, headers }: JsonAnswer): void {
    const wait = status >= 400 ? retryAfter(headers, this.#now()) : undefined;
    if (wait !== undefined) this.#notBefore = Math.max(this.#notBefore, this.#now() + wait);
  }

  /**
   * A round that begins after now, unless one is not to be tried yet. Never rejects.
   * @param atOnce - whether to try although the last round has failed
   * @returns false when none was tried, or it failed
   */
  async round(atOnce = false): Promise<boolean> {
    if (this.#parts.signal.aborted) return false;
    if (atOnce) {
      this.#failures = 0;
      this.#notBefore = 0;
    } else if (this.#isResting()) {
      return false;
    }
    if (this.#running === undefined) {
      this.#running = this.#tryRound().finally(() => (this.#running = undefined));
      await this.#running;
    } else {
      this.#next ??= this.#running.then(() => {
        this.#next = undefined;
        return this.#isResting() ? undefined : this.round().then(() => undefined);
      });
      await this.#next;
    }
    return this.#error === undefined;
  }

  /** What became of an operation that was just put into the queue; undefined when the server is not heard in time. */
  async outcomeOf(operationId: string, milliseconds: number): Promise<Outcome | undefined> {
    if (this.#isResting()) {
      this.#schedule();
      return undefined;
    }
    const outcome = this.#parts.waiters.wait(operationId, milliseconds);
    void this.round();
    return outcome;
  }

  /** Counts again what is kept here. */
  async count(): Promise<void> {
    if (this.#parts.signal.aborted) return;
    const queue = await readQueue(this.#parts.local);
    const waiting = waitingOf(queue).length;
    this.#set({ waiting, needsAttention: queue.length - waiting });
  }

  /** Another tab has changed the queue: it will send what is in there, unless it is closed before. */
  async othersChanged(): Promise<void> {
    await this.count();
    if (this.#status.waiting > 0 && this.#timer === undefined) this.#schedule(patienceWithOthers);
  }

  /** Decides on a refused change. @throws CoachingError `not-found` when there is none of that id */
  async decide(operationId: string, ending: Ending): Promise<void> {
    const { local } = this.#parts;
    const found = (await readQueue(local)).find(({ operation }) => operation.id === operationId);
    if (found?.operation.status !== 'needs-attention')
      throw new CoachingError('not-found', 'there is no such refused change');
    await this.#takeIn(new Map([[operationId, ending]]));
    await this.count();
  }

  /** There is no network, as far as the browser can tell. */
  lost(): void {
    if (this.#status.connection === 'online') this.#set({ connection: 'offline' });
  }

  async #tryRound(): Promise<void> {
    const { locks, lockName, signal, waiters, contact } = this.#parts;
    this.#parts.timers.clear(this.#timer);
    this.#timer = undefined;
    try {
      await locks.request(lockName, { signal }, async () => {
        await sendWaiting({
          ...this.#parts,
          isAwaited: (id) => waiters.isAwaited(id),
          settle: (id, outcome) => waiters.settle(id, outcome),
        });
        await this.#parts.pull();
      });
      const refused = await waiters.look(this.#parts.local);
      if (refused.length > 0) await this.#takeIn(new Map(refused.map((id) => [id, 'given-up'])));
      const now = this.#now();
      await contact.touch(now);
      this.#failures = 0;
      this.#error = undefined;
      await this.count();
      this.#set({ connection: 'online', syncedAt: instantOf(now) });
    } catch (error) {
      if (signal.aborted) return;
      this.#failed(error);
      await this.count().catch(() => undefined);
    }
  }

  #failed(cause: unknown): void {
    const { random, waiters } = this.#parts;
    this.#error = CoachingError.isInstance(cause)
      ? cause
      : new CoachingError('unreachable', 'the round failed', { retryable: true, cause });
    this.#failures += 1;
    const connection = connectionAfter(this.#error);
    const wait = backOff(this.#failures, random());
    this.#notBefore =
      connection === 'signed-out' && !this.#parts.canRenew ? Infinity : Math.max(this.#notBefore, this.#now() + wait);
    this.#set({ connection });
    waiters.giveUp();
    this.#schedule();
  }

  #takeIn(endings: ReadonlyMap<string, Ending>): Promise<void> {
    return rebase(this.#parts, { documents: new Map(), gone: new Set(), endings });
  }

  #isResting(): boolean {
    return this.#notBefore > this.#now();
  }

  /** Tries again by itself; whoever is signed out is asked again too, as the host may have a new token by then. */
  #schedule(milliseconds = Math.max(this.#notBefore - this.#now(), 0)): void {
    const { timers, signal } = this.#parts;
    timers.clear(this.#timer);
    this.#timer = undefined;
    if (signal.aborted || milliseconds === Infinity) return;
    this.#timer = timers.set(() => {
      this.#timer = undefined;
      void this.round();
    }, milliseconds);
  }

  #now(): number {
    return this.#parts.clock.now();
  }

  #set(change: Partial<SyncStatus>): void {
    const next = { ...this.#status, ...change };
    if (JSON.stringify(next) === JSON.stringify(this.#status)) return;
    this.#status = Object.freeze(next);
    this.#parts.onStatus(this.#status);
  }
}

function connectionAfter({ code }: CoachingError): ConnectionState {
  return code === 'auth-required' ? 'signed-out' : 'offline';
}
