import { isWithin } from '../../calendar.js';
import type { Kept } from '../../documents.js';
import type { CoachingRelationship } from '../../model/relationship.js';
import { todayOf, type UseCaseContext } from '../context.js';

/**
 * Every open action of a pair, the longest overdue first (M13). When the manager has changed, the open actions of the
 * employee's ended relationships come along (requirements 3.11: open actions move, notes stay).
 */
export async function openActionsOf(context: UseCaseContext, pair: CoachingRelationship): Promise<Kept<'action'>[]> {
  const open = await context.documents.list('action', { index: 'byEmployee', equals: [pair.employeeId, 'open'] });
  const isTheirs = await Promise.all(open.map(({ body }) => isOwnOrEnded(context, pair, body.relationshipId)));
  return open.filter((_, index) => isTheirs[index]);
}

/** Whether a pair whose actions are reviewed takes over those of a relationship of the same employee. */
export async function isOwnOrEnded(
  context: UseCaseContext,
  pair: CoachingRelationship,
  relationshipId: string,
): Promise<boolean> {
  if (relationshipId === pair.id) return true;
  const other = (await context.documents.find('relationship', relationshipId))?.body;
  // A device holds the open actions of its people, and no pair of somebody else: such an action came along.
  if (other === undefined) return true;
  return (
    other.employeeId === pair.employeeId && !isWithin(await todayOf(context, pair.employeeId), other.start, other.end)
  );
}
