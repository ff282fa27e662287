import type { JsonValue } from '@coachkit/core';
import {
  syncPaths,
  type DocumentName,
  type OperationResult,
  type OperationResults,
  type ReplicaDocuments,
  type ReplicaManifest,
  type SentOperation,
  type WireDocument,
} from '@coachkit/core/wire';
import { newKey, type Answer, type Caller } from './caller.js';
import { expectOk } from './expect-answers.js';

/** An operation with an id of its own. */
export function operation(
  verb: SentOperation['verb'],
  input: JsonValue,
  more: Partial<SentOperation> = {},
): SentOperation {
  return { id: newKey(), verb, input, ...more };
}

/** Sends a batch. */
export function sendBatch(caller: Caller, operations: readonly SentOperation[]): Promise<Answer> {
  return caller.send('POST', syncPaths.operations, { operations });
}

/** Sends a batch that is answered, operation by operation. */
export async function applyBatch(
  caller: Caller,
  operations: readonly SentOperation[],
): Promise<readonly OperationResult[]> {
  return expectOk<OperationResults>(await sendBatch(caller, operations), 'a batch', 200).results;
}

/** What a device of somebody may hold: `kind/id@version`, in order. */
export async function manifestOf(caller: Caller): Promise<readonly string[]> {
  const { documents } = expectOk<ReplicaManifest>(await caller.get(syncPaths.replica), 'the manifest', 200);
  return documents.map(({ kind, id, version }) => `${kind}/${id}@${version}`).sort();
}

/** The version of a document in somebody's manifest; 0 when it is not there. */
export async function versionOf(caller: Caller, kind: string, id: string): Promise<number> {
  const { documents } = expectOk<ReplicaManifest>(await caller.get(syncPaths.replica), 'the manifest', 200);
  return documents.find((each) => each.kind === kind && each.id === id)?.version ?? 0;
}

/** Documents as a device asks for them. */
export async function documentsOf(
  caller: Caller,
  documents: readonly DocumentName[],
): Promise<readonly WireDocument[]> {
  const answer = await caller.send('POST', syncPaths.replicaDocuments, { documents });
  return expectOk<ReplicaDocuments>(answer, 'documents', 200).documents;
}
