/** A row of a CSV text. */
export interface CsvRecord {
  /** As a spreadsheet counts: the first is 1. */
  readonly row: number;
  readonly fields: readonly string[];
  /** Why its fields are not to be trusted. */
  readonly fault?: 'too-long' | 'broken-quotes';
}

/** Longest row, in UTF-16 code units: a quote that is never closed must not fill the memory. */
export const longestRow = 1_000_000;

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

/**
 * Reads CSV as RFC 4180 says, piece by piece: quoted fields with delimiters, line breaks and doubled quotes in them;
 * rows that end with CRLF, LF or CR. A quote inside an unquoted field is a letter like any other. Rows without a
 * character are counted and left out. A formula is text.
 */
export class CsvReader {
  readonly #delimiter: number;
  readonly #hear: (record: CsvRecord) => void;
  #row = 1;
  #fields: string[] = [];
  /** What is known so far of the field in hand. */
  #field = '';
  #length = 0;
  #place: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
  #fault: CsvRecord['fault'];
  #lastWasReturn = false;

  /** @param delimiter - one character: a comma, a semicolon, a tab */
  constructor(delimiter: string, hear: (record: CsvRecord) => void) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#hear = hear;
  }

  /** Reads on; the text may end anywhere. */
  push(text: string): void {
    let at = 0;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      // The second half of a CRLF.
      if (this.#lastWasReturn && code === lineFeed && this.#place === 'start' && this.#length === 0) {
        this.#lastWasReturn = false;
        at += 1;
        continue;
      }
      this.#lastWasReturn = false;
      at = this.#place === 'quoted' ? this.#readQuoted(text, at) : this.#readPlain(text, at, code);
    }
  }

  /** The text ends here: what is left is the last row. */
  end(): void {
    if (this.#place === 'quoted') this.#fault ??= 'broken-quotes';
    if (this.#length > 0) this.#endRow();
  }

  #readQuoted(text: string, from: number): number {
    const close = text.indexOf('"', from);
    const end = close < 0 ? text.length : close;
    this.#take(text, from, end);
    if (close < 0) return end;
    this.#length += 1;
    this.#place = 'closed';
    return end + 1;
  }

  #readPlain(text: string, from: number, code: number): number {
    if (code === this.#delimiter) {
      this.#length += 1;
      this.#endField();
      return from + 1;
    }
    if (code === lineFeed || code === carriageReturn) {
      this.#lastWasReturn = code === carriageReturn;
      this.#endRow();
      return from + 1;
    }
    if (code === quote && this.#place !== 'plain') {
      this.#length += 1;
      // After a closing quote: two of them stand for one.
      if (this.#place === 'closed') this.#field += '"';
      this.#place = 'quoted';
      return from + 1;
    }
    if (this.#place === 'closed') this.#fault ??= 'broken-quotes';
    this.#place = 'plain';
    let end = from + 1;
    while (end < text.length && !this.#ends(text.charCodeAt(end))) end += 1;
    this.#take(text, from, end);
    return end;
  }

  #ends(code: number): boolean {
    return code === this.#delimiter || code === lineFeed || code === carriageReturn;
  }

  #take(text: string, from: number, end: number): void {
    this.#length += end - from;
    if (this.#length > longestRow) this.#fault ??= 'too-long';
    if (this.#fault === undefined) this.#field += text.slice(from, end);
    else this.#drop();
  }

  #drop(): void {
    this.#field = '';
    this.#fields = [];
  }

  #endField(): void {
    if (this.#fault === undefined) this.#fields.push(this.#field);
    this.#field = '';
    this.#place = 'start';
  }

  #endRow(): void {
    const isEmpty = this.#length === 0;
    this.#endField();
    if (!isEmpty) {
      this.#hear({ row: this.#row, fields: this.#fields, ...(this.#fault && { fault: this.#fault }) });
    }
    this.#row += 1;
    this.#fields = [];
    this.#length = 0;
    this.#fault = undefined;
  }
}
