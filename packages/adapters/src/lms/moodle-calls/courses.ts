import type { Course } from '@coachkit/core';
import * as z from 'zod/mini';
import { plainText } from '../../plain-text/plain-text.js';
import { understood, understoodItems } from '../answers.js';
import type { LearningTools } from '../connection.js';
import type { MoodleCall } from './call.js';

/** A course as Moodle tells of it. */
export interface MoodleCourse extends Course {
  /** Hidden courses take people and are not shown to them. */
  readonly isHidden: boolean;
}

const wireId = z.number().check(z.int(), z.positive());
const wireCourse = z.object({
  id: wireId,
  fullname: z.string(),
  summary: z.optional(z.nullable(z.string())),
  visible: z.optional(z.union([z.number(), z.boolean()])),
});
const searchAnswer = z.object({ total: z.number(), courses: z.array(z.unknown()) });

/** How many hits are read at a time, and how many pages at most: a search is for people, not for copying. */
const perPage = 50;
const mostPages = 10;
/** The course that is the site itself; nobody can be enrolled in it. */
const siteCourse = '1';

/** Whether a text is an id of Moodle: what else there is cannot be the id of a course and is never sent. */
export const isMoodleId = (id: string): boolean => /^[1-9]\d{0,9}$/.test(id);

/** Courses that fit the words, page by page until there are enough. */
export async function searchCourses(
  tools: LearningTools,
  call: MoodleCall,
  query: string,
  limit: number,
): Promise<Course[]> {
  const found = new Map<string, Course>();
  for (let page = 0; page < mostPages && found.size < limit; page += 1) {
    const answer = await call.read('core_course_search_courses', {
      criterianame: 'search',
      criteriavalue: query,
      page,
      perpage: perPage,
    });
    const { courses, total } = understood(searchAnswer, answer);
    for (const each of understoodItems(wireCourse, courses)) {
      const { isHidden, ...course } = courseOf(tools, each);
      // Pages move while they are read: a course may come twice.
      if (!isHidden && course.id !== siteCourse) found.set(course.id, course);
    }
    if (courses.length === 0 || (page + 1) * perPage >= total) break;
  }
  return [...found.values()].slice(0, limit);
}

/** A course by id; undefined for one that Moodle does not have. */
export async function readCourse(
  tools: LearningTools,
  call: MoodleCall,
  courseId: string,
): Promise<MoodleCourse | undefined> {
  if (!isMoodleId(courseId) || courseId === siteCourse) return undefined;
  // The function for lists: the one for fields fails as a whole when an id is unknown.
  const answer = await call.read('core_course_get_courses', { 'options[ids][0]': courseId });
  const course = understoodItems(wireCourse, understood(z.array(z.unknown()), answer)).find(
    ({ id }) => String(id) === courseId,
  );
  return course === undefined ? undefined : courseOf(tools, course);
}

function courseOf({ url, language }: LearningTools, wire: z.infer<typeof wireCourse>): MoodleCourse {
  const id = String(wire.id);
  const summary = plainText(wire.summary ?? '', { language, limit: 1_000 });
  return {
    id,
    title: plainText(wire.fullname, { language }) || id,
    ...(summary !== '' && { summary }),
    url: `${url}/course/view.php?id=${id}`,
    isHidden: wire.visible === 0 || wire.visible === false,
  };
}
