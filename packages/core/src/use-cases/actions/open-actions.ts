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
  const today = await todayOf(context, pair.employeeId);
  const others = new Set(open.map(({ body }) => body.relationshipId).filter((each) => each !== pair.id));
  const ended = new Set([pair.id]);
  for (const each of others) {
    const other = await context.documents.find('relationship', each);
    if (other !== undefined && !isWithin(today, other.body.start, other.body.end)) ended.add(each);
  }
  return open.filter(({ body }) => ended.has(body.relationshipId));
}
