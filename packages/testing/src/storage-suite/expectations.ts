import { CoachingError, type CoachingErrorCode, type StoragePage } from '@coachkit/core';

/** Fails unless a value is what it should be, to the code unit and to the order of its keys. */
export function expectSame(actual: unknown, expected: unknown, what: string): void {
  const found = write(actual);
  const wanted = write(expected);
  if (found !== wanted) throw new Error(`${what}: expected ${shorten(wanted)}, got ${shorten(found)}`);
}

/** Fails unless something holds. */
export function expectTrue(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** Fails unless a page holds exactly these documents, in this order. */
export function expectIds(page: StoragePage, ids: readonly string[], what: string): void {
  expectSame(
    page.documents.map(({ id }) => id),
    ids,
    what,
  );
}

/**
 * Fails unless a call is refused with this code.
 * @returns the refusal
 */
export async function expectRefusal(
  call: () => Promise<unknown>,
  code: CoachingErrorCode,
  what: string,
): Promise<CoachingError> {
  let answer: unknown;
  try {
    answer = await call();
  } catch (error) {
    if (!CoachingError.isInstance(error)) throw new Error(`${what}: rejected with no CoachingError`, { cause: error });
    if (error.code !== code) throw new Error(`${what}: expected ${code}, got ${error.code}`, { cause: error });
    return error;
  }
  throw new Error(`${what}: expected to be refused with ${code}, resolved with ${shorten(write(answer))}`);
}

// JSON shows what could be lost on the way: the order of keys, an own `__proto__`, an unpaired surrogate.
function write(value: unknown): string {
  return value === undefined ? 'undefined' : JSON.stringify(value);
}

function shorten(text: string): string {
  return text.length <= 300 ? text : `${text.slice(0, 300)}… (${text.length} characters)`;
}
