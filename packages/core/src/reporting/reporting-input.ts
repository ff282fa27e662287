import type { CalendarDate } from '../calendar.js';
import type { Leave, OrganisationUnit, Person } from '../model/person.js';
import type { CoachingRelationship } from '../model/relationship.js';
import type { SessionFact } from '../model/session-fact.js';

/** A person as far as reporting goes: where they belong, not who they are. */
export type ReportedPerson = Pick<Person, 'id' | 'departmentId' | 'teamId'>;

/**
 * All that reporting may know. It holds dates, counts, ids and the names of units and skills; no member can hold words
 * of a session (M51).
 */
export interface ReportingInput {
  readonly today: CalendarDate;
  /** Least number of distinct employees behind any figure; 5 or more. */
  readonly threshold: number;
  readonly facts: readonly SessionFact[];
  readonly relationships: readonly CoachingRelationship[];
  readonly leave: readonly Leave[];
  readonly people: readonly ReportedPerson[];
  readonly units: readonly OrganisationUnit[];
  /** Labels of the skills framework by skill id. */
  readonly skillLabels: ReadonlyMap<string, string>;
}
