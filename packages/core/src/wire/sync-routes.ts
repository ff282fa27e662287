import type { JsonObject, JsonValue } from '../ports/storage.js';
import type { DocumentKind } from '../model/document-kinds.js';
import type { ProblemDetails } from './problem-details.js';
import type { Verb } from './routes.js';

/** The addresses of synchronisation, after `wirePrefix`. */
export const syncPaths = {
  /** POST `OperationBatch` → `OperationResults`. */
  operations: '/operations',
  /** GET → `ReplicaManifest`; answers 304 to `If-None-Match`. */
  replica: '/replica',
  /** POST `ReplicaRequest` → `ReplicaDocuments`. */
  replicaDocuments: '/replica/documents',
  /** GET → a stream of server-sent events; `changed` means that the manifest may have changed. */
  changes: '/changes',
  /** GET → `DeviceKey`. */
  deviceKey: '/device-key',
} as const;

/** Most operations of a batch, and most documents of a request. */
export const syncLimits = { operations: 100, documents: 100 } as const;

/** An operation on its way to the server. */
export interface SentOperation {
  /** 128 random bits, made on the device. */
  readonly id: string;
  readonly verb: Verb;
  /** What the verb was called with; positional values by their names in the route table. */
  readonly input: JsonValue;
  /**
   * What the fields of the verb's `merges` held when it was made, by input field; absent ones were not there. For a
   * draft that is written over or recorded, its `mark` where the device knows it; for one that is thrown away, the
   * `version` that was seen.
   */
  readonly base?: JsonObject;
  /**
   * How long it has waited on the device, in milliseconds, 0 to 30 days. The server acts as if it had come that much
   * earlier, so that a record made in time is not late because of the network. No device clock decides.
   */
  readonly age?: number;
}

/** What is sent: in order, of one person, 1 to 100. */
export interface OperationBatch {
  readonly operations: readonly SentOperation[];
}

/** A document as a device may hold it. */
export interface WireDocument {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly version: number;
  readonly body: JsonObject;
}

/** The name of a document. */
export interface DocumentName {
  readonly kind: DocumentKind;
  readonly id: string;
}

/**
 * What became of an operation.
 *
 * - `applied`, now or when it came before: what the verb resolved with, and the documents it changed as the device may
 *   hold them (those that it may not hold any more stand in `gone`).
 * - `refused`: for good; it will never be applied.
 * - `failed`: not applied now, to be sent again. Operations after it were not tried and are not in the results.
 */
export type OperationResult =
  | {
      readonly id: string;
      readonly status: 'applied';
      readonly result?: JsonValue;
      readonly documents: readonly WireDocument[];
      readonly gone: readonly DocumentName[];
    }
  | { readonly id: string; readonly status: 'refused' | 'failed'; readonly problem: ProblemDetails };

/** The answer to a batch, in its order. */
export interface OperationResults {
  readonly results: readonly OperationResult[];
}

/** Every document that the person's devices may hold, by name and version. */
export interface ReplicaManifest {
  readonly documents: readonly (DocumentName & {
    readonly version: number;
    /** `markOf` the document; absent for kinds that need none. */
    readonly mark?: string;
  })[];
}

/** Which documents a device wants, 1 to 100. */
export interface ReplicaRequest {
  readonly documents: readonly DocumentName[];
}

/** The documents; what does not exist and what the person may not hold is left out. */
export interface ReplicaDocuments {
  readonly documents: readonly WireDocument[];
}

/** The key with which a device keeps the words of its person. */
export interface DeviceKey {
  /** 32 bytes, base64url without padding. */
  readonly key: string;
}
