import type { Actor, Clock, CoachingOptions, NewId, Storage } from '@coachkit/core';
import type { StorageKey } from '../storage/indexeddb/sealing.js';
import type { Timers } from '../transport/timers.js';
import type { GetToken } from './access-token.js';
import type { Locks } from './locks.js';

/** Where the server is, who acts, and how much is kept on the device. */
export interface ConnectOptions {
  /** Where `/v1` of the server begins: `https://hr.example.com/coaching`. */
  readonly url: string;
  /** Who acts; from the host's own sign-in. The server decides by its own knowledge, never by this. */
  readonly actor: Actor;
  /**
   * The bearer token for each call. Asked with `call` before each, and with `expired` once after the server has refused
   * one; absent where a cookie says who this is.
   */
  readonly getToken?: GetToken;
  /** Whether cookies go along; `same-origin` when absent. */
  readonly credentials?: RequestCredentials;
  /** Where the replica and the queue are kept; an encrypted IndexedDB of the person when absent. */
  readonly storage?: Storage;
  /** The key for that IndexedDB; the server hands one over when absent, and then the first start needs the server. */
  readonly key?: StorageKey | (() => StorageKey | Promise<StorageKey>);
  /**
   * How changes of others are noticed: `stream` listens to the server, and reads trust the device while it hears;
   * `ask` looks before each read, for at most a second. `stream` when absent.
   */
  readonly changes?: 'stream' | 'ask';
  /** For how many days without the server words are shown, 1 to 365; 14 when absent. What is queued stays longer. */
  readonly maximumOfflineDays?: number;
  /** How long a change waits for the server before it is said to be on the device only, in milliseconds; 2,000 when absent. */
  readonly waitForServer?: number;
  /** Rules of the programme where they differ from the defaults; the same as on the server. */
  readonly rules?: CoachingOptions['rules'];
  /** Hears of a host's listener that threw. */
  readonly onListenerError?: (error: unknown) => void;
  /** The `fetch` of the page when absent. */
  readonly fetch?: typeof globalThis.fetch;
  /** The clock of the machine when absent. */
  readonly clock?: Clock;
  /** Random ids of 128 bits when absent. */
  readonly newId?: NewId;
  /** The Web Locks of the page when absent. */
  readonly locks?: Locks;
  /** The timers of the machine when absent. */
  readonly timers?: Timers;
  /** 0 up to, not including, 1, for spreading attempts; `Math.random` when absent. */
  readonly random?: () => number;
}
