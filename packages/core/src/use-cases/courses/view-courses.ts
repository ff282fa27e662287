import type { CourseAssignment } from '../../model/development.js';
import type { Course } from '../../ports/lms.js';
import type { CourseView } from '../../views.js';
import type { UseCaseContext } from '../context.js';

/** Assignments with what the catalogue says of each course; a catalogue that cannot answer leaves the title out. */
export async function viewCourses(
  { lms }: UseCaseContext,
  assignments: readonly CourseAssignment[],
): Promise<CourseView[]> {
  return Promise.all(
    assignments.map(async (assignment) => {
      const course = await courseOf(lms?.get(assignment.courseId));
      return course === undefined ? { assignment } : { assignment, course };
    }),
  );
}

async function courseOf(answer: Promise<Course | undefined> | undefined): Promise<Course | undefined> {
  return answer?.catch(() => undefined);
}
