import type { SentOperation } from '@coachkit/core/wire';
import type { FoundedPair } from '../../support/server/found-pairs.ts';

/** An operation that was sent, and whether the server has said that it is applied. */
export interface Entry {
  readonly operation: SentOperation;
  readonly pair: FoundedPair;
  isAcknowledged: boolean;
}

/** Everything that was sent. */
export class Ledger {
  readonly #entries = new Map<string, Entry>();

  get entries(): readonly Entry[] {
    return [...this.#entries.values()];
  }

  get acknowledged(): number {
    return this.entries.filter(({ isAcknowledged }) => isAcknowledged).length;
  }

  entryOf(id: string): Entry | undefined {
    return this.#entries.get(id);
  }

  /** Before it is sent. */
  sending(operation: SentOperation, pair: FoundedPair): void {
    if (!this.#entries.has(operation.id)) this.#entries.set(operation.id, { operation, pair, isAcknowledged: false });
  }

  /** When the answer is here. */
  acknowledge(id: string): void {
    const entry = this.#entries.get(id);
    if (entry !== undefined) entry.isAcknowledged = true;
  }
}
