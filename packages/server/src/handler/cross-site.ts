import type { HandlerOptions } from './options.js';
import { refuse } from './refusal.js';

/** What pages of other origins may do. */
export interface CrossSite {
  /** @throws Refusal 403 for a request from another site that nobody has allowed */
  check(request: Request): void;
  /** The answer to the question of a browser whether it may ask; undefined for any other request. */
  preflight(request: Request, methods: readonly string[]): Response | undefined;
  /** Adds what a browser needs to hand the answer to the page. */
  allow(request: Request, headers: Headers): void;
}

const requestHeaders = 'authorization, coachkit-version, content-type, idempotency-key, if-match, if-none-match';
const answerHeaders = 'coachkit-correlation-id, etag, retry-after';

/** Exact origins only: there is no wildcard, and none is ever sent. */
export function createCrossSite({ allowedOrigins = [], trustedSites = [] }: HandlerOptions): CrossSite {
  const allowed = new Set(allowedOrigins);
  const trusted = new Set([...allowedOrigins, ...trustedSites]);
  return {
    check({ headers }) {
      if (headers.get('sec-fetch-site') !== 'cross-site') return;
      if (!trusted.has(headers.get('origin') ?? '')) throw refuse('forbidden', 403);
    },

    preflight({ method, headers }, methods) {
      const origin = headers.get('origin');
      if (method !== 'OPTIONS' || origin === null || !allowed.has(origin)) return undefined;
      return new Response(null, {
        status: 204,
        headers: {
          'access-control-allow-methods': methods.join(', '),
          'access-control-allow-headers': requestHeaders,
          'access-control-max-age': '600',
        },
      });
    },

    allow(request, headers) {
      if (allowed.size === 0) return;
      headers.append('vary', 'Origin');
      const origin = request.headers.get('origin');
      if (origin === null || !allowed.has(origin)) return;
      headers.set('access-control-allow-origin', origin);
      headers.set('access-control-allow-credentials', 'true');
      headers.set('access-control-expose-headers', answerHeaders);
    },
  };
}
