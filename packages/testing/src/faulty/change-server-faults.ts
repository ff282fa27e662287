import type { OperationBatch, OperationResult, OperationResults } from '@coachkit/core/wire';
import { faultyServer, placeOf, withBody, withHeaders, withJson, type Answering } from './faulty-server-type.js';

/** Sends a batch that was changed on its way, and changes what is answered. */
function withBatch(
  good: Answering,
  change: (batch: OperationBatch) => OperationBatch,
  answer: (results: readonly OperationResult[], batch: OperationBatch) => readonly OperationResult[] = (results) =>
    results,
): Answering {
  return async (request) => {
    if (placeOf(request) !== '/operations' || request.method !== 'POST') return good(request);
    const batch = batchOf(await request.clone().text());
    if (batch === undefined) return good(request);
    const response = await good(withBody(request, JSON.stringify(change(batch))));
    if (!response.ok) return response;
    return withJson(response, ({ results }: OperationResults) => ({ results: answer(results, batch) }));
  };
}

function batchOf(text: string): OperationBatch | undefined {
  try {
    const batch = JSON.parse(text) as Partial<OperationBatch>;
    return Array.isArray(batch.operations) ? (batch as OperationBatch) : undefined;
  } catch {
    return undefined;
  }
}

/** Faults of changes: preconditions, repetition, batches, merging. */
export const changeServerFaults = [
  faultyServer('ignores If-Match', 'writes whatever comes over whatever is there', [5], (good) => {
    return (request) => good(request.headers.has('If-Match') ? withHeaders(request, { 'If-Match': '*' }) : request);
  }),

  faultyServer('wants no If-Match', 'checks a version where there is one, and takes none for any', [5], (good) => {
    return (request) => {
      const isBare = !request.headers.has('If-Match') && !request.headers.has('If-None-Match');
      const isChange = request.method === 'PATCH' || placeOf(request).endsWith('/end');
      return good(isBare && isChange ? withHeaders(request, { 'If-Match': '*' }) : request);
    };
  }),

  faultyServer('makes new things of everything', 'does not know If-None-Match', [5], (good) => {
    return (request) =>
      good(
        request.headers.has('If-None-Match') && request.method === 'PUT'
          ? withHeaders(request, { 'If-None-Match': '', 'If-Match': '*' })
          : request,
      );
  }),

  faultyServer('lost idempotency', 'does not keep the keys, or keeps them in a process that is gone', [6], (good) => {
    return (request) =>
      good(isKeyed(request) ? withHeaders(request, { 'Idempotency-Key': crypto.randomUUID() }) : request);
  }),

  faultyServer(
    'knows requests by their key alone',
    'answers any request with a known key as the first one',
    [6],
    (good) => {
      const answered = new Map<string, Promise<Response>>();
      return async (request) => {
        const key = request.headers.get('Idempotency-Key');
        if (key === null) return good(request);
        const answer = answered.get(key) ?? good(request);
        answered.set(key, answer);
        return (await answer).clone();
      };
    },
  ),

  faultyServer(
    'remembers refusals',
    'keeps the key of what was refused, so that it can never be put right',
    [6],
    (good) => {
      const refused = new Map<string, Response>();
      return async (request) => {
        const key = request.headers.get('Idempotency-Key') ?? '';
        const response = refused.get(key)?.clone() ?? (await good(request));
        if (key !== '' && response.status === 400) refused.set(key, response.clone());
        return response;
      };
    },
  ),

  faultyServer('applies each operation anew', 'has no memory of operations', [7], (good) => (request) => {
    return withBatch(
      good,
      ({ operations }) => ({ operations: operations.map((each) => ({ ...each, id: crypto.randomUUID() })) }),
      (results, { operations }) => results.map((each, index) => ({ ...each, id: operations[index]?.id ?? '' })),
    )(request);
  }),

  faultyServer(
    'answers without the documents',
    'says that an operation was applied, and not what came of it',
    [7],
    (good) =>
      withBatch(
        good,
        (batch) => batch,
        (results) => results.map((each) => (each.status === 'applied' ? { ...each, documents: [] } : each)),
      ),
  ),

  faultyServer(
    'goes on after a failure',
    'tries every operation of a batch, whatever became of the one before',
    [8],
    (good) => {
      return async (request) => {
        const batch = placeOf(request) === '/operations' ? batchOf(await request.clone().text()) : undefined;
        if (batch === undefined || batch.operations.length < 2) return good(request);
        const results: OperationResult[] = [];
        for (const operation of batch.operations) {
          const response = await good(withBody(request, JSON.stringify({ operations: [operation] })));
          if (!response.ok) return response;
          results.push(...((await response.json()) as OperationResults).results);
        }
        return Response.json({ results });
      };
    },
  ),

  faultyServer('applies a batch from its end', 'puts operations on a stack', [8], (good) =>
    withBatch(
      good,
      ({ operations }) => ({ operations: operations.toReversed() }),
      (results) => results.toReversed(),
    ),
  ),

  faultyServer('the last one wins', 'does not look at what an operation was based on', [9], (good) =>
    withBatch(good, ({ operations }) => ({ operations: operations.map(({ base: _base, ...each }) => each) })),
  ),

  faultyServer('drops the loser of a conflict', 'keeps the first wording and forgets the other', [9], (good) => {
    return async (request) => {
      const response = await good(request);
      return placeOf(request) === '/conflicts' ? withJson(response, () => []) : response;
    };
  }),

  faultyServer('writes before it refuses', 'has written something when it finds what is wrong', [19], (good) => {
    return async (request) => {
      const response = await good(request);
      const isCreation = request.method === 'POST' && placeOf(request).endsWith('/records');
      if (response.status === 400 && isCreation) {
        const url = request.url.replace(/\/relationships\/.*$/, '/employees/priya/goals');
        const headers = { 'Idempotency-Key': crypto.randomUUID(), 'Content-Length': '' };
        const init = { method: 'POST', headers: request.headers, body: '{"title":"Half of a record"}' };
        await good(withHeaders(new Request(url, init), headers));
      }
      return response;
    };
  }),
];

function isKeyed(request: Request): boolean {
  return request.headers.has('Idempotency-Key') && request.method === 'POST';
}
