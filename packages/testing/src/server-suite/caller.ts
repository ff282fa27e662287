import type { Actor } from '@coachkit/core';
import { wirePrefix } from '@coachkit/core/wire';
import { clientHeaders } from './client-headers.js';
import type { ServerHarness } from './harness.js';

/** What a server has answered, read to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The text as JSON; undefined where it is none. */
  readonly body: unknown;
}

/** A request that is not as usual. */
export interface Unusual {
  /** Sent besides or instead of the usual ones; one that is empty is left out. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is, instead of JSON. */
  readonly raw?: BodyInit;
}

/** One person who talks to the server. */
export interface Caller {
  readonly personId: string;
  get(path: string, unusual?: Unusual): Promise<Answer>;
  /** With a new idempotency key, as clients create things. */
  create(path: string, body: unknown, unusual?: Unusual): Promise<Answer>;
  /** With `If-Match`, as clients change things; `*` stands for whatever is there. */
  change(method: string, path: string, version: number | '*', body: unknown): Promise<Answer>;
  /** A request with nothing but what is given. */
  send(method: string, path: string, body?: unknown, unusual?: Unusual): Promise<Answer>;
  /** The answer with its body still to come. */
  open(path: string, signal: AbortSignal): Promise<Response>;
}

/** Somebody who is signed in; nobody when there is no actor. */
export async function callerOf(harness: ServerHarness, actor?: Actor): Promise<Caller> {
  const signIn = actor === undefined ? {} : await harness.headersFor(actor);
  const ask = (request: Request): Promise<Response> => (harness.fetch ?? fetch)(request);
  const address = (path: string): string => harness.url + wirePrefix + path;

  const send: Caller['send'] = async (method, path, body, { headers: unusual = {}, raw } = {}) => {
    const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const headers = new Headers({ ...clientHeaders, ...signIn });
    if (content !== undefined) headers.set('Content-Type', 'application/json');
    for (const [name, value] of Object.entries(unusual)) {
      if (value === '') headers.delete(name);
      else headers.set(name, value);
    }
    const init = {
      method,
      headers,
      signal: AbortSignal.timeout(30_000),
      ...(content !== undefined && { body: content }),
    };
    // Browsers and Node want to be told that a body may come in pieces.
    const pieces = content instanceof ReadableStream ? { duplex: 'half' } : {};
    return answerOf(await ask(new Request(address(path), { ...init, ...pieces })));
  };

  return {
    personId: actor?.personId ?? '',
    send,
    get: (path, unusual) => send('GET', path, undefined, unusual),
    create: (path, body, { headers, ...unusual } = {}) =>
      send('POST', path, body, { ...unusual, headers: { 'Idempotency-Key': newKey(), ...headers } }),
    change: (method, path, version, body) =>
      send(method, path, body, { headers: { 'If-Match': version === '*' ? version : `"${version}"` } }),
    open: (path, signal) => ask(new Request(address(path), { headers: { ...clientHeaders, ...signIn }, signal })),
  };
}

/** An id that nothing has yet. */
export function newKey(): string {
  return crypto.randomUUID();
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
