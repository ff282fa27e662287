import { millisecondsOfHttpDate, type Clock } from '@coachkit/core';
import type { JsonAnswer } from '../transport/json-fetch.js';

/** Less than that is the way of the answer, in milliseconds. */
const tolerance = 60_000;

/** How far the clock of the server is ahead of this device's. */
export interface Skew {
  /** In milliseconds; 0 until the server has said what time it is. */
  readonly now: () => number;
  readonly heard: (answer: JsonAnswer) => void;
}

/**
 * Learns the time from the `Date` of each answer, so that what is due today is due today on a device whose clock is
 * wrong. No change is accepted or refused because of it: that is the server's to say, by its own clock.
 */
export function watchSkew(clock: Clock): Skew {
  let skew = 0;
  return {
    now: () => skew,
    heard({ headers }) {
      const date = millisecondsOfHttpDate(headers.get('date') ?? '');
      if (date === undefined) return;
      const ahead = date - clock.now();
      skew = Math.abs(ahead) < tolerance ? 0 : ahead;
    },
  };
}
