import type { JsonObject, JsonValue, QueuedOperation, ReplicaDocument, Storage } from '@coachkit/core';
import { conflict } from '@coachkit/core/storage-parts';
import { documentOf, nameOf } from './document-name.js';

/** A version in the input of a verb: the field, and the document that it is a version of. */
export interface VersionInput {
  readonly field: string;
  readonly name: string;
}

/** The version that a verb takes in its input, where it takes one. */
export function versionInputOf(verb: string, input: JsonObject, personId: string): VersionInput | undefined {
  if (verb === 'drafts.save') {
    const draft = input.draft as JsonObject | null | undefined;
    // What is no draft is refused by the use case.
    return draft == null ? undefined : { field: 'version', name: draftName(draft, personId) };
  }
  if (verb === 'sessions.record' && input.draftVersion !== undefined)
    return { field: 'draftVersion', name: draftName(input, personId) };
  if (verb === 'sessions.correct')
    return { field: 'version', name: nameOf({ kind: 'session', id: textOf(input.sessionId) }) };
  return undefined;
}

/** The name of a draft that somebody writes. */
export function draftName({ relationshipId, sessionId }: JsonObject, personId: string): string {
  const parts = [personId, textOf(relationshipId), ...(sessionId === undefined ? [] : [textOf(sessionId)])];
  return nameOf({ kind: 'draft', id: parts.join('/') });
}

/** What is no text is refused by the use case. */
function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

/**
 * The version that a document will have on the server once what waits before has been applied there.
 * @param before - waiting operations, in order
 */
export function serverVersionAfter(
  before: readonly QueuedOperation[],
  name: string,
  replica: ReplicaDocument | undefined,
  personId: string,
): number {
  let version = replica?.version ?? 0;
  for (const { verb, input, touched } of before) {
    if (!touched.includes(name)) continue;
    // Whatever else touches a draft removes it.
    const isRemoved =
      name.startsWith('draft/') &&
      !(verb === 'drafts.save' && versionInputOf(verb, input as JsonObject, personId)?.name === name);
    version = isRemoved ? 0 : version + 1;
  }
  return version;
}

/** The version that is there now, for one that only this device has gone on from since; else the one that was given. */
export async function versionOfNow(local: Storage, name: string, given: number): Promise<number> {
  const { kind, id } = documentOf(name);
  const now = (await local.get(kind, id))?.version ?? 0;
  const since = (await readReplica(local, name))?.unchangedSince ?? now;
  return given >= since && given < now ? now : given;
}

/** The input as the server understands it, where nothing waits that touches the document. */
export async function withServerVersion(
  { local, personId }: { readonly local: Storage; readonly personId: string },
  verb: string,
  input: JsonObject,
): Promise<JsonObject> {
  const own = versionInputOf(verb, input, personId);
  const given = own && input[own.field];
  if (own === undefined || typeof given !== 'number') return input;
  const { kind, id } = documentOf(own.name);
  const now = (await local.get(kind, id))?.version ?? 0;
  if ((await versionOfNow(local, own.name, given)) !== now)
    throw conflict([{ kind, id, expectedVersion: given, actualVersion: now }]);
  return { ...input, [own.field]: (await readReplica(local, own.name))?.version ?? 0 };
}

/** What is known of a document of the server. */
export async function readReplica(local: Storage, name: string): Promise<ReplicaDocument | undefined> {
  return (await local.get('replicaDocument', name))?.body as unknown as ReplicaDocument | undefined;
}
