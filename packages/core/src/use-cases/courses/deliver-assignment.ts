import { put } from '../../documents.js';
import { CoachingError } from '../../errors.js';
import type { CourseAssignment } from '../../model/development.js';
import type { UseCaseContext } from '../context.js';

/** Asks the learning system for one course and keeps its answer. @returns the assignment as it is kept then */
export async function deliverAssignment(context: UseCaseContext, assignmentId: string): Promise<CourseAssignment> {
  const kept = await context.documents.get('courseAssignment', assignmentId);
  const { reason: _before, ...assignment } = kept.body;
  const outcome = await enrol(context, assignment);
  const delivered: CourseAssignment = { ...assignment, ...outcome };
  await context.documents.commit([put('courseAssignment', delivered, kept)]);
  return delivered;
}

async function enrol(
  { lms }: UseCaseContext,
  { id, employeeId, courseId }: CourseAssignment,
): Promise<Pick<CourseAssignment, 'status' | 'reason'>> {
  if (lms === undefined) return { status: 'not-delivered', reason: 'unavailable' };
  try {
    await lms.assign({ requestId: id, personId: employeeId, courseId });
    return { status: 'enrolled' };
  } catch (error) {
    if (!CoachingError.isInstance(error)) return { status: 'not-delivered', reason: 'unavailable' };
    if (error.code === 'not-found') return { status: 'not-delivered', reason: 'unknown-course' };
    return { status: 'not-delivered', reason: error.retryable ? 'unavailable' : 'refused' };
  }
}
