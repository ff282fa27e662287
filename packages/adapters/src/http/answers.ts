import { CoachingError, type JsonValue } from '@coachkit/core';
import {
  errorOf,
  statusOfCode,
  type DeviceKey,
  type OperationResult,
  type OperationResults,
  type ProblemDetails,
  type ReplicaDocuments,
  type ReplicaManifest,
} from '@coachkit/core/wire';
import { unreachable, type JsonAnswer } from '../transport/json-fetch.js';

/**
 * The body of a success, once it has the shape that was asked for.
 * @throws CoachingError what a problem says; `auth-required`, `busy`; `unreachable` (retryable) for an answer that
 *   nobody who keeps the contract gives
 */
export function bodyOf<Shape>(answer: JsonAnswer, hasShape: (body: unknown) => body is Shape): Shape {
  if (answer.status >= 400) throw refusalOf(answer);
  if (answer.status >= 300 || !hasShape(answer.body)) throw unreachable('the answer has another shape');
  return answer.body;
}

/** Why a request was refused; what comes without a reason of ours is from something in between, and may pass. */
export function refusalOf({ status, body }: JsonAnswer): CoachingError {
  if (isProblem(body)) return errorOf(body);
  if (status === 401) return new CoachingError('auth-required', 'the server wants to know who this is');
  if (status === 429) return new CoachingError('busy', 'too many requests', { retryable: true });
  if (status >= 500) return new CoachingError('server-failed', 'the server failed', { retryable: true });
  return unreachable(`status ${status} without a reason`);
}

/** Any JSON at all: what a verb resolves with is its own business. */
export function isAnything(_body: unknown): _body is JsonValue | undefined {
  return true;
}

/** Whether it is a problem of ours. */
export function isProblem(value: unknown): value is ProblemDetails {
  return isRecord(value) && typeof value.code === 'string' && Object.hasOwn(statusOfCode, value.code);
}

/** Whether it is the answer to a batch. */
export function isResults(value: unknown): value is OperationResults {
  return isRecord(value) && isListOf(value.results, isResult);
}

/** Whether it is a list of documents by name and version. */
export function isManifest(value: unknown): value is ReplicaManifest {
  return isRecord(value) && isListOf(value.documents, isVersioned);
}

/** Whether it is documents. */
export function isDocuments(value: unknown): value is ReplicaDocuments {
  return isRecord(value) && isListOf(value.documents, isDocument);
}

/** Whether it is a key for this device. */
export function isDeviceKey(value: unknown): value is DeviceKey {
  return isRecord(value) && typeof value.key === 'string';
}

function isResult(value: unknown): value is OperationResult {
  if (!isRecord(value) || typeof value.id !== 'string') return false;
  if (value.status === 'applied') return isListOf(value.documents, isDocument) && isListOf(value.gone, isName);
  return (value.status === 'refused' || value.status === 'failed') && isProblem(value.problem);
}

const isName = (value: unknown): value is Record<string, unknown> =>
  isRecord(value) && typeof value.kind === 'string' && typeof value.id === 'string';

const isVersioned = (value: unknown): value is Record<string, unknown> =>
  isName(value) && Number.isInteger(value.version);

const isDocument = (value: unknown): value is Record<string, unknown> => isVersioned(value) && isRecord(value.body);

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
