/**
 * People and reporting lines out of a CSV file.
 * @packageDocumentation
 */
import type { ImportedPerson, PeopleBatch, RejectedRow } from '@coachkit/core/directory';
import { readCsvTable, type CsvTableRow } from '../transport/csv-table.js';
import type { FileSource } from '../transport/text-source.js';

export type { FileSource };

/** A field of a person that a column can hold. */
export type PeopleColumn =
  'id' | 'name' | 'email' | 'jobTitle' | 'employeeNumber' | 'timeZone' | 'department' | 'team' | 'managerId' | 'leftOn';

/** How the file is read. */
export interface PeopleCsvOptions {
  /** What the columns are called, where not as the fields. Only `id` and `name` have to be there. */
  readonly columns?: Readonly<Partial<Record<PeopleColumn, string>>>;
  /** Found out when absent. */
  readonly delimiter?: string;
  readonly signal?: AbortSignal;
}

const optional = [
  'email',
  'jobTitle',
  'employeeNumber',
  'timeZone',
  'department',
  'team',
  'managerId',
  'leftOn',
] as const;

/**
 * The people of a file, for `importPeople`. The whole file is read before the first of them, so that one that is wrong as
 * a whole changes nothing.
 * @throws CoachingError `invalid-input` for a file that is wrong as a whole: empty, not text, without the columns of id
 *   and name
 */
export async function* readPeopleCsv(source: FileSource, options: PeopleCsvOptions = {}): AsyncGenerator<PeopleBatch> {
  const { columns = {}, delimiter, signal } = options;
  const nameOf = (column: PeopleColumn): string => columns[column] ?? column;
  const people: ImportedPerson[] = [];
  const rejected: RejectedRow[] = [];
  const hear = ({ row, at }: CsvTableRow): void => {
    const id = at(nameOf('id'));
    const name = at(nameOf('name'));
    if (id === '') rejected.push({ row, column: nameOf('id'), reason: 'required' });
    else if (name === '') rejected.push({ row, column: nameOf('name'), reason: 'required' });
    else {
      const others = optional.flatMap((field) => {
        const text = at(nameOf(field));
        return text === '' ? [] : [[field, text] as const];
      });
      people.push({ row, id, name, ...Object.fromEntries(others) });
    }
  };
  const table = {
    name: 'file',
    required: [nameOf('id'), nameOf('name')],
    ...(delimiter !== undefined && { delimiter }),
    ...(signal && { signal }),
  };
  await readCsvTable(source, table, hear, (row, reason) => {
    rejected.push({ row, reason });
  });
  yield { people, rejected };
}
