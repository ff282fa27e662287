import type { Handler } from '../handler/create-handler.js';

/** As much of a context of Hono as is needed. */
export interface HonoContextLike {
  readonly req: { readonly raw: Request };
}

/**
 * The handler for Hono, and for everything else that has the request of the platform at hand.
 *
 * @example
 * app.all('/coaching/*', toHono(createHandler({ basePath: '/coaching', … })));
 */
export function toHono(handler: Handler): (context: HonoContextLike) => Promise<Response> {
  return ({ req }) => handler(req.raw);
}
