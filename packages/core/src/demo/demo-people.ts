import type { Role } from '../ports/identity.js';
import { drawFrame, type DemoOrganisationOptions } from './frame.js';

/** Somebody of the sample organisation, for a page on which one chooses who to be. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string;
  /** Department and team as one reads them: "Sales, Mid-market sales". */
  readonly place: string;
  /** Looks after the programme, coaches somebody, or neither. */
  readonly group: 'learning' | 'manager' | 'employee';
  readonly roles: readonly Role[];
  /** How many people they coach now. */
  readonly coaches: number;
  /** Whether somebody coaches them now. */
  readonly isCoached: boolean;
}

/** Everybody who works for the sample organisation today, in order of id. Cheap: no history is drawn. */
export function demoPeople(options: DemoOrganisationOptions): readonly DemoPerson[] {
  const { roster, lines } = drawFrame(options);
  const units = new Map(roster.units.map(({ id, name }) => [id, name]));
  const current = lines.pairs.map(({ relationship }) => relationship).filter(({ end }) => end === undefined);
  return roster.people.map(({ id, name, jobTitle = '', departmentId = '', teamId = '' }): DemoPerson => {
    const coaches = current.filter(({ managerId }) => managerId === id).length;
    const roles = roster.roles.get(id) ?? [];
    const place = [units.get(departmentId), units.get(teamId)].filter((unit) => unit !== undefined);
    return {
      id,
      name,
      jobTitle,
      place: [...new Set(place)].join(', '),
      group: roles.length > 0 ? 'learning' : coaches > 0 ? 'manager' : 'employee',
      roles,
      coaches,
      isCoached: current.some(({ employeeId }) => employeeId === id),
    };
  });
}
