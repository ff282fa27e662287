import { createCoaching, type StorageSource } from '@coachkit/core';
import { tenantId } from './actor-headers.ts';

/** A manager with one employee. */
export interface FoundedPair {
  readonly managerId: string;
  readonly employeeId: string;
  readonly relationshipId: string;
}

/** The first day on which anything of the pairs holds. */
export const firstDay = '2000-01-03';

/** Managers `m0`, `m1`, … with an employee `e0`, `e1`, … each, in an empty tenant. */
export async function foundPairs(source: StorageSource, count: number): Promise<readonly FoundedPair[]> {
  const as = (personId: string) => {
    const actor = { tenantId, personId, roles: personId === 'it' ? (['technical-admin'] as const) : [] };
    return createCoaching({ storage: source.storageFor(actor), actor });
  };
  const { directory } = as('it');
  await directory.saveUnit({ id: 'sales', kind: 'department', name: 'Sales' });
  const pairs: FoundedPair[] = [];
  for (let index = 0; index < count; index += 1) {
    const [managerId, employeeId] = [`m${index}`, `e${index}`];
    for (const id of [managerId, employeeId])
      await directory.savePerson({ id, name: `Person ${id}`, timeZone: 'Europe/London', departmentId: 'sales' });
    await directory.startReportingLine({ employeeId, managerId, start: firstDay });
    const { value } = await as(managerId).relationships.start({ managerId, employeeId, start: firstDay });
    pairs.push({ managerId, employeeId, relationshipId: value.id });
  }
  return pairs;
}
