import { millisecondsOfHttpDate } from '@coachkit/core';

/** Longest wait between two attempts, in milliseconds. */
export const longestWait = 300_000;
const firstWait = 500;

/** 0 up to, not including, 1. */
export function systemRandom(): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  return drawn / 2 ** 32;
}

/**
 * How long to wait before the next attempt, in milliseconds: anything up to a bound that doubles with each failure, so
 * that devices which lost their server together do not come back together ("full jitter").
 *
 * @param failures - how many attempts have failed in a row, from 1
 * @param random - 0 up to, not including, 1
 */
export function backOff(failures: number, random: number): number {
  return Math.ceil(random * Math.min(longestWait, firstWait * 2 ** Math.min(failures, 20)));
}

/**
 * What `Retry-After` asks for, in milliseconds, at most five minutes: RFC 9110 allows seconds and a date.
 * @param now - milliseconds since 1970, to compare a date with where the answer has no `Date`
 */
export function retryAfter(headers: Headers, now: number): number | undefined {
  const asked = headers.get('retry-after')?.trim();
  if (!asked) return undefined;
  const sent = millisecondsOfHttpDate(headers.get('date') ?? '') ?? now;
  const date = millisecondsOfHttpDate(asked);
  const wait = /^\d+$/.test(asked) ? Number(asked) * 1_000 : date === undefined ? undefined : date - sent;
  return wait === undefined ? undefined : Math.min(Math.max(wait, 0), longestWait);
}
