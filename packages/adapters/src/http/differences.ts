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
    isOwn: false,
  };
}

/** The changes that make the device hold `final`. @param isAhead - whether the server does not hold that yet */
export function differences(known: Known, final: JsonObject | undefined, isAhead: boolean): StorageChange[] {
  const { name, local, replica, serverVersion, server, isOwn } = known;
  const { kind, id } = documentOf(name);
  const localVersion = local?.version ?? 0;
  const changes: StorageChange[] = [];
  const isChanged = local?.body === undefined ? localVersion > 0 || final !== undefined : !isSame(local.body, final);
  if (isChanged && final !== undefined)
    changes.push({ type: 'put', kind, id, body: final, expectedVersion: localVersion });
  if (isChanged && final === undefined) changes.push({ type: 'delete', kind, id, expectedVersion: localVersion });

  const expectedVersion = replica?.version ?? 0;
  const before = replica?.body as unknown as ReplicaDocument | undefined;
  const since = isChanged ? (isOwn ? (before?.unchangedSince ?? localVersion) : 0) : (before?.unchangedSince ?? 0);
  const next: ReplicaDocument = {
    id: name,
    version: serverVersion,
    ...(isAhead && { base: server ?? null }),
    ...(since > 0 && { unchangedSince: since }),
  };
  const body = next as unknown as JsonObject;
  if (serverVersion === 0 && !isAhead) {
    if (expectedVersion > 0) changes.push({ type: 'delete', kind: 'replicaDocument', id: name, expectedVersion });
  } else if (!isSame(replica?.body, body)) {
    changes.push({ type: 'put', kind: 'replicaDocument', id: name, body, expectedVersion });
  }
  return changes;
}
