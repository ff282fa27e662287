import { put, type Documents } from '../documents.js';
import type { OrganisationUnit } from '../model/person.js';
import type { StorageChange } from '../ports/storage.js';
import type { ImportedPerson } from './people-batch.js';

/** The ids of the department and the team of a person. */
export interface PersonUnits {
  readonly departmentId?: string;
  readonly teamId?: string;
}

/** Makes departments and teams out of the names that a directory has for them. A name always has the same id. */
export class UnitsOfPeople {
  readonly #known = new Set<string>();

  constructor(private readonly documents: Documents) {}

  /** The units of a person, and the changes that make those that are new. */
  async of({ department, team }: ImportedPerson): Promise<{ units: PersonUnits; changes: readonly StorageChange[] }> {
    const departmentId = department && idOf('department', department);
    const teamId = team && idOf('team', `${department ?? ''}\n${team}`);
    const wanted: OrganisationUnit[] = [];
    if (department && departmentId) wanted.push({ id: departmentId, kind: 'department', name: department });
    if (team && teamId)
      wanted.push({ id: teamId, kind: 'team', name: team, ...(departmentId && { parentId: departmentId }) });
    const changes: StorageChange[] = [];
    for (const unit of wanted) {
      if (this.#known.has(unit.id)) continue;
      this.#known.add(unit.id);
      if ((await this.documents.find('unit', unit.id)) === undefined) changes.push(put('unit', unit));
    }
    return { units: { ...(departmentId && { departmentId }), ...(teamId && { teamId }) }, changes };
  }
}

/** Names may be in any script and of any length, ids may not. */
function idOf(kind: string, name: string): string {
  const hash = (seed: number): string => {
    let value = seed;
    for (let at = 0; at < name.length; at += 1) value = Math.imul(value ^ name.charCodeAt(at), 0x01000193);
    return (value >>> 0).toString(16).padStart(8, '0');
  };
  return `${kind}:${hash(0x811c9dc5)}${hash(0x9747b28c)}`;
}
