import type { ChangedDocument, DocumentKind, JsonObject, Storage } from '@coachkit/core';

/** Kinds of which no device holds anything. */
const neverHeld: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'operation',
  'queuedOperation',
  'replicaDocument',
  'sessionFact',
  'skillFramework',
  'skillPack',
  'unit',
]);

const partyFields = ['managerId', 'employeeId', 'personId', 'authorId', 'ownerId'] as const;

/**
 * Whether a change may concern a person. Where it is not clear it does: hearing of a change says nothing about what it
 * was, and a device that looks again in vain loses nothing.
 */
export async function concerns(storage: Storage, personId: string, change: ChangedDocument): Promise<boolean> {
  const { kind, id, deleted } = change;
  if (neverHeld.has(kind)) return false;
  if (kind === 'draft') return id.startsWith(`${personId}/`);
  if (deleted) return true;
  const body = (await storage.get(kind, id))?.body;
  if (body === undefined) return true;
  const people = await peopleOf(storage, kind, id, body);
  if (people.length === 0 || people.includes(personId)) return true;
  for (const other of people) if (await isPair(storage, personId, other)) return true;
  return false;
}

/** The people whom a document names, itself or through its session or its pair. */
async function peopleOf(
  storage: Storage,
  kind: DocumentKind,
  id: string,
  body: JsonObject,
): Promise<readonly string[]> {
  if (kind === 'person') return [id];
  if (kind === 'cadenceReason') return partiesOf((await storage.get('relationship', id))?.body);
  const sessionId = kind === 'sessionContent' ? id : body['sessionId'];
  const own = partiesOf(body);
  const isOfSession = typeof sessionId === 'string' && body['managerId'] === undefined;
  return isOfSession ? [...own, ...partiesOf((await storage.get('session', sessionId))?.body)] : own;
}

function partiesOf(body: JsonObject = {}): readonly string[] {
  return partyFields.flatMap((field) => {
    const value = body[field];
    return typeof value === 'string' ? [value] : [];
  });
}

/** Whether the two are or were a pair. */
async function isPair(storage: Storage, one: string, other: string): Promise<boolean> {
  const asEmployee = await storage.query('relationship', { index: 'byEmployee', equals: [other] });
  if (asEmployee.documents.some(({ body }) => body?.['managerId'] === one)) return true;
  const asManager = await storage.query('relationship', { index: 'byManager', equals: [other] });
  return asManager.documents.some(({ body }) => body?.['employeeId'] === one);
}
