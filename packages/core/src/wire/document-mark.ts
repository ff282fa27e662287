import type { DocumentKind } from '../model/document-kinds.js';
import type { JsonObject } from '../ports/storage.js';
import { canonical } from './fingerprint.js';

/** Kinds whose documents can be removed and made again under the same id, where versions begin at 1 again. */
const recurring: ReadonlySet<DocumentKind> = new Set(['draft', 'skillEvidence']);

/**
 * Tells a document from an earlier one of the same name and version: 32 bits of FNV-1a over its JSON, for the kinds of
 * which there can be an earlier one. No secret, and none is needed: it is only compared with another of its kind.
 */
export function markOf(kind: DocumentKind, body: JsonObject): string | undefined {
  if (!recurring.has(kind)) return undefined;
  let mark = 0x811c9dc5;
  for (const character of canonical(body)) mark = Math.imul(mark ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (mark >>> 0).toString(36);
}
