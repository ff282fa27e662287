/**
 * Lines whose columns stand under each other.
 * @param {readonly (readonly string[])[]} rows
 * @param {string} [separator] between two columns
 * @returns {string[]}
 */
export function align(rows, separator = ' | ') {
  const widths = [];
  for (const row of rows)
    row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, [...cell].length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat(widths[column] - [...cell].length))
      .join(separator)
      .trimEnd(),
  );
}
