import * as z from 'zod/mini';
import type { Instant } from '../calendar.js';
import type { CoachingErrorCode } from '../errors.js';
import type { JsonObject, JsonValue } from '../ports/storage.js';
import type { DocumentKind } from './document-kinds.js';
import { textLimits } from './limits.js';
import { json, jsonObject } from './json.js';
import { atMost, id, instant, listOf, oneOf, type Schema, wholeNumber } from './values.js';

/**
 * A change that a device makes: a verb with its input, as it was called. It is kept on the device in the same commit
 * as its effect there, sent until the server has answered, and applied by the server once.
 */
export interface QueuedOperation {
  /** 128 random bits, made on the device; the server applies each once. */
  readonly id: string;
  /** Where it stands in the queue, from 1; operations are sent in this order. */
  readonly place: number;
  /** The verb, as in the route table: `sessions.record`. */
  readonly verb: string;
  readonly input: JsonValue;
  /** What the changed fields held when the change was made, by input field; see `OperationBase` in the route table. */
  readonly base: JsonObject;
  /** When it was made, by this device's clock. Only the time that has passed since then is ever used. */
  readonly madeAt: Instant;
  /**
   * - `waiting`: to be sent.
   * - `needs-attention`: the server has refused it for good, `refusal` says why; it stays until the person decides.
   */
  readonly status: 'waiting' | 'needs-attention';
  readonly refusal?: CoachingErrorCode;
  /** The documents that it changed on this device, by `<kind>/<id>`. */
  readonly touched: readonly string[];
  /** Whether it may have reached the server: from then on nothing takes its place. */
  readonly isSent: boolean;
}

/** `<kind>/<id>`; the id of a draft is made of several. */
const documentName = atMost(textLimits.id * 5);

/** Schema of a `QueuedOperation`. */
export const queuedOperationSchema: Schema<QueuedOperation> = z.strictObject({
  id,
  place: wholeNumber(1, Number.MAX_SAFE_INTEGER),
  verb: id,
  input: json,
  base: jsonObject,
  madeAt: instant,
  status: oneOf(['waiting', 'needs-attention']),
  refusal: z.optional(atMost(textLimits.id)),
  touched: listOf(documentName, 1000),
  isSent: z.boolean(),
}) as unknown as Schema<QueuedOperation>;

/** An operation that the server has applied, with what it answered. Kept for 30 days. */
export interface AppliedOperation {
  /** Made by the device. */
  readonly id: string;
  readonly personId: string;
  /** Of verb and input: the same id with something else is refused. */
  readonly fingerprint: string;
  /** What the verb resolved with, as JSON. */
  readonly result?: JsonValue;
  /** The documents it has written, so that whoever asks again can be given them again. */
  readonly changed?: readonly { readonly kind: DocumentKind; readonly id: string }[];
  readonly at: Instant;
}

/** Schema of an `AppliedOperation`. */
export const appliedOperationSchema: Schema<AppliedOperation> = z.strictObject({
  id,
  personId: id,
  fingerprint: atMost(textLimits.id),
  result: z.optional(json),
  changed: z.optional(listOf(z.strictObject({ kind: id, id: atMost(textLimits.id * 5) }), 10_000)),
  at: instant,
}) as unknown as Schema<AppliedOperation>;

/** What a device knows of a document of the server. The document itself stands beside it, with what was changed here. */
export interface ReplicaDocument {
  /** `<kind>/<id>` of the document. */
  readonly id: string;
  /** The version on the server; 0 for one that only exists here so far. */
  readonly version: number;
  /** The body on the server while the one on this device is ahead of it; null when the server has none. */
  readonly base?: JsonObject | null;
  /**
   * The version on this device from which on nobody but this device has changed the document: whoever has read one
   * since then has read what stands in it now.
   */
  readonly unchangedSince?: number;
  /** `markOf` the document on the server, for kinds that have one. */
  readonly mark?: string;
  /** The last version on this device of a draft that was taken away: one that comes again goes on from there. */
  readonly lastVersion?: number;
}

/** Schema of a `ReplicaDocument`. */
export const replicaDocumentSchema: Schema<ReplicaDocument> = z.strictObject({
  id: documentName,
  version: wholeNumber(0, Number.MAX_SAFE_INTEGER),
  base: z.optional(z.nullable(jsonObject)),
  unchangedSince: z.optional(wholeNumber(1, Number.MAX_SAFE_INTEGER)),
  mark: z.optional(atMost(textLimits.id)),
  lastVersion: z.optional(wholeNumber(1, Number.MAX_SAFE_INTEGER)),
}) as unknown as Schema<ReplicaDocument>;

/** The schemas of the kinds that only synchronisation reads and writes. */
export const syncDocumentSchemas = {
  operation: appliedOperationSchema,
  queuedOperation: queuedOperationSchema,
  replicaDocument: replicaDocumentSchema,
} as const;
