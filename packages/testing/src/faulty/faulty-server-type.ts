import type { Actor } from '@coachkit/core';
import type { ServerHarness } from '../server-suite/harness.js';

/** A server of the contract that is broken on purpose, built over one that is not. */
export interface FaultyServer {
  readonly name: string;
  /** What is wrong with it, and how such a fault comes about. */
  readonly fault: string;
  /** Promises that the suite must find broken, rising; a fault may break others as well. */
  readonly breaks: readonly number[];
  /** Breaks the server of a harness. */
  readonly over: (good: ServerHarness) => ServerHarness;
}

/** Answers a request. */
export type Answering = (request: Request) => Promise<Response>;

/** What a fault may know besides the request. */
export interface FaultContext {
  readonly harness: ServerHarness;
  /** Whom the headers of a request sign in, as far as the suite has asked for them. */
  readonly actorOf: (request: Request) => Actor | undefined;
}

/** A faulty server that answers in place of a good one. */
export function faultyServer(
  name: string,
  fault: string,
  breaks: readonly number[],
  spoil: (good: Answering, context: FaultContext) => Answering,
): FaultyServer {
  return { name, fault, breaks, over: (harness) => spoiled(harness, spoil) };
}

function spoiled(harness: ServerHarness, spoil: (good: Answering, context: FaultContext) => Answering): ServerHarness {
  const good: Answering = (request) => (harness.fetch ?? fetch)(request);
  const signIns: { readonly actor: Actor; readonly headers: Readonly<Record<string, string>> }[] = [];
  const actorOf = (request: Request): Actor | undefined =>
    signIns.findLast(({ headers }) =>
      Object.entries(headers).every(([name, value]) => request.headers.get(name) === value),
    )?.actor;
  return {
    ...harness,
    async headersFor(actor) {
      const headers = await harness.headersFor(actor);
      signIns.push({ actor, headers });
      return headers;
    },
    fetch: spoil(good, { harness, actorOf }),
  };
}

/** What stands behind the version in the address of a request: `/sessions/1`. */
export function placeOf(request: Request): string {
  const { pathname } = new URL(request.url);
  return pathname.slice(pathname.indexOf('/v1/') + '/v1'.length);
}

/** The same request with other headers; an empty value takes one away. */
export function withHeaders(request: Request, changes: Readonly<Record<string, string>>): Request {
  const headers = new Headers(request.headers);
  for (const [name, value] of Object.entries(changes)) {
    if (value === '') headers.delete(name);
    else headers.set(name, value);
  }
  return new Request(request, { headers });
}

/** The same request with another body. */
export function withBody(request: Request, body: string): Request {
  const { method, headers, signal, url } = request;
  return new Request(url, { method, headers, signal, body });
}

/** The same request at another address. */
export function withAddress(request: Request, change: (url: URL) => void): Request {
  const url = new URL(request.url);
  change(url);
  return new Request(url, request);
}

/** The same answer in other words; headers that told its length are left out. */
export async function rewritten(response: Response, change: (text: string) => string): Promise<Response> {
  const { status } = response;
  const headers = new Headers(response.headers);
  headers.delete('Content-Length');
  const text = await response.text();
  return new Response(text === '' ? null : change(text), { status, headers });
}

/** The same answer with another value in its JSON. */
export async function withJson(response: Response, change: (value: never) => unknown): Promise<Response> {
  const type = response.headers.get('Content-Type') ?? '';
  if (!type.includes('json')) return response;
  return rewritten(response, (text) => JSON.stringify(change(JSON.parse(text) as never)));
}

/** The same answer with other headers, and another status where one is given; an empty value takes a header away. */
export function withHead(
  response: Response,
  changes: Readonly<Record<string, string>>,
  status = response.status,
): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(changes)) {
    if (value === '') headers.delete(name);
    else headers.set(name, value);
  }
  return new Response(response.body, { status, headers });
}
