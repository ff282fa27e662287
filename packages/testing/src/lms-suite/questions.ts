import { capabilitiesOf } from '@coachkit/core';
import type { LearningLaboratory } from './harness.js';

/**
 * Everything that the learning system can be asked, by name. A system that enrols nobody has no catalogue of its own,
 * so its adapter may answer `find` and `get` by itself.
 */
export function questions({ lms, courseId }: LearningLaboratory): Record<string, () => Promise<unknown>> {
  const pair = { personId: 'tom', courseId: courseId('forecast') };
  const request = { requestId: 'request-1', ...pair };
  const offered = capabilitiesOf(lms);
  return {
    progress: () => lms.progress('tom', [pair.courseId]),
    ...(offered.assign && { assign: () => lms.assign(request) }),
    ...(offered.assign && { find: () => lms.find('Forecasting', 5), get: () => lms.get(pair.courseId) }),
    ...(lms.recommend && { recommend: async () => lms.recommend?.(request) }),
    ...(lms.withdraw && { withdraw: async () => lms.withdraw?.(request) }),
    ...(lms.changes && { changes: async () => lms.changes?.([pair]) }),
  };
}
