import * as z from 'zod/mini';
import type { CalendarDate } from '../../calendar.js';
import { put } from '../../documents.js';
import { refusedInput, type InputProblem } from '../../errors.js';
import type { NewAction } from '../../inputs.js';
import { developmentActivitySchema, type Action } from '../../model/action.js';
import type { CourseAssignment } from '../../model/development.js';
import { mostActivities } from '../../model/limits.js';
import type { CoachingRelationship } from '../../model/relationship.js';
import { calendarDate, id, listOf, type Schema, text } from '../../model/values.js';
import type { StorageChange } from '../../ports/storage.js';
import { defined, nowOf, type UseCaseContext } from '../context.js';

/** Fields of a `NewAction`, for input schemas that extend it. */
export const newActionFields = {
  id: z.optional(id),
  text: text.action,
  ownerId: id,
  dueDate: calendarDate,
  activities: z.optional(listOf(developmentActivitySchema, mostActivities)),
};

/** Schema of a `NewAction`. */
export const newActionSchema = z.strictObject(newActionFields) as Schema<NewAction>;

/** Actions that were agreed, with the courses they ask for. */
export interface AgreedActions {
  readonly actions: readonly Action[];
  readonly assignments: readonly CourseAssignment[];
  readonly changes: readonly StorageChange[];
}

/**
 * Makes the actions of a pair.
 * @throws CoachingError `invalid-input` at `<path>N.…`: an owner outside the pair (`not-an-option`), a due date before
 *   today (`date-in-past`), an id used twice (`twice`)
 */
export function newActions(
  context: UseCaseContext,
  pair: CoachingRelationship,
  inputs: readonly NewAction[],
  {
    sessionId,
    today,
    path = 'actions.',
  }: { readonly sessionId?: string | undefined; readonly today: CalendarDate; readonly path?: string },
): AgreedActions {
  const problems: InputProblem[] = [];
  const seen = new Set<string>();
  const actions = inputs.map((input, index): Action => {
    const at = path === '' ? '' : `${path}${index}.`;
    if (input.dueDate < today) problems.push({ path: `${at}dueDate`, rule: 'date-in-past' });
    if (input.ownerId !== pair.managerId && input.ownerId !== pair.employeeId)
      problems.push({ path: `${at}ownerId`, rule: 'not-an-option' });
    if (input.id !== undefined && seen.has(input.id)) problems.push({ path: `${at}id`, rule: 'twice' });
    if (input.id !== undefined) seen.add(input.id);
    return defined({
      id: input.id ?? context.newId(),
      relationshipId: pair.id,
      managerId: pair.managerId,
      employeeId: pair.employeeId,
      sessionId,
      ownerId: input.ownerId,
      text: input.text,
      dueDate: input.dueDate,
      status: 'open' as const,
      activities: input.activities ?? [],
      createdAt: nowOf(context),
      createdBy: context.actor.personId,
    });
  });
  if (problems.length > 0) throw refusedInput(problems);
  const assignments =
    sessionId === undefined ? [] : actions.flatMap((action) => assignmentsOf(action, sessionId, today));
  return {
    actions,
    assignments,
    changes: [
      ...actions.map((action) => put('action', action)),
      ...assignments.map((assignment) => put('courseAssignment', assignment)),
    ],
  };
}

/** Recommend never enrols; assign is requested and confirmed, or not, by the learning system (M24, M25). */
function assignmentsOf(action: Action, sessionId: string, today: CalendarDate): CourseAssignment[] {
  return action.activities.flatMap((activity, index) =>
    activity.kind === 'course'
      ? {
          id: `${action.id}.${index}`,
          employeeId: action.employeeId,
          sessionId,
          actionId: action.id,
          courseId: activity.courseId,
          intent: activity.intent,
          status: activity.intent === 'recommend' ? ('recommended' as const) : ('requested' as const),
          requestedOn: today,
        }
      : [],
  );
}
