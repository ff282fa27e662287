import type { CalendarDate } from '../calendar.js';
import type { RejectedRow } from '../skills/imported-framework.js';

/** A person as a directory has them now. */
export interface ImportedPerson {
  /** Where it stands in the source: a row as a spreadsheet counts, or the number of the person from 1. */
  readonly row: number;
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly jobTitle?: string;
  readonly employeeNumber?: string;
  /** IANA; what was known before, else that of the import, when absent. */
  readonly timeZone?: string;
  /** The name of the department, and of the team within it. */
  readonly department?: string;
  readonly team?: string;
  /** The id of the line manager; nobody when absent. */
  readonly managerId?: string;
  /** The last day of employment. */
  readonly leftOn?: CalendarDate;
  /** Whether the directory has switched the person off: they have left, today when no day is given. */
  readonly isInactive?: boolean;
}

/** Some people of a directory, and the rows between them that were left out. */
export interface PeopleBatch {
  readonly people: readonly ImportedPerson[];
  readonly rejected: readonly RejectedRow[];
}
