import { invalidInput, refusedInput } from '@coachkit/core';
import { CsvReader, type CsvRecord } from './csv-rows.js';
import { textOf, type FileSource } from './text-source.js';

/** How a table is read. */
export interface CsvTableOptions {
  /** What the file is called in a refusal. */
  readonly name: string;
  /** Columns without which the file is refused as a whole. */
  readonly required: readonly string[];
  /** A comma, semicolon or tab; found out from the head when absent. */
  readonly delimiter?: string;
  /** Whether a row may lack fields at its end; they are empty then. */
  readonly mayEndEarly?: boolean;
  readonly signal?: AbortSignal;
}

/** Why a row cannot be used. */
export type CsvRowFault = NonNullable<CsvRecord['fault']> | 'wrong-number-of-fields';

/** A row under its head. */
export interface CsvTableRow {
  /** As a spreadsheet counts: the head is 1. */
  readonly row: number;
  /** The text of a column, without white space around it; empty for a column that the file does not have. */
  readonly at: (column: string) => string;
}

const delimiters = [',', ';', '\t', '|'];

/**
 * Reads a CSV file with a head, in one pass.
 * @param hear - gets each row
 * @param reject - gets the number of each row that cannot be used as a whole, and why
 * @returns the columns of the head
 * @throws CoachingError `invalid-input` when the file is wrong as a whole: empty (`name: required`), not text
 *   (`name: not-plain-text`), or without a required column (`column: required`; also for a delimiter that is none of
 *   the known ones); `column: twice` for a column that is there twice. The reason of the signal when it aborts
 */
export async function readCsvTable(
  source: FileSource,
  options: CsvTableOptions,
  hear: (row: CsvTableRow) => void,
  reject: (row: number, reason: CsvRowFault) => void,
): Promise<readonly string[]> {
  const { name, required, mayEndEarly = false, signal } = options;
  const heads: ReadonlyMap<string, number>[] = [];
  const take = ({ row, fields, fault }: CsvRecord): void => {
    const [known] = heads;
    if (known === undefined) {
      heads.push(columnsOf(fields, required));
      return;
    }
    const fits = fields.length === known.size || (mayEndEarly && fields.length < known.size);
    const found = fault ?? (fits ? undefined : 'wrong-number-of-fields');
    if (found) reject(row, found);
    else hear({ row, at: (column) => fields[known.get(column) ?? -1]?.trim() ?? '' });
  };

  let reader: CsvReader | undefined;
  let beginning = '';
  for await (const piece of textOf(source, name)) {
    signal?.throwIfAborted();
    if (reader) reader.push(piece);
    else {
      beginning += piece;
      if (!/[\r\n]/.test(beginning)) continue;
      reader = new CsvReader(options.delimiter ?? delimiterOf(beginning, required), take);
      reader.push(beginning);
    }
  }
  if (!reader) {
    reader = new CsvReader(options.delimiter ?? delimiterOf(beginning, required), take);
    reader.push(beginning);
  }
  reader.end();
  const [columns] = heads;
  if (columns === undefined) throw invalidInput(name, 'required');
  return [...columns.keys()];
}

/** The delimiter with which the head has the most of the required columns, then the most columns. */
function delimiterOf(text: string, required: readonly string[]): string {
  const worth = (delimiter: string): number => {
    let head: readonly string[] = [];
    const reader = new CsvReader(delimiter, ({ fields }) => {
      if (head.length === 0) head = fields;
    });
    reader.push(text.slice(0, 20_000));
    reader.end();
    const names = head.map((field) => field.trim());
    return required.filter((column) => names.includes(column)).length * 1000 + Math.min(names.length, 999);
  };
  const worths = delimiters.map((delimiter) => ({ delimiter, worth: worth(delimiter) }));
  return worths.reduce((best, each) => (each.worth > best.worth ? each : best)).delimiter;
}

function columnsOf(fields: readonly string[], required: readonly string[]): ReadonlyMap<string, number> {
  const names = fields.map((field) => field.trim());
  const missing = required.filter((column) => !names.includes(column));
  if (missing.length > 0) throw refusedInput(missing.map((path) => ({ path, rule: 'required' })));
  const columns = new Map<string, number>();
  for (const [at, column] of names.entries()) {
    // Columns without a name hold nothing that anybody asks for.
    const key = column === '' ? ` ${at}` : column;
    if (columns.has(key)) throw invalidInput(column, 'twice');
    columns.set(key, at);
  }
  return columns;
}
