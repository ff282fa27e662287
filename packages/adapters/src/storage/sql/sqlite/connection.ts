import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { SqlRow, SqlStatement, StatementObserver } from '../sql-database.js';

/** One connection to a file, which prepares every statement once. */
export class Connection {
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();
  readonly #onStatement: StatementObserver | undefined;

  constructor(file: string, busyTimeout: number, onStatement: StatementObserver | undefined) {
    this.#database = new DatabaseSync(file, { timeout: busyTimeout });
    this.#onStatement = onStatement;
  }

  /** Whether a transaction is under way; SQLite itself ends one when the disk is full. */
  get isInTransaction(): boolean {
    return this.#database.isTransaction;
  }

  execute(text: string): void {
    this.#database.exec(text);
  }

  rows({ text, values }: SqlStatement): readonly SqlRow[] {
    return this.#statement(text).all(...values) as unknown as readonly SqlRow[];
  }

  change({ text, values }: SqlStatement): number {
    return Number(this.#statement(text).run(...values).changes);
  }

  /** Keeps the file from growing beyond so many bytes. */
  limit(mostBytes: number): void {
    const [row] = this.rows({ text: 'PRAGMA page_size', values: [] });
    this.execute(`PRAGMA max_page_count = ${Math.max(1, Math.floor(mostBytes / Number(row?.['page_size'])))}`);
  }

  close(): void {
    if (this.#database.isOpen) this.#database.close();
  }

  #statement(text: string): StatementSync {
    this.#onStatement?.(text);
    let statement = this.#prepared.get(text);
    if (statement === undefined) {
      statement = this.#database.prepare(text);
      this.#prepared.set(text, statement);
    }
    return statement;
  }
}
