import * as z from 'zod/mini';
import type { Coaching } from '../../coaching.js';
import { CoachingError } from '../../errors.js';
import { parse } from '../../model/parse.js';
import { id } from '../../model/values.js';
import { ensure, relationsToEmployee } from '../access.js';
import type { LearningSystem } from '../../ports/lms.js';
import type { UseCaseContext } from '../context.js';
import { lookUp, ofEmployee } from '../input-schemas.js';
import { deliverAssignment } from './deliver-assignment.js';
import { viewCourses } from './view-courses.js';

/** Schema of what the verb is called with. */
export const retrySchema = z.strictObject({ assignmentId: id });

/** The learning system's catalogue, and what coaching recommended or assigned from it. */
export const courses = (context: UseCaseContext): Coaching['courses'] => ({
  async find(words, most = 8) {
    const { query, limit } = parse(lookUp, { query: words, limit: most });
    return ask(context, (lms) => lms.find(query, limit));
  },

  async get(courseId) {
    const asked = parse(id, courseId);
    return ask(context, (lms) => lms.get(asked));
  },

  async assignments(input) {
    const { employeeId } = parse(ofEmployee, input);
    ensure(await relationsToEmployee(context, employeeId), 'read', 'links');
    const found = await context.documents.bodies('courseAssignment', {
      index: 'byEmployee',
      equals: [employeeId],
      descending: true,
    });
    return viewCourses(context, found);
  },

  async retry(input) {
    const { assignmentId } = parse(retrySchema, input);
    const { body } = await context.documents.get('courseAssignment', assignmentId);
    ensure(await relationsToEmployee(context, body.employeeId, 'courseAssignment'), 'create', 'links');
    if (body.status !== 'requested' && body.status !== 'not-delivered') {
      throw new CoachingError('not-in-this-state', 'the course was delivered already');
    }
    const assignment = await deliverAssignment(context, assignmentId);
    const [view] = await viewCourses(context, [assignment]);
    return { value: view ?? { assignment }, level: context.documents.level };
  },
});

/** The catalogue's answer; whatever it rejects with becomes an error of ours. */
async function ask<T>({ lms }: UseCaseContext, question: (lms: LearningSystem) => Promise<T>): Promise<T> {
  if (lms === undefined) throw new CoachingError('not-supported', 'no learning system is connected');
  try {
    return await question(lms);
  } catch (error) {
    if (CoachingError.isInstance(error)) throw error;
    throw new CoachingError('lms-unavailable', 'the learning system did not answer', { retryable: true, cause: error });
  }
}
