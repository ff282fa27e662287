import type { ReplicaManifest } from '@coachkit/core/wire';
import {
  faultyServer,
  placeOf,
  rewritten,
  withAddress,
  withHead,
  withHeaders,
  withJson,
} from './faulty-server-type.js';

interface AnyPage {
  readonly items?: readonly unknown[];
  readonly next?: string;
}

/** Faults of what is answered, and how. */
export const answerServerFaults = [
  faultyServer('answers 200 with an error', 'says in the body alone that something was refused', [1, 4, 17], (good) => {
    return async (request) => {
      const response = await good(request);
      return response.status >= 400 ? withHead(response, {}, 200) : response;
    };
  }),

  faultyServer('refuses in HTML', 'has the page of a framework or a proxy for errors', [4], (good) => {
    return async (request) => {
      const response = await good(request);
      if (response.status < 400) return response;
      return new Response('<h1>Error</h1>', { status: response.status, headers: { 'Content-Type': 'text/html' } });
    };
  }),

  faultyServer(
    'one name for every refusal',
    'has a constant for the correlation id, so that no log finds it',
    [4],
    (good) => {
      return async (request) => {
        const response = await good(request);
        if (response.status < 400) return response;
        return withJson(response, (problem: object) => ({ ...problem, correlationId: 'none' }));
      };
    },
  ),

  faultyServer('repeats what was written', 'puts the value that broke a rule into the problem', [4], (good) => {
    return async (request) => {
      const sent =
        request.method === 'POST'
          ? await request
              .clone()
              .text()
              .catch(() => '')
          : '';
      const response = await good(request);
      if (response.status !== 400) return response;
      return withJson(response, (problem: object) => ({ ...problem, detail: sent }));
    };
  }),

  faultyServer('oldest first', 'turns the order of a page around', [10], (good) => {
    return async (request) => {
      const response = await good(request);
      if (request.method !== 'GET' || !response.ok || placeOf(request) !== '/sessions') return response;
      return withJson(response, (page: AnyPage) => ({ ...page, items: page.items?.toReversed() }));
    };
  }),

  faultyServer('loses one between pages', 'begins the next page one too late', [10], (good) => {
    return async (request) => {
      const response = await good(request);
      if (request.method !== 'GET' || !response.ok || !['/sessions', '/people'].includes(placeOf(request)))
        return response;
      return withJson(response, (page: AnyPage) =>
        page.next === undefined ? page : { ...page, items: page.items?.slice(0, -1) },
      );
    };
  }),

  faultyServer('cuts limits silently', 'takes 100 where more is asked for, instead of saying so', [11], (good) => {
    return (request) =>
      good(
        withAddressOf(request, (url) => {
          if (Number(url.searchParams.get('limit')) > 100) url.searchParams.set('limit', '100');
        }),
      );
  }),

  faultyServer('swallows what is too large', 'answers well, and has thrown the body away', [11], (good) => {
    return async (request) => {
      const response = await good(request);
      return response.status === 413 ? Response.json({ value: {} }, { status: 201 }) : response;
    };
  }),

  faultyServer(
    'takes anything for JSON',
    'does not look at the content type, so that a form of another site will do',
    [12],
    (good) => {
      return (request) => {
        const type = request.headers.get('Content-Type');
        const isOther = request.body !== null && type !== null && !type.includes('json');
        return good(isOther ? withHeaders(request, { 'Content-Type': 'application/json' }) : request);
      };
    },
  ),

  faultyServer('invites every site', 'allows whatever origin asks', [12], (good) => {
    return async (request) => {
      const origin = request.headers.get('Origin');
      const response = await good(request);
      return origin === null ? response : withHead(response, { 'Access-Control-Allow-Origin': origin });
    };
  }),

  faultyServer('lets caches keep answers', 'leaves caching to the framework', [13], (good) => {
    return async (request) => withHead(await good(request), { 'Cache-Control': 'private, max-age=60' });
  }),

  faultyServer('lets browsers guess', 'does not say nosniff', [13], (good) => {
    return async (request) => withHead(await good(request), { 'X-Content-Type-Options': '' });
  }),

  faultyServer('nothing is ever new', 'answers 304 to every If-None-Match', [14], (good) => {
    return async (request) => {
      const isAsked = placeOf(request) === '/replica' && request.headers.has('If-None-Match');
      const response = await good(request);
      return isAsked ? new Response(null, { status: 304, headers: response.headers }) : response;
    };
  }),

  faultyServer('forgets to name what is gone', 'tells devices of what there is only', [14], (good) => {
    return async (request) => {
      const response = await good(request);
      if (placeOf(request) !== '/operations' || !response.ok) return response;
      return rewritten(response, (text) => text.replaceAll(/"gone":\[[^\]]*\]/g, '"gone":[]'));
    };
  }),

  faultyServer(
    'versions that stand still',
    'counts versions of documents and forgets them in the manifest',
    [14],
    (good) => {
      return async (request) => {
        const response = await good(request);
        if (placeOf(request) !== '/replica' || response.status !== 200) return response;
        return withJson(response, ({ documents }: ReplicaManifest) => ({
          documents: documents.map((document) => ({ ...document, version: 1 })),
        }));
      };
    },
  ),

  faultyServer('a silent stream', 'sits behind a proxy that collects answers until they are complete', [15], (good) => {
    return async (request) => {
      const response = await good(request);
      if (placeOf(request) !== '/changes' || !response.ok) return response;
      await response.body?.cancel();
      return new Response(new ReadableStream({}), { headers: response.headers });
    };
  }),

  faultyServer(
    'overlooks what it does not know',
    'takes the parameters that it knows and leaves the others',
    [16],
    (good) => {
      return (request) =>
        good(
          withAddressOf(request, (url) => {
            for (const name of ['day', 'sort', 'full', 'status']) url.searchParams.delete(name);
          }),
        );
    },
  ),

  faultyServer(
    'no such method, no such address',
    'answers 404 for a method that an address does not have',
    [17],
    (good) => {
      return async (request) => {
        const response = await good(request);
        return response.status === 405 ? withHead(response, { Allow: '' }, 404) : response;
      };
    },
  ),

  faultyServer('composes characters', 'normalises Unicode on its way in, as some databases do', [18], (good) => {
    return async (request) =>
      placeOf(request) === '/changes' ? good(request) : rewritten(await good(request), (text) => text.normalize('NFC'));
  }),

  faultyServer('replaces emoji', 'has a column of three bytes a character', [18], (good) => {
    return async (request) =>
      placeOf(request) === '/changes'
        ? good(request)
        : rewritten(await good(request), (text) => text.replaceAll(/[\u{10000}-\u{10FFFF}]/gu, '?'));
  }),
];

function withAddressOf(request: Request, change: (url: URL) => void): Request {
  return request.method === 'GET' ? withAddress(request, change) : request;
}
