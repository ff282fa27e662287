import * as z from 'zod/mini';
import { statusOfCode } from './problem-details.js';
import { oneOf } from '../model/values.js';
import type { CoachingErrorCode } from '../errors.js';

const name = { kind: z.string(), id: z.string() };
const versioned = { ...name, version: z.number() };
const document = z.strictObject({ ...versioned, body: z.record(z.string(), z.unknown()) });

/** Schema of `ProblemDetails`. */
export const problemSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: oneOf(Object.keys(statusOfCode) as readonly CoachingErrorCode[]),
  retryable: z.boolean(),
  problems: z.optional(z.array(z.strictObject({ path: z.string(), rule: z.string(), limit: z.optional(z.number()) }))),
  documents: z.optional(z.array(z.strictObject({ ...name, expectedVersion: z.number(), actualVersion: z.number() }))),
  correlationId: z.optional(z.string()),
});

/** Schema of `OperationResults`. */
export const operationResultsSchema = z.strictObject({
  results: z.array(
    z.union([
      z.strictObject({
        id: z.string(),
        status: z.literal('applied'),
        result: z.optional(z.unknown()),
        documents: z.array(document),
        gone: z.array(z.strictObject(name)),
      }),
      z.strictObject({ id: z.string(), status: oneOf(['refused', 'failed']), problem: problemSchema }),
    ]),
  ),
});

/** Schema of a `ReplicaManifest`. */
export const replicaManifestSchema = z.strictObject({
  documents: z.array(z.strictObject({ ...versioned, mark: z.optional(z.string()) })),
});

/** Schema of `ReplicaDocuments`. */
export const replicaDocumentsSchema = z.strictObject({ documents: z.array(document) });

/** Schema of a `DeviceKey`. */
export const deviceKeySchema = z.strictObject({ key: z.string() });
