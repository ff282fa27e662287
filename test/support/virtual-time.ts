import type { Timers } from '@coachkit/adapters/http/connect';

/** Time that passes when it is told to, in no time. */
export interface VirtualTime {
  now(): number;
  readonly timers: Timers;
  /** Resolves after so many milliseconds of this time. */
  sleep(milliseconds: number): Promise<void>;
  /** Work that goes on outside of this time: none of it passes until the work is done. */
  hold<Value>(work: Promise<Value>): Promise<Value>;
  /** Lets time pass, timer by timer, until `isOver`, or until nothing is to come. */
  passUntil(isOver: () => boolean): Promise<void>;
}

/** A time that begins at a moment in milliseconds since 1970. */
export function createVirtualTime(start: number): VirtualTime {
  let now = start;
  let made = 0;
  let held = 0;
  const due = new Map<number, { readonly at: number; readonly callback: () => void }>();
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const settle = async (): Promise<void> => {
    do await turn();
    while (held > 0);
    await turn();
    if (held > 0) await settle();
  };
  const time: VirtualTime = {
    now: () => now,
    timers: {
      set(callback, milliseconds) {
        due.set((made += 1), { at: now + Math.max(milliseconds, 0), callback });
        return made;
      },
      clear: (timer) => void due.delete(timer as number),
    },
    sleep: (milliseconds) => new Promise((resolve) => void time.timers.set(resolve, milliseconds)),
    async hold(work) {
      held += 1;
      try {
        return await work;
      } finally {
        held -= 1;
      }
    },
    async passUntil(isOver) {
      for (;;) {
        await settle();
        if (isOver()) return;
        let next: readonly [number, { readonly at: number; readonly callback: () => void }] | undefined;
        for (const entry of due) if (next === undefined || entry[1].at < next[1].at) next = entry;
        if (next === undefined) return;
        due.delete(next[0]);
        now = Math.max(now, next[1].at);
        next[1].callback();
      }
    },
  };
  return time;
}
