import type { CalendarDate } from '../../calendar.js';
import { put } from '../../documents.js';
import { refusedInput, type InputProblem } from '../../errors.js';
import type { Action } from '../../model/action.js';
import type { CoachingRelationship } from '../../model/relationship.js';
import type { ActionReview } from '../../model/session-content.js';
import type { StorageChange } from '../../ports/storage.js';
import { isOwnOrEnded, openActionsOf } from '../actions/open-actions.js';
import { nowOf, type UseCaseContext } from '../context.js';

/** What the review of earlier actions changes. */
export interface ReviewedActions {
  /** How many actions were open when the review began. */
  readonly openBefore: number;
  readonly changes: readonly StorageChange[];
}

/**
 * Applies the review of earlier actions (M13). Somebody may have ticked one off since the form was opened: an action
 * that is closed already and reviewed as done or dropped stays as it is.
 * @throws CoachingError `invalid-input` at `reviews.N…` (`unknown-action`, `twice`, `date-in-past`)
 */
export async function reviewActions(
  context: UseCaseContext,
  pair: CoachingRelationship,
  reviews: readonly ActionReview[],
  today: CalendarDate,
): Promise<ReviewedActions> {
  const open = await openActionsOf(context, pair);
  const byId = new Map(open.map((action) => [action.body.id, action]));
  const changes: StorageChange[] = [];
  const problems: InputProblem[] = [];
  const seen = new Set<string>();
  for (const [index, review] of reviews.entries()) {
    const action = byId.get(review.actionId);
    if (seen.has(review.actionId)) problems.push({ path: `reviews.${index}.actionId`, rule: 'twice' });
    seen.add(review.actionId);
    if (review.dueDate !== undefined && review.dueDate < today)
      problems.push({ path: `reviews.${index}.dueDate`, rule: 'date-in-past' });
    if (action !== undefined) {
      const changed = reviewedAction(context, action.body, review);
      if (changed !== undefined) changes.push(put('action', changed, action));
    } else {
      const closed = await context.documents.find('action', review.actionId);
      if (closed === undefined || !(await isOwnOrEnded(context, pair, closed.body.relationshipId)))
        problems.push({ path: `reviews.${index}.actionId`, rule: 'unknown-action' });
    }
  }
  if (problems.length > 0) throw refusedInput(problems);
  return { openBefore: open.length, changes };
}

function reviewedAction(
  context: UseCaseContext,
  action: Action,
  { outcome, dueDate }: ActionReview,
): Action | undefined {
  if (outcome === 'keep')
    return dueDate === undefined || dueDate === action.dueDate ? undefined : { ...action, dueDate };
  return {
    ...action,
    status: outcome === 'done' ? 'done' : 'dropped',
    closedAt: nowOf(context),
    closedBy: context.actor.personId,
  };
}
