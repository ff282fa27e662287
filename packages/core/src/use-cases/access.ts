import { isWithin, type CalendarDate } from '../calendar.js';
import { CoachingError, notFound } from '../errors.js';
import type { Kept } from '../documents.js';
import type { CoachingRelationship } from '../model/relationship.js';
import type { DataClass, Operation, Relation } from '../policy/access-matrix.js';
import { decide, relationsOfRoles } from '../policy/decide.js';
import { todayOf, type UseCaseContext } from './context.js';

/** How the actor stands to a pair. */
export async function relationsTo(
  context: UseCaseContext,
  relationship: CoachingRelationship,
): Promise<readonly Relation[]> {
  const { personId } = context.actor;
  if (personId === relationship.employeeId) return ['employee'];
  if (personId !== relationship.managerId) return [];
  return [
    isWithin(await todayOf(context, personId), relationship.start, relationship.end) ? 'manager' : 'former-manager',
  ];
}

/**
 * Reads a pair for one purpose.
 * @throws CoachingError `not-found` when the actor has nothing to do with the pair, `forbidden` when their part in it
 *   does not allow this
 */
export async function relationshipFor(
  context: UseCaseContext,
  relationshipId: string,
  operation: Operation,
  dataClass: DataClass,
): Promise<Kept<'relationship'> & { readonly relations: readonly Relation[] }> {
  const relationship = await context.documents.get('relationship', relationshipId);
  const relations = await relationsTo(context, relationship.body);
  if (relations.length === 0) throw notFound('relationship');
  ensure(relations, operation, dataClass);
  return { ...relationship, relations };
}

/** @throws CoachingError `forbidden` */
export function ensure(relations: readonly Relation[], operation: Operation, dataClass: DataClass): void {
  if (!decide(relations, operation, dataClass))
    throw new CoachingError('forbidden', `${operation} of ${dataClass} is not allowed`);
}

/** For things that belong to no pair. @throws CoachingError `forbidden` */
export function ensureRole(context: UseCaseContext, operation: Operation, dataClass: DataClass): void {
  ensure(relationsOfRoles(context.actor), operation, dataClass);
}

/** Whether somebody is the line manager of an employee on a day. */
export async function lineHolds(
  { documents }: UseCaseContext,
  managerId: string,
  employeeId: string,
  date: CalendarDate,
): Promise<boolean> {
  const lines = await documents.bodies('reportingLine', { index: 'byEmployee', equals: [employeeId], to: date });
  return lines.some((line) => line.managerId === managerId && isWithin(date, line.start, line.end));
}

/** @throws CoachingError `outside-reporting-line` (M1) */
export async function ensureLine(
  context: UseCaseContext,
  pair: CoachingRelationship,
  date: CalendarDate,
): Promise<void> {
  const holds =
    isWithin(date, pair.start, pair.end) && (await lineHolds(context, pair.managerId, pair.employeeId, date));
  if (!holds) throw new CoachingError('outside-reporting-line', 'the line does not hold on that date');
}

/**
 * Whether the actor may see the development of an employee: the employee themselves, or a current line manager who
 * coaches them. The relations are what `decide` is asked with.
 * @param kind - what was asked for: a foreign one and one that does not exist answer alike
 * @throws CoachingError `not-found` for everybody else
 */
export async function relationsToEmployee(
  context: UseCaseContext,
  employeeId: string,
  kind = 'person',
): Promise<readonly Relation[]> {
  if (context.actor.personId === employeeId) return ['employee'];
  const pairs = await context.documents.bodies('relationship', { index: 'byEmployee', equals: [employeeId] });
  const relations = await Promise.all(pairs.map((pair) => relationsTo(context, pair)));
  if (!relations.flat().includes('manager')) throw notFound(kind);
  return ['manager'];
}
