import { documentKinds, type DocumentKind, type DocumentKindDeclaration } from '@coachkit/core';

/** A field of the body that has a column of its own. */
export interface FieldColumn {
  readonly field: string;
  readonly column: string;
}

/** Where the documents of a kind are kept. */
export interface DocumentTable {
  readonly name: string;
  /** The fields of its indexes, and those by which rows are let out; each once. */
  readonly fields: readonly FieldColumn[];
}

/** Fields of no index by which a database with rules for rows decides whom it lets a row out to. */
const accessFields: Partial<Record<DocumentKind, readonly string[]>> = {
  relationship: ['end'],
  action: ['closedAt'],
};

/**
 * Kinds in the order in which one commit writes them: what others are judged by comes first, so that the rules for rows
 * find it, and every commit takes its documents in the same order, so that no two wait for each other in a circle.
 */
export const kindsInOrder: readonly DocumentKind[] = [
  'unit',
  'person',
  'reportingLine',
  'relationship',
  'session',
  ...(Object.keys(documentKinds) as DocumentKind[]).filter(
    (kind) => !['unit', 'person', 'reportingLine', 'relationship', 'session'].includes(kind),
  ),
];

const ranks = new Map(kindsInOrder.map((kind, rank) => [kind, rank]));

/** The place of a kind in `kindsInOrder`. */
export function rankOf(kind: DocumentKind): number {
  return ranks.get(kind) ?? 0;
}

const tables = new Map(kindsInOrder.map((kind) => [kind, describeTable(kind)]));

/** The table of a kind. @throws RangeError for a kind that is not declared */
export function tableOf(kind: DocumentKind): DocumentTable {
  const table = tables.get(kind);
  if (table === undefined) throw new RangeError(`there is no kind ${kind}`);
  return table;
}

/** The name of the column that holds a field: `relationshipId` is kept in `relationship_id`. */
export function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function describeTable(kind: DocumentKind): DocumentTable {
  const { indexes }: DocumentKindDeclaration = documentKinds[kind];
  const fields = new Set([...Object.values(indexes).flat(), ...(accessFields[kind] ?? [])]);
  return { name: columnOf(kind), fields: [...fields].map((field) => ({ field, column: columnOf(field) })) };
}
