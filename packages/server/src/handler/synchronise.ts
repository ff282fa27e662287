import { parse } from '@coachkit/core';
import {
  applyOperations,
  createReplicaReader,
  digestOf,
  operationBatchSchema,
  replicaRequestSchema,
  type OperationResults,
  type ReplicaDocuments,
} from '@coachkit/core/wire';
import { jsonAnswer } from './answer.js';
import { partsOf } from './call-verb.js';
import { deviceKeyOf } from './device-key.js';
import type { Incoming } from './incoming.js';
import { parseJson } from './parse-json.js';
import { refuse } from './refusal.js';
import type { SyncName } from './router.js';

/** Answers a request for a part of synchronisation, other than the stream of changes. */
export const synchronise: Readonly<Record<Exclude<SyncName, 'changes'>, (incoming: Incoming) => Promise<Response>>> = {
  async operations(incoming) {
    const { body, limits, assertGoesOn, onFailure } = incoming;
    const { operations } = parse(operationBatchSchema, parseJson(body, limits.jsonDepth));
    const parts = { ...partsOf(incoming), assertGoesOn };
    // What a device may hold can change with each operation.
    const results = await applyOperations(parts, operations, () => createReplicaReader(incoming), onFailure);
    return jsonAnswer({ results } satisfies OperationResults);
  },

  async replica(incoming) {
    const text = JSON.stringify(await createReplicaReader(incoming).manifest());
    const etag = `"${(await digestOf(text)).slice(0, 32)}"`;
    const headers = { etag };
    if (namesTag(incoming.request.headers.get('if-none-match'), etag))
      return new Response(null, { status: 304, headers });
    return new Response(text, { headers: { ...headers, 'content-type': 'application/json' } });
  },

  async replicaDocuments(incoming) {
    const { documents } = parse(replicaRequestSchema, parseJson(incoming.body, incoming.limits.jsonDepth));
    return jsonAnswer({ documents: await createReplicaReader(incoming).read(documents) } satisfies ReplicaDocuments);
  },

  async deviceKey({ options, actor }) {
    if (options.deviceKeySecret === undefined) throw refuse('not-supported', 501);
    return jsonAnswer(await deviceKeyOf(options.deviceKeySecret, actor));
  },
};

function namesTag(header: string | null, etag: string): boolean {
  return (header ?? '').split(',').some((each) => each.trim().replace(/^W\//, '') === etag);
}
