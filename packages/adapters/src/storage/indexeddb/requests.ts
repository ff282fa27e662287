/** The result of a request; its failure leaves the transaction alive. @throws DOMException what it failed with */
export function result<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      event.preventDefault();
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a DOMException, never null here
      reject(request.error);
    };
  });
}

/**
 * Waits until a transaction is kept as durably as it asked for.
 * @throws DOMException why it was aborted; `AbortError` when nobody says why, as for a connection that was cut off
 */
export function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () =>
      reject(transaction.error ?? new DOMException('the transaction was aborted', 'AbortError'));
  });
}

/**
 * Whether an error says that the handle is of no use any more: closed under our feet, or its backend gone. A new
 * handle may work.
 */
export function isDeadHandle(error: unknown): boolean {
  return isNamed(error, 'InvalidStateError', 'UnknownError', 'AbortError');
}

/** Whether an error has one of these names. Errors of another realm are no instances of this one's classes. */
export function isNamed(error: unknown, ...names: readonly string[]): boolean {
  return error instanceof Object && 'name' in error && names.includes(String(error.name));
}
