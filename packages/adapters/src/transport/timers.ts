/** Waits. Injected, so that a test can let months pass in a moment. */
export interface Timers {
  /** Calls back once after so many milliseconds, unless it is cleared before. */
  set(callback: () => void, milliseconds: number): unknown;
  clear(timer: unknown): void;
}

/** The timers of this machine. */
export const systemTimers: Timers = {
  set: (callback, milliseconds) => setTimeout(callback, milliseconds),
  clear: (timer) => clearTimeout(timer as Parameters<typeof clearTimeout>[0]),
};

/** What `work` resolves with, or `undefined` when that takes longer than so many milliseconds; the work goes on. */
export function within<Value>(timers: Timers, milliseconds: number, work: Promise<Value>): Promise<Value | undefined> {
  return new Promise((resolve, reject) => {
    const timer = timers.set(() => resolve(undefined), milliseconds);
    work.then(resolve, reject).finally(() => timers.clear(timer));
  });
}
