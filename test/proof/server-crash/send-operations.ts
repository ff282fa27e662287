import type { OperationResults, SentOperation } from '@coachkit/core/wire';

/** An answer that an operation was not applied for good: the driver has made a wrong one. */
export class RefusedOperation extends Error {}

/**
 * Sends operations as one batch.
 * @returns the ids of those that the server says are applied
 * @throws RefusedOperation; whatever `fetch` rejects with when the server is gone
 */
export async function sendOperations(
  origin: string,
  personId: string,
  operations: readonly SentOperation[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  const response = await fetch(`${origin}/v1/operations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'coachkit-version': '1', 'x-person': personId },
    body: JSON.stringify({ operations }),
    signal,
  });
  if (!response.ok) throw new Error(`the server answered ${response.status}: ${await response.text()}`);
  const { results } = (await response.json()) as OperationResults;
  const refused = results.find(({ status }) => status === 'refused');
  if (refused !== undefined) {
    const operation = operations.find(({ id }) => id === refused.id);
    throw new RefusedOperation(JSON.stringify({ refused, operation }));
  }
  return results.filter(({ status }) => status === 'applied').map(({ id }) => id);
}
