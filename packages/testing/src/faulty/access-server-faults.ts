import { faultyServer, placeOf, withHead, withHeaders, withJson } from './faulty-server-type.js';

/** Faults of who may know what. */
export const accessServerFaults = [
  faultyServer(
    'answers anybody',
    'has forgotten the sign-in for one kind of request, as new routes are',
    [1],
    (good) => {
      return async (request) => {
        const response = await good(request);
        return response.status === 401 && request.method === 'GET' ? Response.json([]) : response;
      };
    },
  ),

  faultyServer(
    'believes a header',
    'takes the person from a header that a proxy sets, when there is no proxy',
    [2],
    (good, { harness, actorOf }) => {
      return async (request) => {
        const [actor, personId] = [actorOf(request), request.headers.get('X-Person-Id')];
        if (actor === undefined || personId === null) return good(request);
        return good(withHeaders(request, await harness.headersFor({ ...actor, personId })));
      };
    },
  ),

  faultyServer(
    'believes the query',
    'lets ?personId= choose the person, for the convenience of tests',
    [2],
    (good, { harness, actorOf }) => {
      return async (request) => {
        const url = new URL(request.url);
        const [actor, personId] = [actorOf(request), url.searchParams.get('personId')];
        if (actor === undefined || personId === null || placeOf(request) === '/agenda') return good(request);
        url.searchParams.delete('personId');
        return good(new Request(url, { headers: await harness.headersFor({ ...actor, personId }) }));
      };
    },
  ),

  faultyServer(
    'says that it is not yours',
    'answers 404 for both, with another sentence for what exists',
    [3],
    (good) => {
      const known = new Set<string>();
      return async (request) => {
        const response = await good(request);
        const text = await response.clone().text();
        if (response.ok) for (const [, id = ''] of text.matchAll(/"id":"([^"]+)"/g)) known.add(id);
        const isKnown = placeOf(request)
          .split('/')
          .some((part) => known.has(part));
        if (response.status !== 404 || !isKnown) return response;
        return withJson(response, (problem: object) => ({ ...problem, title: 'Not yours' }));
      };
    },
  ),

  faultyServer(
    'checks the version first',
    'compares If-Match before it asks who may know of the document',
    [3],
    (good) => {
      const known = new Set<string>();
      return async (request) => {
        const response = await good(request);
        const text = await response.clone().text();
        if (response.ok) for (const [, id = ''] of text.matchAll(/"id":"([^"]+)"/g)) known.add(id);
        const [, , id = ''] = placeOf(request).split('/');
        const isStale = request.method === 'PATCH' && request.headers.get('If-Match') === '"77"';
        return isStale && response.status === 404 && known.has(id) ? withHead(response, {}, 412) : response;
      };
    },
  ),

  faultyServer(
    'keeps answers for everybody',
    'has a cache before it that knows addresses and no people',
    [2, 14],
    (good) => {
      const kept = new Map<string, Response>();
      return async (request) => {
        if (request.method !== 'GET' || placeOf(request) === '/changes') return good(request);
        const key = `${request.url} ${request.headers.get('If-None-Match') ?? ''}`;
        const found = kept.get(key) ?? (await good(request));
        if (found.ok) kept.set(key, found.clone());
        return found.clone();
      };
    },
  ),

  faultyServer('one key for everybody', 'makes the key of devices from the tenant alone', [20], (good) => {
    return async (request) => {
      const response = await good(request);
      return placeOf(request) === '/device-key' && response.ok
        ? withJson(response, () => ({ key: 'A'.repeat(43) }))
        : response;
    };
  }),

  faultyServer('a new key each time', 'draws the key of devices instead of deriving it', [20], (good) => {
    return async (request) => {
      const response = await good(request);
      const draw = (): string => crypto.randomUUID().replaceAll('-', '').padEnd(43, '0');
      return placeOf(request) === '/device-key' && response.ok ? withJson(response, () => ({ key: draw() })) : response;
    };
  }),
];
