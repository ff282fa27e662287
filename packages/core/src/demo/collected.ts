import type { DocumentBodies } from '../model/document-bodies.js';
import { documentKinds, type DocumentKind } from '../model/document-kinds.js';

/** Documents by kind, in the order in which they came about. */
export type DocumentsByKind = { readonly [Kind in DocumentKind]: readonly DocumentBodies[Kind][] };

/** Documents by kind while they are being made. */
export type Collected = { readonly [Kind in DocumentKind]: DocumentBodies[Kind][] };

/** Room for documents of every kind. */
export function collect(): Collected {
  return Object.fromEntries(Object.keys(documentKinds).map((kind) => [kind, []])) as unknown as Collected;
}
