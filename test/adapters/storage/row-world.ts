import type { Actor, DocumentKind, JsonObject, Role, Storage } from '@coachkit/core';

/** A document of the world, with what decides who may have it. */
export interface WorldDocument {
  readonly tenantId: string;
  readonly kind: DocumentKind;
  readonly id: string;
  readonly body: JsonObject;
}

/** Two tenants with the same people and the same ids, in which pairs have ended, changed hands and begun again. */
export interface World {
  readonly documents: readonly WorldDocument[];
  readonly actors: readonly Actor[];
  /** Whether somebody may have a document, said in another way than the database says it. */
  mayHave(actor: Actor, document: WorldDocument): boolean;
}

/** The day on which it is. */
export const worldToday = '2026-06-15';

interface Pair {
  readonly id: string;
  readonly managerId: string;
  readonly employeeId: string;
  readonly start: string;
  readonly end?: string;
}

const people = ['ann', 'ben', 'cem', 'dea', 'eli', 'fay', 'gus', 'hal'];
const roleSets: readonly (readonly Role[])[] = [
  [],
  ['hr-partner'],
  ['learning-analyst'],
  ['programme-admin'],
  ['technical-admin'],
  ['privacy-officer'],
  ['worker'],
  ['hr-partner', 'worker'],
];

const pairs: readonly Pair[] = [
  { id: 'ann-cem-1', managerId: 'ann', employeeId: 'cem', start: '2025-01-01', end: '2025-09-30' },
  { id: 'ben-cem', managerId: 'ben', employeeId: 'cem', start: '2025-10-01', end: '2026-03-31' },
  { id: 'ann-cem-2', managerId: 'ann', employeeId: 'cem', start: '2026-04-01' },
  { id: 'ann-dea', managerId: 'ann', employeeId: 'dea', start: '2026-01-01', end: '2026-12-31' },
  { id: 'ben-eli', managerId: 'ben', employeeId: 'eli', start: '2026-01-01' },
  { id: 'cem-fay', managerId: 'cem', employeeId: 'fay', start: '2026-01-01', end: '2026-02-28' },
  { id: 'gus-fay', managerId: 'gus', employeeId: 'fay', start: '2026-03-01' },
];

/** Makes the world. */
export function makeWorld(): World {
  const documents = ['north', 'south'].flatMap(documentsOf);
  const actors = ['north', 'south', 'west'].flatMap((tenantId) =>
    [...people, 'nobody'].flatMap((personId) => roleSets.map((roles) => ({ tenantId, personId, roles }))),
  );
  return { documents, actors, mayHave };
}

/** Writes the world, past the rules for rows. */
export async function settle(world: World, storageOf: (tenantId: string) => Storage): Promise<void> {
  for (const tenantId of new Set(world.documents.map((document) => document.tenantId))) {
    const own = world.documents.filter((document) => document.tenantId === tenantId);
    await storageOf(tenantId).commit(
      own.map(({ kind, id, body }) => ({ type: 'put', kind, id, body, expectedVersion: 0 })),
    );
  }
}

function documentsOf(tenantId: string): WorldDocument[] {
  const made: WorldDocument[] = [];
  const add = (kind: DocumentKind, id: string, body: JsonObject): void => {
    made.push({ tenantId, kind, id, body: { ...body, marker: `${tenantId}/${kind}/${id}` } });
  };
  add('unit', 'team', { name: 'Team' });
  for (const id of people) {
    add('person', id, { teamId: 'team' });
    add('leave', `leave-${id}`, { personId: id, start: '2026-01-05' });
    add('draft', `draft-${id}`, { authorId: id, updatedAt: '2026-01-05T09:00:00Z' });
    add('operation', `operation-${id}`, { personId: id, at: '2026-01-05T09:00:00Z' });
  }
  add('skillFramework', 'framework', { name: 'Skills' });
  add('skillPack', 'framework.0', { frameworkId: 'framework' });
  add('queuedOperation', 'queued', { place: 1 });
  add('replicaDocument', 'replica', {});
  for (const pair of pairs) documentsOfPair(pair, add);
  return made;
}

function documentsOfPair(pair: Pair, add: (kind: DocumentKind, id: string, body: JsonObject) => void): void {
  const { id, managerId, employeeId, start } = pair;
  const body = { ...pair } as unknown as JsonObject;
  add('reportingLine', `line-${id}`, body);
  add('relationship', id, body);
  add('cadenceReason', id, { reason: 'words' });
  const parties = { relationshipId: id, managerId, employeeId };
  for (const number of [1, 2]) {
    const session = `${id}-session-${number}`;
    const date = `${start.slice(0, 8)}1${number}`;
    add('session', session, { ...parties, date });
    add('sessionContent', session, { points: ['words'] });
    add('sessionVersion', `${session}.1`, { sessionId: session, revision: 1 });
    add('sessionFact', session, { ...parties, date });
    add('comment', `${session}.comment`, { sessionId: session, writtenAt: `${date}T09:00:00Z` });
    add('accessReceipt', `${session}.receipt`, { sessionId: session, employeeId, date });
    const action = { ...parties, ownerId: employeeId, sessionId: session, dueDate: date };
    add('action', `${session}.open`, { ...action, status: 'open' });
    add('action', `${session}.done`, { ...action, status: 'done', closedAt: `${date}T09:00:00Z` });
    // Left open by one manager and closed in the time of whoever came after.
    add('action', `${session}.late`, { ...action, status: 'done', closedAt: '2026-05-01T09:00:00Z' });
    add('courseAssignment', `${session}.course`, { employeeId, requestedOn: date, sessionId: session });
    add('skillEvidence', session, { employeeId, date });
    add('conflict', `${session}.conflict`, { ...parties, at: `${date}T09:00:00Z`, entityId: session });
  }
  add('goal', `${id}-goal`, { employeeId, status: 'open' });
  add('conflict', `${id}-goal.conflict`, { employeeId, at: `${start}T09:00:00Z`, entityId: `${id}-goal` });
}

const isCurrent = ({ end }: Pair): boolean => end === undefined || end >= worldToday;

function mayHave({ tenantId, personId, roles }: Actor, { tenantId: of, kind, id, body }: WorldDocument): boolean {
  if (tenantId !== of) return false;
  const has = (...wanted: readonly Role[]): boolean => wanted.some((role) => roles.includes(role));
  const coached = pairs.filter((pair) => pair.managerId === personId && isCurrent(pair));
  const pairOf = (name: unknown): Pair => pairs.find((pair) => pair.id === name)!;
  const pairOfSession = (session: unknown): Pair => pairOf(String(session).split('-session-')[0]);
  const isParty = (pair: Pair): boolean => pair.managerId === personId || pair.employeeId === personId;
  const readsWords = (pair: Pair): boolean => pair.employeeId === personId || coached.includes(pair);
  const isOwn = body['employeeId'] === personId;
  const coaches = coached.some(({ employeeId }) => employeeId === body['employeeId']);
  switch (kind) {
    case 'person':
    case 'unit':
    case 'skillFramework':
    case 'skillPack':
    case 'reportingLine':
    case 'leave':
      return true;
    case 'relationship':
      return (
        has('hr-partner', 'learning-analyst', 'programme-admin', 'technical-admin', 'privacy-officer', 'worker') ||
        isParty(pairOf(id)) ||
        pairs.some((pair) => pair.managerId === personId && pair.employeeId === body['employeeId'])
      );
    case 'cadenceReason':
      return has('programme-admin', 'technical-admin') || readsWords(pairOf(id));
    case 'session':
      return has('worker') || isParty(pairOfSession(id));
    case 'sessionContent':
      return readsWords(pairOfSession(id));
    case 'sessionVersion':
    case 'comment':
      return readsWords(pairOfSession(body['sessionId']));
    case 'sessionFact':
      return has('hr-partner', 'learning-analyst', 'programme-admin') || isParty(pairOfSession(id));
    case 'accessReceipt':
      return isParty(pairOfSession(body['sessionId']));
    case 'action': {
      if (isOwn) return true;
      const now = coached.find(({ employeeId }) => employeeId === body['employeeId']);
      if (now === undefined) return false;
      return now.id === body['relationshipId'] || body['status'] === 'open' || String(body['closedAt']) >= now.start;
    }
    case 'courseAssignment':
      return has('worker') || isOwn || coaches;
    case 'skillEvidence':
    case 'goal':
      return isOwn || coaches;
    case 'draft':
      return body['authorId'] === personId;
    case 'conflict': {
      const pair = body['relationshipId'] === undefined ? undefined : pairOf(body['relationshipId']);
      return isOwn || (pair === undefined ? coaches : coached.includes(pair));
    }
    case 'operation':
      return has('worker') || body['personId'] === personId;
    default:
      return false;
  }
}
