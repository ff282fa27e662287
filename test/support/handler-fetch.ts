import type { Actor } from '@coachkit/core';
import type { Handler } from '@coachkit/server';

/** A token that says who it is: for tests, where nobody lies. */
export function tokenOf(actor: Actor): string {
  return encodeURIComponent(JSON.stringify(actor));
}

/** The other side of `tokenOf`. */
export function authenticateByToken({ headers }: Request): Actor | undefined {
  const token = /^Bearer (.+)$/.exec(headers.get('authorization') ?? '')?.[1];
  return token === undefined ? undefined : (JSON.parse(decodeURIComponent(token)) as Actor);
}

/** A `fetch` that reaches a handler without a network. */
export function handlerFetch(handler: Handler): typeof fetch {
  return (address, init) => handler(new Request(address, init));
}
