import type { DocumentBodies, DomainKind } from '../../model/document-bodies.js';
import type { UseCaseContext } from '../context.js';
import { isOwnOrEnded } from '../actions/open-actions.js';
import type { ReplicaScope } from './scope.js';

type Answer = boolean | Promise<boolean>;

type Holds<Kind extends DomainKind> = (
  body: DocumentBodies[Kind],
  scope: ReplicaScope,
  context: UseCaseContext,
) => Answer;

/** Of each kind that a device may hold: which documents. What is not named here stays on the server. */
export const holds: { readonly [Kind in DomainKind]?: Holds<Kind> } = {
  person: ({ id }, { personId, partners }) => id === personId || partners.has(id),
  reportingLine: ({ employeeId, managerId }, { personId }) => employeeId === personId || managerId === personId,
  leave: ({ personId }, scope) => personId === scope.personId || scope.currentPartners.has(personId),
  relationship: ({ id }, { pairs }) => pairs.has(id),
  cadenceReason: ({ id }, scope) => scope.mayRead(id, 'content'),
  // A session holds no words: a former manager keeps the dates of what they took part in.
  session: ({ relationshipId }, scope) => scope.mayRead(relationshipId, 'activity'),
  sessionContent: ({ id }, scope, context) => ofSession(id, scope, context),
  sessionVersion: ({ sessionId }, scope, context) => ofSession(sessionId, scope, context),
  comment: ({ sessionId }, scope, context) => ofSession(sessionId, scope, context),
  accessReceipt: ({ sessionId }, scope, context) => ofSession(sessionId, scope, context),
  action: (body, scope, context) => holdsAction(body, scope, context),
  courseAssignment: ({ employeeId }, scope) => isOwnOrReports(employeeId, scope),
  skillEvidence: ({ employeeId }, scope) => isOwnOrReports(employeeId, scope),
  goal: ({ employeeId }, scope) => isOwnOrReports(employeeId, scope),
  draft: ({ authorId }, { personId }) => authorId === personId,
  conflict: ({ relationshipId, employeeId }, scope) =>
    relationshipId === undefined ? isOwnOrReports(employeeId, scope) : scope.mayRead(relationshipId, 'content'),
};

/** The words of a session are for its pair, and for the manager only while the two are one. */
async function ofSession(sessionId: string, scope: ReplicaScope, { documents }: UseCaseContext): Promise<boolean> {
  const session = await documents.find('session', sessionId);
  return session !== undefined && scope.mayRead(session.body.relationshipId, 'content');
}

/**
 * Open actions go on with a new manager, the notes do not (requirements 3.11). One that was open when the pair began and
 * was closed since stays: the pair's own records say what became of it.
 */
async function holdsAction(
  { relationshipId, employeeId, status, closedAt = '' }: DocumentBodies['action'],
  scope: ReplicaScope,
  context: UseCaseContext,
): Promise<boolean> {
  if (scope.mayRead(relationshipId, 'actions')) return true;
  const own = [...scope.pairs.values()].find((pair) => pair.employeeId === employeeId);
  const cameAlong = own !== undefined && (status === 'open' || closedAt >= own.start);
  return cameAlong && scope.currentEmployees.has(employeeId) && isOwnOrEnded(context, own, relationshipId);
}

function isOwnOrReports(employeeId: string, { personId, currentEmployees }: ReplicaScope): boolean {
  return employeeId === personId || currentEmployees.has(employeeId);
}
