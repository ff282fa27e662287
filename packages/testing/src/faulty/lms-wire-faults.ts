import { CoachingError, capabilitiesOf, learningError, refusalOf } from '@coachkit/core';
import { faultyLearningSystem } from './faulty-lms-type.js';

/** Faults of what goes over the wire, and of what is declared. */
export const lmsWireFaults = [
  faultyLearningSystem('follows', 'follows a redirection, and takes its token along', [12], (good, { elsewhere }) => ({
    lms: {
      async progress(personId, courseIds) {
        try {
          return await good.progress(personId, courseIds);
        } catch (error) {
          if (refusalOf(error).code === 'redirected')
            await fetch(elsewhere?.url ?? '', { signal: AbortSignal.timeout(5_000) });
          throw error;
        }
      },
    },
  })),
  faultyLearningSystem('nothing is something', 'answers an empty list when it did not understand', [6, 12], (good) => ({
    lms: { find: (query, limit) => good.find(query, limit).catch(() => []) },
  })),
  faultyLearningSystem('odd is done', 'takes an answer that it cannot read for a confirmation', [12], (good) => ({
    lms: {
      async assign(request) {
        try {
          return await good.assign(request);
        } catch (error) {
          if (refusalOf(error).code !== 'not-understood') throw error;
          return { requestId: request.requestId, state: 'done' };
        }
      },
    },
  })),
  faultyLearningSystem('tells its token', 'shows the token in what it rejects with', [13], (good, { token }) => ({
    lms: {
      async progress(personId, courseIds) {
        try {
          return await good.progress(personId, courseIds);
        } catch (error) {
          throw learningError(refusalOf(error), `could not reach https://lms.example/progress?token=${token ?? ''}`);
        }
      },
    },
  })),
  faultyLearningSystem(
    'token in a cause',
    'hangs the request, with its headers, on the error',
    [13],
    (good, { token }) => ({
      lms: {
        async find(query, limit) {
          try {
            return await good.find(query, limit);
          } catch (error) {
            const cause = new Error('fetch failed', { cause: { headers: { authorization: `Bearer ${token ?? ''}` } } });
            const retryable = CoachingError.isInstance(error) && error.retryable;
            throw new CoachingError('lms-unavailable', 'failed', { cause, retryable, refusal: refusalOf(error) });
          }
        },
      },
    }),
  ),
  faultyLearningSystem('token in the address', 'sends the token where logs keep it', [13], (_good, lab) => ({
    books: { requests: () => [...(lab.requests?.() ?? []), `GET /courses?wstoken=${lab.token ?? ''}\n{}\n\n`] },
  })),
  faultyLearningSystem('boasts', 'declares what it does not have', [14], (good) => ({
    lms: { capabilities: { ...capabilitiesOf(good), plan: true } },
  })),
  faultyLearningSystem('hides', 'does more than it declares', [14], () => ({
    lms: { skills: { find: () => Promise.resolve([]), get: () => Promise.resolve(undefined) } },
  })),
];
