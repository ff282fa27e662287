import type { Kept } from '../../documents.js';
import type { DomainKind } from '../../model/document-bodies.js';
import type { StorageQuery } from '../../ports/storage.js';
import type { UseCaseContext } from '../context.js';
import type { ReplicaScope } from './scope.js';

type Found = readonly Kept<DomainKind>[];

/** Every document that may belong to the replica, found by index; `holds` has the last word. */
export async function candidates(context: UseCaseContext, scope: ReplicaScope): Promise<Found> {
  const { documents } = context;
  const list = (kind: DomainKind, index: string, equals: readonly string[]): Promise<Found> =>
    documents.list(kind, { index, equals } satisfies StorageQuery);
  const get = async (kind: DomainKind, id: string): Promise<Found> => {
    const found = await documents.find(kind, id);
    return found === undefined ? [] : [found];
  };
  const me = scope.personId;
  const pairs = [...scope.pairs.values()];
  const employees = [me, ...scope.currentEmployees];
  const readable = pairs.filter(({ id }) => scope.mayRead(id, 'content'));
  const sessionsOf = (id: string) =>
    documents.list('session', { index: 'byRelationship', equals: [id] } satisfies StorageQuery);
  const sessions = (await Promise.all(pairs.map(({ id }) => sessionsOf(id)))).flat();
  const words = sessions
    .filter(({ body }) => scope.mayRead(body.relationshipId, 'content'))
    .flatMap(({ body }) => [
      get('sessionContent', body.id),
      // Only a record has been commented on, corrected or read.
      ...(body.status === 'recorded'
        ? [list('comment', 'bySession', [body.id]), list('accessReceipt', 'bySession', [body.id])]
        : []),
      ...(body.revision > 1 ? [list('sessionVersion', 'bySession', [body.id])] : []),
    ]);
  const found = await Promise.all([
    ...[me, ...scope.partners].map((id) => get('person', id)),
    list('reportingLine', 'byEmployee', [me]),
    list('reportingLine', 'byManager', [me]),
    ...[me, ...scope.currentPartners].map((id) => list('leave', 'byPerson', [id])),
    ...pairs.map(({ id }) => get('relationship', id)),
    ...readable.map(({ id }) => get('cadenceReason', id)),
    ...pairs.map(({ id }) => list('action', 'byRelationship', [id])),
    ...[...scope.currentEmployees].map((id) => list('action', 'byEmployee', [id])),
    ...employees.flatMap((id) => [
      list('courseAssignment', 'byEmployee', [id]),
      list('skillEvidence', 'byEmployee', [id]),
      list('conflict', 'byEmployee', [id]),
      list('goal', 'byEmployee', [id]),
    ]),
    list('draft', 'byAuthor', [me]),
    ...words,
  ]);
  return [...sessions, ...found.flat()];
}
