import { CoachingError } from '@coachkit/core';
import { refuse } from './refusal.js';

/**
 * Gives work so much time. After that the answer is 503 and nothing is written any more: the work asks before it
 * writes.
 * @param milliseconds - how long it may take
 */
export async function withDeadline<T>(
  milliseconds: number,
  work: (assertGoesOn: () => void) => Promise<T>,
): Promise<T> {
  let isOver = false;
  const assertGoesOn = (): void => {
    if (isOver) throw new CoachingError('busy', 'the time for this request is over', { retryable: true });
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      isOver = true;
      reject(refuse('busy', 503, { 'retry-after': '5' }));
    }, milliseconds);
  });
  try {
    return await Promise.race([work(assertGoesOn), end]);
  } finally {
    clearTimeout(timer);
  }
}
