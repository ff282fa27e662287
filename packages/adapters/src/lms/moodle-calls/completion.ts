import { dateInZone, refusalOf, type CourseProgress } from '@coachkit/core';
import * as z from 'zod/mini';
import { understood, understoodItems } from '../answers.js';
import type { MoodleCall } from './call.js';

const flag = z.optional(z.nullable(z.boolean()));
const wireEnrolment = z.object({
  id: z.number(),
  progress: z.optional(z.nullable(z.number())),
  completed: flag,
  completionhascriteria: flag,
  completionusertracked: flag,
  enablecompletion: flag,
  lastaccess: z.optional(z.nullable(z.number())),
});
const completionAnswer = z.object({
  completionstatus: z.object({
    completed: z.boolean(),
    completions: z.array(z.object({ complete: z.boolean(), timecompleted: z.nullable(z.number()) })),
  }),
});

/** Where somebody is enrolled and active now, by course. */
export type MoodleEnrolments = ReadonlyMap<string, z.infer<typeof wireEnrolment>>;

/** Reads where somebody is enrolled. An enrolment that ended, begins later or is suspended is not among them. */
export async function readEnrolments(call: MoodleCall, userId: string): Promise<MoodleEnrolments> {
  const answer = await call.read('core_enrol_get_users_courses', { userid: userId, returnusercount: 0 });
  const courses = understoodItems(wireEnrolment, understood(z.array(z.unknown()), answer));
  return new Map(courses.map((course) => [String(course.id), course]));
}

/** How far somebody is in one course in which they are enrolled. */
export async function readProgress(
  call: MoodleCall,
  userId: string,
  courseId: string,
  enrolments: MoodleEnrolments,
  timeZone: string,
): Promise<CourseProgress | undefined> {
  const course = enrolments.get(courseId);
  if (course === undefined) return undefined;
  if (course.completed === true) {
    const completedOn = await completionDate(call, userId, courseId, timeZone);
    return completedOn === undefined
      ? { courseId, status: 'completed' }
      : { courseId, status: 'completed', completedOn };
  }
  // A caller without the right to see completion gets the same answer: "not reported" is true of both.
  const isTracked =
    course.completed != null && course.completionhascriteria !== false && course.enablecompletion !== false;
  if (!isTracked) return { courseId, status: 'untracked' };
  const hasBegun = (course.progress ?? 0) > 0 || (course.lastaccess ?? 0) > 0;
  return { courseId, status: hasBegun ? 'in-progress' : 'enrolled' };
}

/** Moodle keeps no date of the whole: it is that of the criterion that was met last. */
async function completionDate(
  call: MoodleCall,
  userId: string,
  courseId: string,
  timeZone: string,
): Promise<string | undefined> {
  try {
    const answer = await call.read('core_completion_get_course_completion_status', {
      courseid: courseId,
      userid: userId,
    });
    const { completionstatus } = understood(completionAnswer, answer);
    const met = completionstatus.completions.filter(({ complete }) => complete);
    const last = Math.max(0, ...met.map(({ timecompleted }) => timecompleted ?? 0));
    // Seconds; milliseconds would be a year beyond 5000.
    return last > 0 && last < 1e11 ? dateInZone(last * 1_000, timeZone) : undefined;
  } catch (error) {
    // That it is completed is known; only its date may not be read.
    if (refusalOf(error).reason === 'unavailable') throw error;
    return undefined;
  }
}
