import { CoachingError, type CoachingErrorCode } from '../errors.js';
import type { ReplicaReader } from '../use-cases/replica/replica.js';
import { applyOperation, type Applied, type OperationParts } from './apply-operation.js';
import { isVerb } from './invoke.js';
import { problemOf } from './problem-details.js';
import { routes } from './routes.js';
import type { DocumentName, OperationResult, SentOperation } from './sync-routes.js';

/** What may be different the next time, whatever the error itself says. */
const passing: ReadonlySet<CoachingErrorCode> = new Set([
  'storage-unavailable',
  'storage-full',
  'storage-read-only',
  'closed',
  'part-not-loaded',
  'busy',
  'server-failed',
  'unreachable',
  'auth-required',
]);

/**
 * Applies operations in their order and stops at the first one that has to be sent again: what comes after it may build
 * on it.
 * @param reader - of the same actor: says which documents the device may hold
 * @param onFailure - hears what an operation failed with that is not of ours
 */
export async function applyOperations(
  parts: OperationParts,
  operations: readonly SentOperation[],
  reader: () => ReplicaReader,
  onFailure: (error: unknown) => void,
): Promise<OperationResult[]> {
  const results: OperationResult[] = [];
  for (const operation of operations) {
    const result = await applyOne(parts, operation, reader, onFailure);
    results.push(result);
    if (result.status === 'failed') break;
  }
  return results;
}

async function applyOne(
  parts: OperationParts,
  operation: SentOperation,
  reader: () => ReplicaReader,
  onFailure: (error: unknown) => void,
): Promise<OperationResult> {
  const { id } = operation;
  try {
    if (!isVerb(operation.verb) || routes[operation.verb].kind === 'read')
      throw new CoachingError('not-supported', 'this is no operation');
    const applied = await applyOperation(parts, operation);
    return await answer(id, applied, reader());
  } catch (error) {
    if (!CoachingError.isInstance(error)) {
      onFailure(error);
      const failed = new CoachingError('server-failed', 'unexpected', { retryable: true });
      return { id, status: 'failed', problem: problemOf(failed) };
    }
    const isPassing = error.retryable || passing.has(error.code);
    return { id, status: isPassing ? 'failed' : 'refused', problem: problemOf(error) };
  }
}

async function answer(id: string, { result, changed }: Applied, reader: ReplicaReader): Promise<OperationResult> {
  const documents = await reader.read(changed);
  const held = new Set(documents.map(nameOf));
  return {
    id,
    status: 'applied',
    ...(result !== undefined && { result }),
    documents,
    gone: changed.filter((each) => !held.has(nameOf(each))),
  };
}

function nameOf({ kind, id }: DocumentName): string {
  return `${kind}/${id}`;
}
