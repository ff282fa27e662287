import { CoachingError, learningError, refusalOf, type LearningSystem, type PersonInCourse } from '@coachkit/core';
import { faultyLearningSystem, notOffered } from './faulty-lms-type.js';

/** Every call of an adapter, with what it rejects with changed. */
function withErrors(good: LearningSystem, change: (error: unknown) => unknown): Partial<LearningSystem> {
  const rethrow = (error: unknown): never => {
    throw change(error);
  };
  return {
    find: (query, limit) => good.find(query, limit).catch(rethrow),
    get: (courseId) => good.get(courseId).catch(rethrow),
    assign: (request) => good.assign(request).catch(rethrow),
    progress: (personId, courseIds) => good.progress(personId, courseIds).catch(rethrow),
  };
}

/** Faults of assigning, refusing and withdrawing. */
export const lmsAssignmentFaults = [
  faultyLearningSystem('enrols without looking', 'enrols again whenever it is asked', [5], (good, { enrolments }) => {
    const extra: PersonInCourse[] = [];
    return {
      lms: {
        async assign(request) {
          const receipt = await good.assign(request);
          if (receipt.state === 'already-done') extra.push({ personId: request.personId, courseId: request.courseId });
          return receipt;
        },
      },
      books: { enrolments: () => [...enrolments(), ...extra] },
    };
  }),
  faultyLearningSystem('two at a time', 'enrols twice when two requests come at once', [5], (good, { enrolments }) => {
    const running = new Set<string>();
    const extra: PersonInCourse[] = [];
    return {
      lms: {
        async assign(request) {
          const { personId, courseId } = request;
          if (running.has(personId)) extra.push({ personId, courseId });
          running.add(personId);
          try {
            return await good.assign(request);
          } finally {
            running.delete(personId);
          }
        },
      },
      books: { enrolments: () => [...enrolments(), ...extra] },
    };
  }),
  faultyLearningSystem(
    'writes once more',
    'writes an enrolment again that is there, and loses its dates',
    [5],
    (good, lab) => {
      let calls = 0;
      return {
        lms: {
          assign(request) {
            calls += 1;
            return good.assign(request);
          },
        },
        books: { enrolmentCalls: () => (lab.enrolmentCalls?.() ?? 0) + calls },
      };
    },
  ),
  faultyLearningSystem('confirms on its own', 'says that it is done without asking', [4, 5, 6, 7, 9, 12], () => ({
    lms: { assign: ({ requestId }) => Promise.resolve({ requestId, state: 'done' }) },
  })),
  faultyLearningSystem('success by status', 'takes an error that comes with HTTP 200 for a success', [6], (good) => ({
    lms: {
      async assign(request) {
        try {
          return await good.assign(request);
        } catch (error) {
          const { reason, code } = refusalOf(error);
          if (reason === 'refused' && code !== 'redirected') return { requestId: request.requestId, state: 'done' };
          throw error;
        }
      },
    },
  })),
  faultyLearningSystem('loses the reason', 'rejects without saying why', [6, 12], (good) => ({
    lms: withErrors(good, () => new CoachingError('lms-unavailable', 'it did not work')),
  })),
  faultyLearningSystem('loses the code', "keeps the learning system's own code to itself", [6], (good) => ({
    lms: withErrors(good, (error) => {
      const { code: _lost, ...refusal } = refusalOf(error);
      return learningError(refusal, 'it did not work');
    }),
  })),
  faultyLearningSystem('always later', 'calls everything unavailable that did not work', [6], (good) => ({
    lms: withErrors(good, () => learningError({ reason: 'unavailable', code: 'failed' }, 'it did not work')),
  })),
  faultyLearningSystem('never later', 'calls a learning system that is down a refusal', [6], (good) => ({
    lms: withErrors(good, (error) => learningError({ ...refusalOf(error), reason: 'refused' }, 'it did not work')),
  })),
  faultyLearningSystem('impatient', 'forgets how long it was asked to wait', [6], (good) => ({
    lms: withErrors(good, (error) => {
      const { retryAfter: _forgotten, ...refusal } = refusalOf(error);
      return learningError(refusal, 'it did not work');
    }),
  })),
  faultyLearningSystem('withdraws nothing', 'says that it ended an enrolment and did not', [6, 9, 12], () => ({
    lms: { withdraw: ({ requestId }) => Promise.resolve({ requestId, state: 'done' }) },
  })),
  faultyLearningSystem('withdraws everybody', 'ends the enrolments of the whole course', [9], (good) => ({
    lms: {
      async withdraw(request) {
        await (good.withdraw?.({ ...request, personId: 'ada' }) ?? notOffered());
        return good.withdraw?.(request) ?? notOffered();
      },
    },
  })),
];
