import { systemClock, type Clock } from '@coachkit/core';
import { fewAtATime } from '../transport/few-at-a-time.js';
import { outsideAddress } from '../transport/outside-address.js';
import type { OutsideTransport } from '../transport/outside-fetch.js';
import type { RetryTools } from '../transport/outside-retry.js';
import { systemRandom } from '../transport/retry.js';
import { systemTimers, type Timers } from '../transport/timers.js';
import { refuseInBrowser } from './browser-guard.js';
import type { PersonMatching } from './people.js';

/** Where a learning system is, and on whose behalf it is asked. */
export interface LearningConnection {
  /** Its address, from configuration only: https, or http on this machine. Redirections are not followed. */
  readonly url: string;
  /** The token of the service account. It stays on the server: a browser refuses to construct this. */
  readonly token: string;
  /** How people are found in it. */
  readonly people: PersonMatching;
  /** The language of titles, where a course has several, as BCP 47; English when absent. */
  readonly language?: string;
  /** What requests are made with; the `fetch` of this machine when absent. */
  readonly fetch?: typeof globalThis.fetch;
  readonly clock?: Clock;
  readonly timers?: Timers;
  /** 0 up to, not including, 1: spreads repetitions. */
  readonly random?: () => number;
}

/** What an adapter works with. */
export interface LearningTools extends OutsideTransport, RetryTools {
  readonly url: string;
  readonly token: string;
  readonly people: PersonMatching;
  readonly language: string;
}

/** A learning system is not to feel that coaching is asking; some count what runs side by side. */
const requestsAtATime = 2;

/**
 * Checks a connection.
 * @throws CoachingError `not-supported` in a browser, `invalid-input` for an address that may not be used
 */
export function learningTools(connection: LearningConnection): LearningTools {
  refuseInBrowser();
  const { token, people, language = 'en', clock = systemClock, timers = systemTimers } = connection;
  return {
    url: outsideAddress(connection.url),
    token,
    people,
    language,
    clock,
    timers,
    gate: fewAtATime(requestsAtATime),
    fetch: connection.fetch ?? ((input, init) => globalThis.fetch(input, { ...init, signal: init?.signal ?? null })),
    random: connection.random ?? systemRandom,
  };
}
