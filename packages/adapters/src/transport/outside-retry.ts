import { refusalOf, type Clock } from '@coachkit/core';
import { backOff } from './retry.js';
import type { Timers } from './timers.js';

/** What waiting needs. */
export interface RetryTools {
  readonly timers: Timers;
  readonly clock: Clock;
  /** 0 up to, not including, 1. */
  readonly random: () => number;
}

const attempts = 3;
/** The longest that a question waits for its next attempt, in milliseconds; what asks for more is asked later. */
const patience = 5_000;

/**
 * Asks again, a few times and soon, while the answer is "unavailable"; not after a silence, which was a wait already. Only for what is safe to repeat: reading, and
 * writing that the other side recognises. A wait that the other side asked for is kept; one too long to sit out is
 * handed on in the refusal.
 */
export async function withRetries<Result>(tools: RetryTools, ask: () => Promise<Result>): Promise<Result> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await ask();
    } catch (error) {
      const { reason, retryAfter, code } = refusalOf(error);
      const isFinal = reason !== 'unavailable' || code === 'late' || code === 'too-large';
      if (isFinal || failures >= attempts) throw error;
      const wait = retryAfter ?? Math.min(backOff(failures, tools.random()), patience);
      if (wait > patience) throw error;
      await new Promise<void>((resolve) => tools.timers.set(resolve, wait));
    }
  }
}
