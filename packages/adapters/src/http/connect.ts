import { CoachingError, type Coaching } from '@coachkit/core';
import type { ConnectOptions } from './options.js';

export type { GetToken, StatedToken, TokenRequest } from './access-token.js';
export type { Locks } from './locks.js';
export type { ConnectOptions } from './options.js';
export type { StorageKey } from '../storage/indexeddb/sealing.js';
export type { Timers } from '../transport/timers.js';

/**
 * A `Coaching` over a server that goes on without it. The device keeps what the person may read; the same use cases as
 * on the server run on that, and every change is kept in a queue in the same commit as its effect until the server has
 * answered (docs/connected-mode.md).
 *
 * A change resolves with `level: 'server'` when the server has applied it, and rejects with the server's refusal; with
 * the level of the device when the server is not heard within `waitForServer`. A refusal that comes later moves the
 * change to `sync.refused()`, words included. `storageStatus.level` is `server` while the server is heard and nothing
 * waits, else the level of the device: what a form has loaded or saved then has reached that far.
 *
 * Reports, the directory and the catalogues are asked of the server and reject with `unreachable` without it. After
 * `maximumOfflineDays` without the server every read rejects with `auth-required` until it was heard.
 *
 * `signOut` removes everything from the device, offline too, and with it what `sync.getStatus().waiting` counts: ask
 * the person first. `close` keeps all of it.
 *
 * @example
 * const coaching = await connectCoaching({ url: '/coaching', actor: { tenantId: 'northwind', personId: 'priya', roles: [] } });
 * @throws CoachingError `invalid-input` for an actor, a rule or an option outside its range; `unreachable` or
 *   `auth-required` when the key of the device has to come from the server and does not; `part-not-loaded`
 */
export async function connectCoaching(options: ConnectOptions): Promise<Coaching> {
  const part = await import('./connected-coaching.js').catch((cause: unknown) => {
    throw new CoachingError('part-not-loaded', 'the part could not be fetched', { retryable: true, cause });
  });
  return part.connected(options);
}
