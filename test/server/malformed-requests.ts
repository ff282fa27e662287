import { documentKinds, type DocumentKind, type Storage } from '@coachkit/core';
import { routes, type Route } from '@coachkit/core/wire';
import fc from 'fast-check';
import { companyBehindHandler, requestOf } from './support/company.ts';

/** What random bodies have done to every route. */
export interface MalformedRequestsReport {
  readonly routes: number;
  readonly requests: number;
  /** Requests that were answered with something else than a typed 4xx, or with a success. */
  readonly untyped: readonly string[];
  /** Requests that changed what is stored. */
  readonly changed: readonly string[];
}

/** Keys and values that are right somewhere, so that a body is nearly right now and then. */
const words = [
  'priya',
  'tom',
  'action-questions',
  '2026-11-24',
  'open',
  'month',
  '',
  ' ',
  '\u0000',
  '__proto__',
  0,
  -1,
];

const anything = fc.oneof(
  fc.constantFrom<unknown>(...words, null, true, [], {}, 1e308, '\ud800', '2026-02-31'),
  fc.jsonValue({ maxDepth: 4 }),
);

/** Bodies that none of the routes may accept: each holds a key that no input has, or is no object, or is no JSON. */
const body = fc.oneof(
  { weight: 6, arbitrary: fc.dictionary(fc.constantFrom(...inputKeys()), anything, { maxKeys: 6 }).map(withWrongKey) },
  {
    weight: 1,
    arbitrary: fc
      .jsonValue()
      .filter((value) => Array.isArray(value) || typeof value !== 'object')
      .map((value) => JSON.stringify(value)),
  },
  { weight: 1, arbitrary: fc.string().filter((text) => text !== '' && !isJson(text)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '{"a":1',
      '{"a":}',
      '\uFEFF',
      '{"__proto__":{"x":1},"no-such-key":1}',
      '[[[[',
      '{"a":1}{"b":2}',
    ),
  },
);

function withWrongKey(value: object): string {
  return JSON.stringify({ ...value, 'no-such-key': 1 });
}

function inputKeys(): string[] {
  return [
    ...[
      'relationshipId',
      'sessionId',
      'actionId',
      'employeeId',
      'managerId',
      'personId',
      'goalId',
      'date',
      'start',
      'end',
    ],
    ...[
      'text',
      'points',
      'focus',
      'actions',
      'version',
      'draft',
      'cadence',
      'status',
      'operations',
      'documents',
      'take',
    ],
    ...['name', 'kind', 'id', 'title', 'constructor', 'hasOwnProperty', '__proto__'],
  ];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Sends bodies that are wrong to every route that reads one, and wrong queries and paths to those that do not.
 * @param perRoute - how many requests to each
 */
export async function feedMalformedRequests(perRoute: number, seed: number): Promise<MalformedRequestsReport> {
  const server = await companyBehindHandler({ limits: { burst: 1e9 } });
  const { record, relationshipId, ask } = server;
  await ask('/operations', { body: { operations: [{ id: 'first', verb: 'sessions.record', input: record }] } });
  const storage = server.source.storageFor({ tenantId: 'suite', personId: 'it', roles: [] });
  const names = Object.entries(routes as Record<string, Route>).map(([name, { method, path }]) => ({
    name,
    method,
    path,
  }));
  const all = [
    ...names,
    { name: 'operations', method: 'POST', path: '/operations' },
    { name: 'replicaDocuments', method: 'POST', path: '/replica/documents' },
  ];
  const untyped: string[] = [];
  const changed: string[] = [];
  let requests = 0;
  let before = await snapshot(storage);
  for (const { name, method, path } of all) {
    const hasBody = !['GET', 'DELETE'].includes(method);
    const bodies = fc.sample(body, { numRuns: perRoute, seed });
    const queries = hasBody ? [] : fc.sample(fc.string(), { numRuns: perRoute, seed });
    for (let index = 0; index < perRoute; index += 1) {
      const id = index % 2 === 0 ? encodeURIComponent(relationshipId) : 'action-questions';
      const address = path.replaceAll(/\{\w+\}/g, id);
      const query = hasBody
        ? ''
        : `?no-such-parameter=${encodeURIComponent((queries[index] ?? '').replaceAll(/\p{Surrogate}/gu, ''))}`;
      const request = requestOf(address + query, {
        ...{ as: 'priya', roles: ['technical-admin'], method },
        ...(hasBody && { body: bodies[index] }),
        headers: { 'idempotency-key': `key-${index}`, 'if-match': '*' },
      });
      const response = await server.handler(request);
      requests += 1;
      const text = await response.text();
      if (!isTyped(response, text))
        untyped.push(`${name}: ${response.status} for ${String(bodies[index]).slice(0, 200)}`);
    }
    const after = await snapshot(storage);
    if (after !== before) changed.push(name);
    before = after;
  }
  return { routes: all.length, requests, untyped, changed };
}

function isTyped({ status, headers }: Response, text: string): boolean {
  if (status < 400 || status >= 500 || headers.get('content-type') !== 'application/problem+json') return false;
  const { code, type } = JSON.parse(text);
  return typeof code === 'string' && type === `urn:coachkit:problem:${code}`;
}

async function snapshot(storage: Storage): Promise<string> {
  const kinds = Object.keys(documentKinds) as DocumentKind[];
  const pages = await Promise.all(kinds.map((kind) => storage.query(kind, { index: 'id' })));
  return JSON.stringify(pages.map(({ documents }) => documents));
}
