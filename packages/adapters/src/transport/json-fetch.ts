import { CoachingError, type JsonValue } from '@coachkit/core';
import type { Timers } from './timers.js';

/** What requests are made with. */
export interface Transport {
  readonly fetch: typeof globalThis.fetch;
  readonly timers: Timers;
  readonly credentials: RequestCredentials;
  /** Ends everything that is under way. */
  readonly signal: AbortSignal;
}

/** One request. */
export interface JsonRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** An answer that was understood, whatever its status. */
export interface JsonAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Absent where there is none, and where a refusal is no JSON. */
  readonly body: JsonValue | undefined;
}

/** How long a request may take, its body included, in milliseconds. */
const requestTime = 10_000;

/**
 * Sends JSON and reads JSON. A success that is no JSON (the sign-in page of a network, a body cut short) is a failure
 * like silence: nothing may be taken for saved because of it.
 * @throws CoachingError `unreachable` (retryable)
 */
export async function jsonFetch(transport: Transport, request: JsonRequest): Promise<JsonAnswer> {
  const { method, url, body, headers } = request;
  const ending = new AbortController();
  const end = (): void => ending.abort();
  const timer = transport.timers.set(end, requestTime);
  transport.signal.addEventListener('abort', end);
  if (transport.signal.aborted) end();
  try {
    const send = transport.fetch;
    const response = await send(url, {
      method,
      headers: {
        accept: 'application/json',
        'coachkit-version': '1',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      credentials: transport.credentials,
      cache: 'no-store',
      redirect: 'error',
      signal: ending.signal,
    });
    return { status: response.status, headers: response.headers, body: await readBody(response) };
  } catch (cause) {
    throw unreachable('the server could not be reached', cause);
  } finally {
    transport.timers.clear(timer);
    transport.signal.removeEventListener('abort', end);
  }
}

/** Nothing that the server said was understood; trying again may help. */
export function unreachable(message: string, cause?: unknown): CoachingError {
  return new CoachingError('unreachable', message, { retryable: true, cause });
}

async function readBody(response: Response): Promise<JsonValue | undefined> {
  const { status } = response;
  if (status === 204 || status === 304) return undefined;
  const text = await response.text();
  try {
    return JSON.parse(text) as JsonValue;
  } catch (cause) {
    if (response.ok) throw unreachable('the answer is no JSON', cause);
    return undefined;
  }
}
