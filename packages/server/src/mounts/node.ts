import type { IncomingMessage, ServerResponse } from 'node:http';
import { textOf } from '../handler/answer.js';
import { noteBytes } from '../handler/incoming-bytes.js';
import type { Handler } from '../handler/create-handler.js';
import { hasBody, lazyRequest } from './lazy-request.js';

/** What `node:http` calls for each request. */
export type NodeListener = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

/** How a listener reads what came in. */
export interface NodeListenerOptions {
  /** Whether a proxy in front says, in `X-Forwarded-Proto`, how it was asked; false when absent. */
  readonly isBehindProxy?: boolean;
}

/**
 * The handler as a listener of `node:http` and `node:https`.
 *
 * @example
 * createServer(toNodeListener(handler)).listen(4000);
 */
export function toNodeListener(handler: Handler, options: NodeListenerOptions = {}): NodeListener {
  return (incoming, outgoing) => {
    answer(handler, incoming, outgoing, options).catch(() => outgoing.destroy());
  };
}

async function answer(
  handler: Handler,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  options: NodeListenerOptions,
): Promise<void> {
  let gone: AbortController | undefined;
  const signal = (): AbortSignal => {
    gone ??= new AbortController();
    if (outgoing.destroyed) gone.abort();
    return gone.signal;
  };
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) gone?.abort();
  });
  const request = lazyRequest({ incoming, url: addressOf(incoming, options), signal });
  if (hasBody(request.method)) noteBytes(request, incoming.iterator({ destroyOnReturn: false }));
  const response = await handler(request);
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) outgoing.setHeader(name, value);
  const text = textOf(response);
  if (text !== undefined) outgoing.end(text);
  else if (response.body === null) outgoing.end();
  else if (!isStream(response)) outgoing.end(Buffer.from(await response.arrayBuffer()));
  else await send(response.body, outgoing, signal());
  // What the handler did not read is not waited for.
  if (!incoming.readableEnded) incoming.resume();
}

function isStream({ headers }: Response): boolean {
  return headers.get('content-type')?.startsWith('text/event-stream') === true;
}

/** Sends a stream until it ends or nobody is there any more. */
async function send(body: ReadableStream<Uint8Array>, outgoing: ServerResponse, gone: AbortSignal): Promise<void> {
  outgoing.flushHeaders();
  const reader = body.getReader();
  gone.addEventListener('abort', () => void reader.cancel().catch(() => undefined), { once: true });
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (!outgoing.write(part.value) && !gone.aborted) await drained(outgoing);
  }
  outgoing.end();
}

function drained(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    outgoing.once('drain', resolve);
    outgoing.once('close', resolve);
  });
}

function addressOf(incoming: IncomingMessage, { isBehindProxy = false }: NodeListenerOptions): string {
  const { url = '/' } = incoming;
  const forwarded = isBehindProxy && incoming.headers['x-forwarded-proto'] === 'https';
  const scheme = forwarded || 'encrypted' in incoming.socket ? 'https' : 'http';
  // The address of the host is of no use here, and what a client writes there may be anything at all.
  return new URL(`${scheme}://server.invalid${url.startsWith('/') ? url : '/'}`).href;
}
