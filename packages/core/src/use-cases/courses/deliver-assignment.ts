import { put } from '../../documents.js';
import type { CourseAssignment } from '../../model/development.js';
import { refusalOf } from '../../ports/lms-error.js';
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
    const receipt = await lms.assign({ requestId: id, personId: employeeId, courseId });
    // What was only taken on is not confirmed: `progress` will tell.
    return { status: receipt.state === 'accepted' ? 'requested' : 'enrolled' };
  } catch (error) {
    return { status: 'not-delivered', reason: refusalOf(error).reason };
  }
}
