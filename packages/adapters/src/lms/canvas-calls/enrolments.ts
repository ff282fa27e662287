import { learningError, type CourseRequest, type DeliveryReceipt } from '@coachkit/core';
import * as z from 'zod/mini';
import { notUnderstood, understood, understoodItems } from '../answers.js';
import type { CanvasCall } from './call.js';

const wireEnrolment = z.object({
  id: z.string(),
  course_id: z.string(),
  user_id: z.string(),
  type: z.string(),
  enrollment_state: z.string(),
});

/** An enrolment that gives access now; `completed` is Canvas's word for one that was ended. */
export interface CanvasEnrolment {
  readonly id: string;
  readonly courseId: string;
}

/** The enrolments of somebody as a student. */
export async function readEnrolments(call: CanvasCall, userId: string): Promise<readonly CanvasEnrolment[]> {
  const query = 'type[]=StudentEnrollment&state[]=active&state[]=invited&per_page=100';
  const items = await call.list(`/users/${encodeURIComponent(userId)}/enrollments?${query}`);
  if (items === undefined) throw learningError({ reason: 'unknown-person' }, 'Canvas has no such person');
  return understoodItems(wireEnrolment, items)
    .filter((each) => each.user_id === userId && /^(active|invited)$/.test(each.enrollment_state))
    .map((each) => ({ id: each.id, courseId: each.course_id }));
}

/** Enrols, active at once: the usual state would be an invitation. Believes only an answer that says so. */
export async function enrol(
  call: CanvasCall,
  userId: string,
  { requestId, courseId }: CourseRequest,
): Promise<DeliveryReceipt> {
  const { body } = await call.write('POST', `/courses/${encodeURIComponent(courseId)}/enrollments`, {
    enrollment: { user_id: userId, type: 'StudentEnrollment', enrollment_state: 'active', notify: true },
  });
  // The course was found a moment ago, so it is the person who may not be enrolled.
  if (body === undefined)
    throw learningError({ reason: 'refused', code: 'not-enrollable' }, 'Canvas does not enrol them');
  const made = understood(wireEnrolment, body);
  if (made.course_id !== courseId || made.user_id !== userId) throw notUnderstood();
  return { requestId, state: made.enrollment_state === 'active' ? 'done' : 'accepted' };
}
