/** Lets one of several tabs work at a time. A tab that dies lets go. `navigator.locks` is one. */
export interface Locks {
  request<Value>(name: string, options: { readonly signal?: AbortSignal }, work: () => Promise<Value>): Promise<Value>;
}

/** The locks of the browser; where there are none, every tab works for itself, and the server sorts out what comes twice. */
export function pageLocks(): Locks {
  const { locks } = (globalThis.navigator as { readonly locks?: Locks } | undefined) ?? {};
  return locks ?? { request: (_name, _options, work) => work() };
}
