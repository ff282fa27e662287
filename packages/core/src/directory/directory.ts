/**
 * Taking in the people of an organisation, their units and reporting lines, from a directory. For a server or a tool;
 * pages have no use for it.
 * @packageDocumentation
 */
export { importPeople, type ImportPeopleOptions, type PeopleImport } from './import-people.js';
export type { ImportedPerson, PeopleBatch } from './people-batch.js';
export type { RejectedRow, RowReason } from '../skills/imported-framework.js';
