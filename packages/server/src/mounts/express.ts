import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Handler } from '../handler/create-handler.js';
import { toNodeListener, type NodeListenerOptions } from './node.js';

/** What Express calls: a request of Node, with the whole address in `originalUrl`. */
export type ExpressMiddleware = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

/**
 * The handler for Express. Mount it before anything that reads bodies, such as `express.json()`, and give the handler
 * the same path as `basePath`.
 *
 * @example
 * app.use('/coaching', toExpress(createHandler({ basePath: '/coaching', … })));
 */
export function toExpress(handler: Handler, options: NodeListenerOptions = {}): ExpressMiddleware {
  const listen = toNodeListener(handler, options);
  return (incoming, outgoing) => {
    // Express takes the path of the mount off `url`; the handler knows the whole one.
    const { originalUrl } = incoming as { readonly originalUrl?: string };
    if (originalUrl !== undefined) incoming.url = originalUrl;
    listen(incoming, outgoing);
  };
}
