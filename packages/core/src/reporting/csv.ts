/** A cell of a table: text as it is, a number in full, nothing for what is hidden or absent. */
export type CsvCell = string | number | undefined;

/**
 * A table as CSV (RFC 4180: CRLF, quotes doubled). A text cell that a spreadsheet would read as a formula gets an
 * apostrophe before it; numbers are never touched.
 *
 * @param rows - the first row holds the headings
 */
export function toCsv(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(cell: CsvCell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /["',\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
