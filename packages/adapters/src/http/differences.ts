import type { JsonObject, ReplicaDocument, Storage, StorageChange, StoredDocument } from '@coachkit/core';
import { documentOf, isSame } from './document-name.js';

/** A document as it is on this device, and what is known of it on the server. */
export interface Known {
  readonly name: string;
  readonly local: StoredDocument | undefined;
  readonly replica: StoredDocument | undefined;
  /** Its version on the server; 0 for none. */
  readonly serverVersion: number;
  /** Its body on the server. */
  readonly server: JsonObject | undefined;
  /** The mark of the server's body, where the kind has one. */
  readonly mark: string | undefined;
  /** Whether the server's version differs from the one before by changes of this device alone. */
  readonly isOwn: boolean;
}

/** What this device knows of a document. @param local - what stands there, where that was read before */
export async function readKnown(storage: Storage, name: string, local?: StoredDocument): Promise<Known> {
  const { kind, id } = documentOf(name);
  const replica = await storage.get('replicaDocument', name);
  const stored = local ?? (await storage.get(kind, id));
  const known = replica?.body as unknown as ReplicaDocument | undefined;
  return {
    name,
    local: stored,
    replica,
    serverVersion: known?.version ?? 0,
    server: known?.base === undefined ? stored?.body : (known.base ?? undefined),
    mark: known?.mark,
    isOwn: false,
  };
}

/** The changes that make the device hold `final`. @param isAhead - whether the server does not hold that yet */
export function differences(known: Known, final: JsonObject | undefined, isAhead: boolean): StorageChange[] {
  const { name, local, replica, serverVersion, server, mark, isOwn } = known;
  const { kind, id } = documentOf(name);
  const localVersion = local?.version ?? 0;
  const changes: StorageChange[] = [];
  const isChanged = local?.body === undefined ? localVersion > 0 || final !== undefined : !isSame(local.body, final);
  const { lastVersion = 0 } = (replica?.body ?? {}) as unknown as Partial<ReplicaDocument>;
  if (isChanged && final !== undefined) {
    // A draft that comes again takes no version that a form may still hold.
    const from = localVersion === 0 && !isAhead ? lastVersion : localVersion;
    for (let version = localVersion; version <= from; version += 1)
      changes.push({ type: 'put', kind, id, body: final, expectedVersion: version });
  }
  if (isChanged && final === undefined) changes.push({ type: 'delete', kind, id, expectedVersion: localVersion });

  const expectedVersion = replica?.version ?? 0;
  const before = replica?.body as unknown as ReplicaDocument | undefined;
  const since = isChanged ? (isOwn ? (before?.unchangedSince ?? localVersion) : 0) : (before?.unchangedSince ?? 0);
  const last = kind === 'draft' ? Math.max(lastVersion, isChanged && final === undefined ? localVersion : 0) : 0;
  const next: ReplicaDocument = {
    id: name,
    version: serverVersion,
    ...(isAhead && { base: server ?? null }),
    ...(since > 0 && { unchangedSince: since }),
    ...(mark !== undefined && serverVersion > 0 && { mark }),
    ...(last > 0 && { lastVersion: last }),
  };
  const body = next as unknown as JsonObject;
  if (serverVersion === 0 && !isAhead && last === 0) {
    if (expectedVersion > 0) changes.push({ type: 'delete', kind: 'replicaDocument', id: name, expectedVersion });
  } else if (!isSame(replica?.body, body)) {
    changes.push({ type: 'put', kind: 'replicaDocument', id: name, body, expectedVersion });
  }
  return changes;
}
