import { CoachingError, createCoaching, type Actor, type CoachingOptions, type JsonObject } from '@coachkit/core';
import {
  applyOperations,
  createReplicaReader,
  invoke,
  problemOf,
  routes,
  type OperationBatch,
  type ReplicaRequest,
  type Route,
  type Verb,
} from '@coachkit/core/wire';

/** What the small server stands on; the storage of one tenant. */
export type WireServerParts = Omit<CoachingOptions, 'actor'> & { readonly clock: NonNullable<CoachingOptions['clock']> };

/** A `fetch` that answers as a server would, without a network, for tests of what stands in front of it. */
export function wireServer(parts: WireServerParts, actor: Actor): typeof fetch {
  return async (address, init = {}) => {
    init.signal?.throwIfAborted();
    const url = new URL(String(address));
    const body = init.body == null ? undefined : (JSON.parse(String(init.body)) as unknown);
    try {
      return await respond(parts, actor, init.method ?? 'GET', url, body, new Headers(init.headers));
    } catch (error) {
      if (!CoachingError.isInstance(error)) throw error;
      const problem = problemOf(error);
      return Response.json(problem, { status: problem.status });
    }
  };
}

async function respond(
  parts: WireServerParts,
  actor: Actor,
  method: string,
  url: URL,
  body: unknown,
  headers: Headers,
): Promise<Response> {
  const path = url.pathname.replace(/^.*\/v1/, '');
  const reader = () => createReplicaReader({ storage: parts.storage, actor, clock: parts.clock });
  if (path === '/operations') {
    const { operations } = body as OperationBatch;
    return Response.json({ results: await applyOperations({ ...parts, actor }, operations, reader, console.error) });
  }
  if (path === '/replica') {
    const manifest = await reader().manifest();
    const tag = `"${JSON.stringify(manifest)}"`;
    if (headers.get('if-none-match') === tag) return new Response(null, { status: 304 });
    return Response.json(manifest, { headers: { etag: tag } });
  }
  if (path === '/replica/documents') {
    const { documents } = body as ReplicaRequest;
    return Response.json({ documents: await reader().read(documents) });
  }
  const coaching = createCoaching({ ...parts, storage: { ...parts.storage, close: () => Promise.resolve() }, actor });
  const [verb, input] = matching(method, path, url);
  const value = await invoke(coaching, verb, input);
  return value === undefined ? new Response(null, { status: 204 }) : Response.json(value);
}

function matching(method: string, path: string, url: URL): readonly [Verb, JsonObject] {
  for (const [verb, route] of Object.entries<Route>(routes)) {
    const pattern = new RegExp(`^${route.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
    const groups = pattern.exec(path)?.groups;
    if (route.method !== method || !pattern.test(path)) continue;
    const query = [...url.searchParams].map(([name, value]) => [
      name,
      route.query?.[name] === 'number' ? Number(value) : value,
    ]);
    const named = Object.entries(groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]);
    return [verb as Verb, Object.fromEntries([...query, ...named]) as JsonObject];
  }
  throw new CoachingError('not-found', 'no such route');
}
