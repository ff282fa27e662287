import type { CourseAssignment } from '../../model/development.js';
import type { UseCaseContext } from '../context.js';

/**
 * Hands requested courses to the learning system after their session was saved. It runs on its own: a learning system
 * that is slow or down neither delays nor fails the record; what came of it is written to each assignment.
 */
export function deliverAssignments(context: UseCaseContext, assignments: readonly CourseAssignment[]): void {
  if (context.lms === undefined) return;
  for (const { id } of assignments.filter(({ intent }) => intent === 'assign')) {
    import('./deliver-assignment.js')
      .then(({ deliverAssignment }) => deliverAssignment(context, id))
      // An outcome that could not be written leaves the assignment `requested`, which is true and can be retried.
      .catch(() => undefined);
  }
}
