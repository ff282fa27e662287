import { learningError, type CoachingError, type JsonValue } from '@coachkit/core';
import * as z from 'zod/mini';
import type { OutsideAnswer } from '../transport/outside-fetch.js';
import { retryAfter } from '../transport/retry.js';

/** The JSON of an answer. @throws CoachingError `lms-unavailable`, retryable, for what is no JSON */
export function jsonOf(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    throw notUnderstood();
  }
}

/** An answer as its schema says; keys that the schema does not name are left out. @throws CoachingError */
export function understood<T>(schema: z.ZodMiniType<T>, answer: unknown): T {
  const result = schema.safeParse(answer);
  if (!result.success) throw notUnderstood();
  return result.data;
}

/** Nothing may be taken for done because of an answer that says something else than expected. */
export function notUnderstood(): CoachingError {
  return learningError(
    { reason: 'unavailable', code: 'not-understood' },
    'the answer of the learning system is not understood',
  );
}

/** Somebody has to look after the connection; the answer does not depend on the person or the course. */
export function refused(code: string): CoachingError {
  return learningError({ reason: 'refused', code }, 'the learning system refused');
}

/** The error of an HTTP status that says "later": 408, 425, 429 and 5xx; undefined for every other one. */
export function laterOf({ status, headers }: OutsideAnswer, now: number): CoachingError | undefined {
  if (status < 500 && status !== 429 && status !== 408 && status !== 425) return undefined;
  return later(`http-${status}`, headers, now);
}

/** The error of a learning system that asks to be left alone for now. */
export function later(code: string, headers: Headers, now: number): CoachingError {
  const wait = retryAfter(headers, now);
  const refusal = wait === undefined ? { code } : { code, retryAfter: wait };
  return learningError({ reason: 'unavailable', ...refusal }, 'the learning system asks to come back later');
}

/** The parts of a list that a schema understands: one odd course must not hide the others. */
export function understoodItems<T>(schema: z.ZodMiniType<T>, items: readonly unknown[]): T[] {
  return items.flatMap((item) => {
    const result = schema.safeParse(item);
    return result.success ? [result.data] : [];
  });
}
