import type { JsonObject, ReplicaDocument, Storage } from '@coachkit/core';
import { isConflict } from './rebase.js';

/** Where it is kept: beside the documents of the server, whose names have a slash. */
const contactId = 'contact';
/** How exact it has to be, in milliseconds: it is written no more often than that. */
const grain = 600_000;

/** When this device and the server were last the same. */
export interface Contact {
  /** Milliseconds since 1970 by this device's clock; undefined when they never were. */
  readonly at: number | undefined;
  /** They are now. */
  touch(now: number): Promise<void>;
}

/** Reads it from the storage of the device. */
export async function openContact(local: Storage): Promise<Contact> {
  const read = async (): Promise<{ readonly at: number | undefined; readonly version: number }> => {
    const stored = await local.get('replicaDocument', contactId);
    const { base } = (stored?.body ?? {}) as unknown as Partial<ReplicaDocument>;
    const at = base?.at;
    return { at: typeof at === 'number' ? at : undefined, version: stored?.version ?? 0 };
  };
  let { at } = await read();
  let kept = at;
  return {
    get at() {
      return at;
    },
    async touch(now) {
      at = now;
      if (kept !== undefined && Math.abs(now - kept) < grain) return;
      const { version } = await read();
      const body: JsonObject = { id: contactId, version: 0, base: { at: now } };
      try {
        await local.commit([{ type: 'put', kind: 'replicaDocument', id: contactId, body, expectedVersion: version }]);
      } catch (error) {
        // Another tab has said so too.
        if (!isConflict(error)) throw error;
      }
      kept = now;
    },
  };
}
