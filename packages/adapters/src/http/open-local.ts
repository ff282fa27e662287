import type { Actor, Storage } from '@coachkit/core';
import { syncPaths } from '@coachkit/core/wire';
import type { StorageKey } from '../storage/indexeddb/sealing.js';
import { bodyOf, isDeviceKey } from './answers.js';
import type { ConnectOptions } from './options.js';
import type { Server } from './server.js';

/**
 * The storage of the person on this device, and the name of the lock for its synchronisation. The database has a name
 * of its own for each person: what one has written is never found, and never sent, by another.
 */
export async function openLocal(
  { storage, key }: ConnectOptions,
  { tenantId, personId }: Actor,
  server: Server,
): Promise<{ readonly local: Storage; readonly lockName: string }> {
  const { createIndexedDbStorage, databaseNameFor } = await import('../storage/indexeddb.js');
  const lockName = `coachkit-sync:${await databaseNameFor(tenantId, personId).catch(() => `${tenantId}:${personId}`)}`;
  if (storage !== undefined) return { local: storage, lockName };
  const options = { tenantId, personId, key: key ?? (await deviceKey(server)) };
  return { local: await createIndexedDbStorage(options), lockName };
}

/** @throws CoachingError `unreachable`, `auth-required` */
async function deviceKey(server: Server): Promise<StorageKey> {
  const answer = await server.request({ method: 'GET', path: syncPaths.deviceKey });
  const { key } = bodyOf(answer, isDeviceKey);
  const text = atob(key.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
