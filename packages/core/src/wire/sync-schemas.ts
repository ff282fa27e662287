import * as z from 'zod/mini';
import { json, jsonObject } from '../model/json.js';
import { textLimits } from '../model/limits.js';
import { atMost, id, listOf, type Schema, wholeNumber } from '../model/values.js';
import { syncLimits, type OperationBatch, type ReplicaRequest } from './sync-routes.js';

/** Schema of an `OperationBatch`. Whether there is such a verb is said of each operation apart. */
export const operationBatchSchema = z.strictObject({
  operations: listOf(
    z.strictObject({
      id,
      verb: id,
      input: json,
      base: z.optional(jsonObject),
      // A clock that was set back makes it negative; that counts as no age at all.
      age: z.optional(wholeNumber(-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)),
    }) as unknown as Schema<OperationBatch['operations'][number]>,
    syncLimits.operations,
    1,
  ),
}) as unknown as Schema<OperationBatch>;

/** Schema of a `ReplicaRequest`. */
export const replicaRequestSchema = z.strictObject({
  documents: listOf(z.strictObject({ kind: id, id: atMost(textLimits.id * 5) }), syncLimits.documents, 1),
}) as unknown as Schema<ReplicaRequest>;
