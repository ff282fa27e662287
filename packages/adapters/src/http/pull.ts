import type { ReplicaDocument } from '@coachkit/core';
import { syncPaths, type WireDocument } from '@coachkit/core/wire';
import { bodyOf, isManifest } from './answers.js';
import { nameOf } from './document-name.js';
import { fetchDocuments } from './fetch-documents.js';
import { isReplicated, rebase, type ReplicaParts } from './rebase.js';
import type { Server } from './server.js';

/** Fetches what has changed on the server. Remembers between two times which state was seen. */
export type Pull = () => Promise<void>;

/** A pull that asks for the manifest, and for the documents that differ. @throws CoachingError as the server's requests */
export function createPull(server: Server, parts: ReplicaParts): Pull {
  let seen: string | undefined;
  return async () => {
    const headers: Record<string, string> = seen === undefined ? {} : { 'if-none-match': seen };
    const answer = await server.request({ method: 'GET', path: syncPaths.replica, headers });
    if (answer.status === 304) return;
    const manifest = bodyOf(answer, isManifest).documents.filter(({ kind }) => isReplicated(kind));
    const known = await knownVersions(parts);
    const wanted = manifest.filter((each) => {
      const held = known.get(nameOf(each));
      return held?.version !== each.version || held.mark !== each.mark;
    });
    for (const each of manifest) known.delete(nameOf(each));
    const gone = new Set([...known].filter(([, { version }]) => version > 0).map(([name]) => name));
    const documents = new Map<string, WireDocument>();
    for (const document of await fetchDocuments(server, wanted)) documents.set(nameOf(document), document);
    if (documents.size + gone.size > 0) await rebase(parts, { documents, gone, endings: new Map() });
    // Only now: what was not taken in is asked for again.
    seen = answer.headers.get('etag') ?? undefined;
  };
}

async function knownVersions({ local }: ReplicaParts): Promise<Map<string, ReplicaDocument>> {
  const { documents } = await local.query('replicaDocument', { index: 'id' });
  const known = new Map<string, ReplicaDocument>();
  for (const { id, body } of documents) {
    if (id.includes('/') && body !== undefined) known.set(id, body as unknown as ReplicaDocument);
  }
  return known;
}
