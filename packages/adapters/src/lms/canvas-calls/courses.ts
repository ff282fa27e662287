import { dateInZone, millisecondsOfMoment, type Course, type CourseProgress } from '@coachkit/core';
import * as z from 'zod/mini';
import { plainText } from '../../plain-text/plain-text.js';
import { refused, understood, understoodItems } from '../answers.js';
import type { LearningTools } from '../connection.js';
import type { CanvasCall } from './call.js';

const wireCourse = z.object({ id: z.string(), name: z.string(), workflow_state: z.optional(z.string()) });
const wireProgress = z.union([
  z.object({ error: z.looseObject({}) }),
  z.object({
    requirement_count: z.number(),
    requirement_completed_count: z.number(),
    completed_at: z.nullable(z.string()),
  }),
]);

/** Whether a text is an id of Canvas. */
export const isCanvasId = (id: string): boolean => /^\d{1,20}(~\d{1,20})?$/.test(id);

/** Published courses of an account whose name fits. */
export async function searchCourses(
  tools: LearningTools,
  call: CanvasCall,
  accountId: string,
  { query, limit }: { readonly query: string; readonly limit: number },
): Promise<Course[]> {
  const parameters = new URLSearchParams({ 'state[]': 'available', per_page: '50' });
  // Canvas refuses a search for a single letter.
  if (query.trim().length > 1) parameters.set('search_term', query.trim());
  const path = `/accounts/${encodeURIComponent(accountId)}/courses?${parameters.toString()}`;
  const items = await call.list(path, (all) => all.length >= limit);
  // No such account: a mistake of the configuration, which an empty list would hide.
  if (items === undefined) throw refused('http-404');
  const found = new Map(understoodItems(wireCourse, items).map((each) => [each.id, courseOf(tools, each)]));
  return [...found.values()].slice(0, limit);
}

/** A course by id. One that was never published or was deleted counts as not there. */
export async function readCourse(
  tools: LearningTools,
  call: CanvasCall,
  courseId: string,
): Promise<Course | undefined> {
  if (!isCanvasId(courseId)) return undefined;
  const { body } = await call.read(`/courses/${courseId}`);
  if (body === undefined) return undefined;
  const course = understood(wireCourse, body);
  if (course.id !== courseId || course.workflow_state === 'deleted') return undefined;
  return courseOf(tools, course);
}

/** How far somebody is in a course in which they are enrolled. */
export async function readProgress(
  call: CanvasCall,
  userId: string,
  courseId: string,
  timeZone: string,
): Promise<CourseProgress> {
  const { body } = await call.read(`/courses/${courseId}/users/${encodeURIComponent(userId)}/progress`);
  if (body === undefined) return { courseId, status: 'untracked' };
  const progress = understood(wireProgress, body);
  // HTTP 200 with an error: a course without requirements never reports completion.
  if ('error' in progress) return { courseId, status: 'untracked' };
  const completed = millisecondsOfMoment(progress.completed_at ?? '');
  if (completed !== undefined) return { courseId, status: 'completed', completedOn: dateInZone(completed, timeZone) };
  return { courseId, status: progress.requirement_completed_count > 0 ? 'in-progress' : 'enrolled' };
}

function courseOf({ url, language }: LearningTools, { id, name }: z.infer<typeof wireCourse>): Course {
  return { id, title: plainText(name, { language }) || id, url: `${url}/courses/${id}` };
}
