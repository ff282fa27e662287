import type { Coaching } from '../../coaching.js';
import { CoachingError, notFound } from '../../errors.js';
import { parse } from '../../model/parse.js';
import { atMost, id, wholeNumber } from '../../model/values.js';
import { ensure, relationsToEmployee } from '../access.js';
import type { UseCaseContext } from '../context.js';
import { deliverAssignment } from './deliver-assignment.js';
import { viewCourses } from './view-courses.js';

const query = atMost(200);
const limits = wholeNumber(1, 100);

/** The learning system's catalogue, and what coaching recommended or assigned from it. */
export const courses = (context: UseCaseContext): Coaching['courses'] => ({
  async find(words, limit = 8) {
    if (context.lms === undefined) throw new CoachingError('not-supported', 'no learning system is connected');
    try {
      return await context.lms.find(parse(query, words), parse(limits, limit));
    } catch (error) {
      if (CoachingError.isInstance(error)) throw error;
      throw new CoachingError('lms-unavailable', 'the learning system did not answer', {
        retryable: true,
        cause: error,
      });
    }
  },

  async assignments({ employeeId }) {
    ensure(await relationsToEmployee(context, parse(id, employeeId)), 'read', 'links');
    const found = await context.documents.bodies('courseAssignment', {
      index: 'byEmployee',
      equals: [employeeId],
      descending: true,
    });
    return viewCourses(context, found);
  },

  async retry({ assignmentId }) {
    const { body } = await context.documents.get('courseAssignment', parse(id, assignmentId));
    const relations = await relationsToEmployee(context, body.employeeId).catch(() => {
      throw notFound('courseAssignment');
    });
    ensure(relations, 'create', 'links');
    if (body.status !== 'requested' && body.status !== 'not-delivered') {
      throw new CoachingError('not-in-this-state', 'the course was delivered already');
    }
    const assignment = await deliverAssignment(context, assignmentId);
    const [view] = await viewCourses(context, [assignment]);
    return { value: view ?? { assignment }, level: context.documents.level };
  },
});
