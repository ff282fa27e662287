import { syncLimits, syncPaths, type DocumentName, type WireDocument } from '@coachkit/core/wire';
import { bodyOf, isDocuments } from './answers.js';
import { isReplicated } from './rebase.js';
import type { Server } from './server.js';

/** Most requests for documents at the same time. */
const sideBySide = 4;

/** The documents that the server has and hands out, of those that are wanted. @throws CoachingError as the requests */
export async function fetchDocuments(
  server: Server,
  wanted: readonly DocumentName[],
): Promise<readonly WireDocument[]> {
  const parts: DocumentName[][] = [];
  for (let start = 0; start < wanted.length; start += syncLimits.documents)
    parts.push(wanted.slice(start, start + syncLimits.documents).map(({ kind, id }) => ({ kind, id })));
  const found: WireDocument[] = [];
  const fetchNext = async (): Promise<void> => {
    for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
      const body = { documents: part };
      const answer = await server.request({ method: 'POST', path: syncPaths.replicaDocuments, body });
      found.push(...bodyOf(answer, isDocuments).documents.filter(({ kind }) => isReplicated(kind)));
    }
  };
  await Promise.all(Array.from({ length: Math.min(sideBySide, parts.length) }, fetchNext));
  return found;
}
