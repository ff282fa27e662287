import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Handler } from '../handler/create-handler.js';
import { toNodeListener, type NodeListenerOptions } from './node.js';

/** As much of a Fastify instance as is needed. */
export interface FastifyLike {
  /** Has bodies left alone. */
  removeAllContentTypeParsers(): unknown;
  /** Says what to do with bodies of a type. */
  addContentTypeParser(
    type: string,
    parser: (request: unknown, payload: unknown, done: (error: null) => void) => void,
  ): unknown;
  /** Answers every method at a path. */
  all(path: string, answer: (request: { readonly raw: IncomingMessage }, reply: FastifyReplyLike) => void): unknown;
}

/** As much of a reply of Fastify as is needed. */
export interface FastifyReplyLike {
  readonly raw: ServerResponse;
  /** Leaves the answer to somebody else. */
  hijack(): unknown;
}

/**
 * The handler as a plugin of Fastify; Fastify keeps what the plugin changes apart from the rest of the application.
 *
 * @example
 * await app.register(toFastify(createHandler({ basePath: '/coaching', … })), { prefix: '/coaching' });
 */
export function toFastify(handler: Handler, options: NodeListenerOptions = {}) {
  const listen = toNodeListener(handler, options);
  return (app: FastifyLike, _options: unknown, done: () => void): void => {
    // The handler reads bodies itself, and no more of them than it wants to.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, _payload, next) => next(null));
    app.all('/*', ({ raw: incoming }, reply) => {
      reply.hijack();
      listen(incoming, reply.raw);
    });
    done();
  };
}
