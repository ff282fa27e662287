import type { Clock } from '../ports/clock.js';

/** After so long without a key or a touch nobody is taken to be writing, in milliseconds. */
export const longestPause = 30_000;

/** Counts the time somebody spends on a record (M21). It stays on the device: nothing reads it but the form. */
export interface ActiveTime {
  /** Something was typed, chosen or focused. */
  readonly touch: () => void;
  /** The form was left. */
  readonly pause: () => void;
  /** Whole seconds so far. */
  readonly seconds: number;
}

/** Starts a count. @param before - seconds of earlier sittings */
export function createActiveTime(clock: Clock, before = 0): ActiveTime {
  let counted = before * 1000;
  let last: number | undefined;
  // A clock that was set back takes nothing away.
  const since = (now: number): number => (last === undefined ? 0 : Math.min(Math.max(now - last, 0), longestPause));
  return {
    touch() {
      const now = clock.now();
      counted += since(now);
      last = now;
    },
    pause() {
      counted += since(clock.now());
      last = undefined;
    },
    get seconds() {
      return Math.floor((counted + since(clock.now())) / 1000);
    },
  };
}
