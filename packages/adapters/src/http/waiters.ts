import { CoachingError, type Storage } from '@coachkit/core';
import type { Timers } from '../transport/timers.js';
import { readQueue } from './queue.js';
import type { Outcome } from './send.js';

/** Those who wait for the server's word on an operation. */
export interface Waiters {
  /** The outcome, or `undefined` when it is not known within so many milliseconds. */
  wait(operationId: string, milliseconds: number): Promise<Outcome | undefined>;
  /** Whether somebody waits; from then on the waiting has no end but an outcome. */
  isAwaited(operationId: string): boolean;
  settle(operationId: string, outcome: Outcome): void;
  /** Nothing will be known soon. */
  giveUp(): void;
  /** Tells those whose operations another tab has brought to an end. */
  look(local: Storage): Promise<readonly string[]>;
}

interface Waiter {
  readonly resolve: (outcome: Outcome | undefined) => void;
  readonly timer: unknown;
  isHeld: boolean;
}

/** Waiters by operation. */
export function createWaiters(timers: Timers): Waiters {
  const waiting = new Map<string, Waiter>();
  const end = (id: string, outcome?: Outcome): void => {
    const waiter = waiting.get(id);
    if (waiter === undefined) return;
    waiting.delete(id);
    timers.clear(waiter.timer);
    waiter.resolve(outcome);
  };
  return {
    wait: (id, milliseconds) =>
      new Promise((resolve) => {
        const runOut = (): void => {
          if (waiting.get(id)?.isHeld === false) end(id);
        };
        waiting.set(id, { resolve, timer: timers.set(runOut, milliseconds), isHeld: false });
      }),
    isAwaited(id) {
      const waiter = waiting.get(id);
      if (waiter === undefined) return false;
      // Its refusal is about to be taken out of the queue: nobody else would tell the person.
      waiter.isHeld = true;
      return true;
    },
    settle: (id, outcome) => end(id, outcome),
    giveUp() {
      for (const id of [...waiting.keys()]) end(id);
    },
    async look(local) {
      if (waiting.size === 0) return [];
      const asked = [...waiting.keys()];
      const queue = new Map((await readQueue(local)).map(({ operation }) => [operation.id, operation]));
      const refused: string[] = [];
      for (const id of asked) {
        const operation = queue.get(id);
        if (operation === undefined) end(id, { status: 'applied', result: undefined });
        if (operation?.status === 'needs-attention' && waiting.has(id)) {
          refused.push(id);
          const { refusal = 'server-failed' } = operation;
          end(id, { status: 'refused', error: new CoachingError(refusal, 'the server refused it for good') });
        }
      }
      return refused;
    },
  };
}
