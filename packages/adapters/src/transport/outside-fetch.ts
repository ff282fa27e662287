import { CoachingError, learningError } from '@coachkit/core';
import type { Gate } from './few-at-a-time.js';
import { readWithin } from './read-within.js';
import type { Timers } from './timers.js';

/** What a system of somebody else is reached with. */
export interface OutsideTransport {
  readonly fetch: typeof globalThis.fetch;
  readonly timers: Timers;
  /** Keeps requests from piling up in front of a system that is slow. */
  readonly gate: Gate;
}

/** One request to it. */
export interface OutsideRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What it answered, whatever the status. */
export interface OutsideAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** How long a request may take, its body included, in milliseconds. */
const deadline = 10_000;
/** The most that is read of an answer, in bytes. */
const mostBytes = 5 * 1024 * 1024;

/**
 * Asks a system of somebody else. It goes where it was told to and nowhere else: a redirection is refused, not
 * followed, since it would carry the token to an address that nobody has configured. Errors hold neither the address
 * nor what `fetch` said, because both may hold the token.
 * @throws CoachingError `lms-unavailable`
 */
export function outsideFetch(transport: OutsideTransport, request: OutsideRequest): Promise<OutsideAnswer> {
  return transport.gate(() => ask(transport, request));
}

async function ask(transport: OutsideTransport, request: OutsideRequest): Promise<OutsideAnswer> {
  const { url, ...init } = request;
  const ending = new AbortController();
  const timer = transport.timers.set(() => ending.abort(), deadline);
  const send = transport.fetch;
  try {
    const options: RequestInit = { ...init, redirect: 'manual', credentials: 'omit', cache: 'no-store' };
    const response = await send(url, { ...options, signal: ending.signal });
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
      await response.body?.cancel();
      throw learningError(
        { reason: 'refused', code: 'redirected' },
        'the learning system redirects to another address',
      );
    }
    const text = await readWithin(response, mostBytes);
    if (text === undefined)
      throw learningError({ reason: 'unavailable', code: 'too-large' }, 'the answer is too large');
    return { status: response.status, headers: response.headers, text };
  } catch (error) {
    throw CoachingError.isInstance(error) ? error : silence(ending.signal.aborted);
  } finally {
    transport.timers.clear(timer);
  }
}

function silence(isLate: boolean): CoachingError {
  return isLate
    ? learningError({ reason: 'unavailable', code: 'late' }, 'the learning system did not answer in time')
    : learningError({ reason: 'unavailable', code: 'unreachable' }, 'the learning system could not be reached');
}
