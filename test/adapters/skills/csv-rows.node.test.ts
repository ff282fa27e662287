import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { CsvReader, longestRow, type CsvRecord } from '../../../packages/adapters/dist/transport/csv-rows.js';

function read(pieces: readonly string[], delimiter = ','): CsvRecord[] {
  const records: CsvRecord[] = [];
  const reader = new CsvReader(delimiter, (record) => records.push(record));
  for (const piece of pieces) reader.push(piece);
  reader.end();
  return records;
}

const rows = (text: string, delimiter?: string): (readonly string[])[] =>
  read([text], delimiter).map(({ fields }) => fields);

describe('rows of CSV', () => {
  test('quotes hold delimiters, line breaks and quotes; rows end with CRLF, LF or CR', () => {
    assert.deepEqual(rows('a,b\r\n"1,2","3\r\n""4"""\rx,\n'), [
      ['a', 'b'],
      ['1,2', '3\r\n"4"'],
      ['x', ''],
    ]);
  });

  test('a quote inside a field is a letter, and a formula is text', () => {
    assert.deepEqual(rows('19" rack,=1+1,"=HYPERLINK(""x"")"'), [['19" rack', '=1+1', '=HYPERLINK("x")']]);
  });

  test('empty rows are counted and left out', () => {
    assert.deepEqual(
      read(['a\n\n\r\nb\n']).map(({ row, fields }) => [row, ...fields]),
      [
        [1, 'a'],
        [4, 'b'],
      ],
    );
  });

  test('text after a closing quote, and a quote that is never closed, are told, and the next row is whole', () => {
    assert.deepEqual(read(['"a"b,c\nd\n']), [
      { row: 1, fields: [], fault: 'broken-quotes' },
      { row: 2, fields: ['d'] },
    ]);
    assert.deepEqual(
      read(['d\n"a,b\nc']).map(({ row, fault }) => [row, fault]),
      [
        [1, undefined],
        [2, 'broken-quotes'],
      ],
    );
  });

  test('a row of 10 MB is told and not kept', () => {
    const long = 'x'.repeat(64 * 1024);
    const records = read(['a,b\n', ...Array.from({ length: 160 }, () => long), '\nc,d\n']);
    assert.deepEqual(records, [
      { row: 1, fields: ['a', 'b'] },
      { row: 2, fields: [], fault: 'too-long' },
      { row: 3, fields: ['c', 'd'] },
    ]);
    assert.ok(long.length * 160 > longestRow * 10);
  });

  test('whatever is written by the rules is read as it was, wherever the text is cut', () => {
    const field = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\r', '\n', ' ', '=', '😀', '\t') });
    fc.assert(
      fc.property(
        fc.array(fc.array(field, { minLength: 2, maxLength: 5 }), { maxLength: 8 }),
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\r\n', '\n', '\r'),
        fc.array(fc.nat(400), { maxLength: 6 }),
        (table, delimiter, end, cuts) => {
          const text = table
            .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(delimiter))
            .join(end);
          const places = [0, ...cuts.filter((at) => at < text.length).sort((one, other) => one - other), text.length];
          const pieces = places.slice(1).map((to, at) => text.slice(places[at], to));
          assert.deepEqual(
            read(pieces, delimiter),
            table.map((fields, at) => ({ row: at + 1, fields })),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  test('any text at all is read without an error, cut anywhere with the same result', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\r', '\n'), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.nat(60), (all, cut) => {
        assert.deepEqual(read([all.slice(0, cut), all.slice(cut)]), read([all]));
      }),
      { numRuns: 1000 },
    );
  });
});
