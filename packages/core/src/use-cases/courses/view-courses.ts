import type { CourseAssignment } from '../../model/development.js';
import type { CourseView } from '../../views.js';
import { answerOf, type UseCaseContext } from '../context.js';

/** Assignments with what the catalogue says of each course; a catalogue that cannot answer leaves the title out. */
export async function viewCourses(
  { lms }: UseCaseContext,
  assignments: readonly CourseAssignment[],
): Promise<CourseView[]> {
  return Promise.all(
    assignments.map(async (assignment) => {
      const course = await answerOf(() => lms?.get(assignment.courseId));
      return course === undefined ? { assignment } : { assignment, course };
    }),
  );
}
