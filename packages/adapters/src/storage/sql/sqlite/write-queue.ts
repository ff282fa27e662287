import { unavailable } from '@coachkit/core/storage-parts';
import type { SqlTransaction } from '../sql-database.js';
import type { Connection } from './connection.js';
import { refusalOf } from './sqlite-errors.js';

/** Work that waits for its turn. */
interface Waiting {
  /** Runs it; rejects when its changes have to be undone. */
  readonly run: (transaction: SqlTransaction) => Promise<unknown>;
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

type Outcome = { readonly result: unknown } | { readonly reason: unknown };

/**
 * Runs what is written one after the other. What has come in by the time it is its turn goes into one transaction with
 * a savepoint each: one flush of the disk then keeps all of it, and nobody is answered before that flush.
 */
export class WriteQueue {
  readonly #connection: Connection;
  readonly #transaction: SqlTransaction;
  #waiting: Waiting[] = [];
  #working: Promise<void> | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
    const within = <Result>(ask: () => Result): Promise<Result> =>
      new Promise((resolve) => {
        // A full disk ends the transaction by itself; what is asked after that would be kept on its own.
        if (!connection.isInTransaction) throw unavailable('the transaction has ended');
        resolve(ask());
      });
    this.#transaction = {
      rows: (statement) => within(() => connection.rows(statement)),
      change: (statement) => within(() => connection.change(statement)),
    };
  }

  /** Runs work in its turn; may run it again after everything it did was undone. @throws what it throws, CoachingError */
  run<Result>(work: (transaction: SqlTransaction) => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ run: work, resolve: resolve as (result: unknown) => void, reject });
      this.#working ??= this.#workOff();
    });
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#working) await this.#working;
  }

  async #workOff(): Promise<void> {
    // Requests that arrive together are handled in one turn of the event loop, and their commits meet here.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      const group = this.#waiting;
      this.#waiting = [];
      if (!(await this.#together(group))) for (const each of group) await this.#alone(each);
    }
    this.#working = undefined;
  }

  /** @returns false when nothing of it was kept and nobody was answered */
  async #together(group: readonly Waiting[]): Promise<boolean> {
    if (group.length === 1) return false;
    const outcomes: Outcome[] = [];
    try {
      this.#connection.execute('BEGIN IMMEDIATE');
      for (const { run } of group) {
        this.#connection.execute('SAVEPOINT work');
        const outcome = await outcomeOf(run(this.#transaction));
        // A failure of the database itself may have undone more than this one.
        if ('reason' in outcome && refusalOf(outcome.reason) !== outcome.reason) throw outcome.reason;
        if ('reason' in outcome) this.#connection.execute('ROLLBACK TO work');
        this.#connection.execute('RELEASE work');
        outcomes.push(outcome);
      }
      this.#connection.execute('COMMIT');
    } catch {
      this.#undo();
      return false;
    }
    group.forEach((each, position) => settle(each, outcomes[position] ?? { reason: undefined }));
    return true;
  }

  async #alone(waiting: Waiting): Promise<void> {
    let outcome: Outcome;
    try {
      this.#connection.execute('BEGIN IMMEDIATE');
      outcome = { result: await waiting.run(this.#transaction) };
      this.#connection.execute('COMMIT');
    } catch (error) {
      this.#undo();
      outcome = { reason: refusalOf(error) };
    }
    settle(waiting, outcome);
  }

  #undo(): void {
    try {
      if (this.#connection.isInTransaction) this.#connection.execute('ROLLBACK');
    } catch {
      // What cannot be undone is not kept either: the next BEGIN fails and says so.
    }
  }
}

async function outcomeOf(running: Promise<unknown>): Promise<Outcome> {
  try {
    return { result: await running };
  } catch (reason) {
    return { reason };
  }
}

function settle({ resolve, reject }: Waiting, outcome: Outcome): void {
  if ('reason' in outcome) reject(outcome.reason);
  else resolve(outcome.result);
}
