import type { Actor } from '../ports/identity.js';
import { accessMatrix, type DataClass, type Operation, type Relation } from './access-matrix.js';

const letters: Record<Operation, string> = { read: 'R', create: 'C', update: 'U', delete: 'X', export: 'E' };

/** The relations that follow from the roles a host has given. */
export function relationsOfRoles(actor: Actor): readonly Relation[] {
  return actor.roles.map((role): Relation => `role:${role}`);
}

/**
 * Whether one who stands in these relations may do this. Pure: the same question has the same answer everywhere, in
 * the browser, on the server and in the table that people are shown.
 */
export function decide(relations: readonly Relation[], operation: Operation, dataClass: DataClass): boolean {
  return relations.some((relation) => accessMatrix[relation][dataClass]?.includes(letters[operation]) ?? false);
}
