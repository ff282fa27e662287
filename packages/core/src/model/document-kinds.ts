/**
 * Every kind of document that storage keeps, with its indexes and whether it holds words that a person wrote.
 * Storage adapters read this table; the schemas of the bodies stand in the file of each noun.
 *
 * An index is a list of fields of the body. The words of a kind with `holdsWords` are encrypted where the adapter
 * encrypts; the index fields stay in the clear, so no index may name a field with words.
 */
export const documentKinds = {
  person: { holdsWords: false, indexes: { byTeam: ['teamId'] } },
  unit: { holdsWords: false, indexes: {} },
  reportingLine: {
    holdsWords: false,
    indexes: { byEmployee: ['employeeId', 'start'], byManager: ['managerId', 'start'] },
  },
  leave: { holdsWords: false, indexes: { byPerson: ['personId', 'start'] } },
  relationship: {
    holdsWords: false,
    indexes: { byManager: ['managerId', 'start'], byEmployee: ['employeeId', 'start'] },
  },
  cadenceReason: { holdsWords: true, indexes: {} },
  session: {
    holdsWords: false,
    indexes: {
      byRelationship: ['relationshipId', 'date'],
      byManager: ['managerId', 'date'],
      byEmployee: ['employeeId', 'date'],
    },
  },
  sessionContent: { holdsWords: true, indexes: {} },
  sessionVersion: { holdsWords: true, indexes: { bySession: ['sessionId', 'revision'] } },
  sessionFact: { holdsWords: false, indexes: { byDate: ['date'] } },
  action: {
    holdsWords: true,
    indexes: {
      byRelationship: ['relationshipId', 'status', 'dueDate'],
      byOwner: ['ownerId', 'status', 'dueDate'],
      byEmployee: ['employeeId', 'status', 'dueDate'],
      bySession: ['sessionId'],
    },
  },
  courseAssignment: {
    holdsWords: false,
    indexes: { byEmployee: ['employeeId', 'requestedOn'], bySession: ['sessionId'] },
  },
  skillEvidence: { holdsWords: false, indexes: { byEmployee: ['employeeId', 'date'] } },
  goal: { holdsWords: true, indexes: { byEmployee: ['employeeId', 'status'] } },
  draft: { holdsWords: true, indexes: { byAuthor: ['authorId', 'updatedAt'] } },
  comment: { holdsWords: true, indexes: { bySession: ['sessionId', 'writtenAt'] } },
  accessReceipt: {
    holdsWords: false,
    indexes: { bySession: ['sessionId', 'date'], byEmployee: ['employeeId', 'date'] },
  },
  // Two wordings of the same field, until one of the two people chooses.
  conflict: {
    holdsWords: true,
    indexes: { byRelationship: ['relationshipId', 'at'], byEmployee: ['employeeId', 'at'], byEntity: ['entityId'] },
  },
  // What a server has applied, so that an operation that comes twice is answered and not repeated.
  operation: { holdsWords: true, indexes: { byPerson: ['personId', 'at'], byDate: ['at'] } },
  // The organisation's skills framework: what is known of it as a whole, and some hundred skills in each document.
  skillFramework: { holdsWords: false, indexes: {} },
  skillPack: { holdsWords: false, indexes: { byFramework: ['frameworkId'] } },
  // What a device has still to send, and what it knows of the server's documents.
  queuedOperation: { holdsWords: true, indexes: { byPlace: ['place'] } },
  replicaDocument: { holdsWords: true, indexes: {} },
} as const satisfies Record<string, DocumentKindDeclaration>;

/** What the table says of one kind. */
export interface DocumentKindDeclaration {
  /** Whether bodies hold words that a person wrote. */
  readonly holdsWords: boolean;
  /** Index name → the fields of the body it is made of, most significant first. */
  readonly indexes: Readonly<Record<string, readonly string[]>>;
}

/** The name of a kind of document. */
export type DocumentKind = keyof typeof documentKinds;

/**
 * The fields of an index, most significant first; none for `id`.
 * @throws RangeError when the kind declares no such index, which is a mistake in the calling code.
 */
export function indexFields(kind: DocumentKind, index: string): readonly string[] {
  if (index === 'id') return [];
  const declaration: DocumentKindDeclaration = documentKinds[kind];
  const fields = Object.hasOwn(declaration.indexes, index) ? declaration.indexes[index] : undefined;
  if (fields === undefined) throw new RangeError(`${kind} declares no index ${index}`);
  return fields;
}
