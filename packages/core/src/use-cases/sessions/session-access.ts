import type { Kept } from '../../documents.js';
import { notFound } from '../../errors.js';
import type { CoachingRelationship } from '../../model/relationship.js';
import type { DataClass, Operation, Relation } from '../../policy/access-matrix.js';
import { ensure, relationsTo } from '../access.js';
import type { UseCaseContext } from '../context.js';

/** A session with its pair and how the actor stands to it. */
export interface AccessibleSession {
  readonly session: Kept<'session'>;
  readonly pair: CoachingRelationship;
  readonly relations: readonly Relation[];
}

/**
 * Reads a session for one purpose.
 * @throws CoachingError `not-found` for one that does not exist or is not the actor's to know of; `forbidden`
 */
export async function sessionFor(
  context: UseCaseContext,
  sessionId: string,
  operation: Operation,
  dataClass: DataClass,
): Promise<AccessibleSession> {
  const session = await context.documents.get('session', sessionId);
  const pair = (await context.documents.get('relationship', session.body.relationshipId)).body;
  const relations = await relationsTo(context, pair);
  if (relations.length === 0) throw notFound('session');
  ensure(relations, operation, dataClass);
  return { session, pair, relations };
}
