import type { JsonObject, QueuedOperation, Storage, StorageChange } from '@coachkit/core';

/** An operation of the queue with its version in the storage of this device. */
export interface Queued {
  readonly operation: QueuedOperation;
  readonly version: number;
}

/** Every operation that is kept on this device, in order. */
export async function readQueue(local: Storage): Promise<Queued[]> {
  const { documents } = await local.query('queuedOperation', { index: 'byPlace' });
  return documents.flatMap(({ body, version }) =>
    body === undefined ? [] : { operation: body as unknown as QueuedOperation, version },
  );
}

/** Those that are still to be sent. */
export function waitingOf(queue: readonly Queued[]): Queued[] {
  return queue.filter(({ operation }) => operation.status === 'waiting');
}

/** A change that keeps an operation: a new one, or what became of one that was read. */
export function keepOperation(operation: QueuedOperation, version = 0): StorageChange {
  return {
    type: 'put',
    kind: 'queuedOperation',
    id: operation.id,
    body: operation as unknown as JsonObject,
    expectedVersion: version,
  };
}

/** A change that takes an operation out of the queue. */
export function dropOperation({ operation, version }: Queued): StorageChange {
  return { type: 'delete', kind: 'queuedOperation', id: operation.id, expectedVersion: version };
}
