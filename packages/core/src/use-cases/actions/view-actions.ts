import { daysBetween, endOfWeek } from '../../calendar.js';
import type { Action } from '../../model/action.js';
import type { ActionView } from '../../views.js';
import { viewCourses } from '../courses/view-courses.js';
import { peopleOf, todayOf, type UseCaseContext } from '../context.js';

/** Actions with the people they concern and how pressing they are for the actor today. The order is kept. */
export async function viewActions(context: UseCaseContext, actions: readonly Action[]): Promise<ActionView[]> {
  const person = peopleOf(context);
  const { personId } = context.actor;
  const today = await todayOf(context, personId);
  const weekEnd = endOfWeek(today);
  return Promise.all(
    actions.map(async (action): Promise<ActionView> => {
      const days = daysBetween(action.dueDate, today);
      return {
        action,
        owner: await person(action.ownerId),
        manager: await person(action.managerId),
        employee: await person(action.employeeId),
        group:
          action.status !== 'open'
            ? 'closed'
            : days > 0
              ? 'overdue'
              : action.dueDate <= weekEnd
                ? 'this-week'
                : 'later',
        daysOverdue: days,
        canClose: personId === action.managerId || personId === action.employeeId,
        courses: await coursesOf(context, action),
      };
    }),
  );
}

/** Orders actions by the day they are due, soonest first; the same for everybody who looks. */
export function byDueDate(one: Action, other: Action): number {
  return one.dueDate < other.dueDate ? -1 : one.dueDate > other.dueDate ? 1 : one.id < other.id ? -1 : 1;
}

async function coursesOf(context: UseCaseContext, action: Action): Promise<ActionView['courses']> {
  const ids = action.activities.flatMap(({ kind }, index) => (kind === 'course' ? `${action.id}.${index}` : []));
  const found = await Promise.all(ids.map((each) => context.documents.find('courseAssignment', each)));
  return viewCourses(
    context,
    found.flatMap((kept) => kept?.body ?? []),
  );
}
