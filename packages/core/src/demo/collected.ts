import { documentSchemas, type DocumentBodies, type DomainKind } from '../model/document-bodies.js';

/** Documents by kind, in the order in which they came about. */
export type DocumentsByKind = { readonly [Kind in DomainKind]: readonly DocumentBodies[Kind][] };

/** Documents by kind while they are being made. */
export type Collected = { readonly [Kind in DomainKind]: DocumentBodies[Kind][] };

/** Room for documents of every kind. */
export function collect(): Collected {
  return Object.fromEntries(Object.keys(documentSchemas).map((kind) => [kind, []])) as unknown as Collected;
}
