import { isId, roles, type Actor, type Role } from '@coachkit/core';

/** An actor of what a sign-in says; undefined when it names no tenant or no person. Roles that there are not are left out. */
export function actorOfClaims(tenantId: unknown, personId: unknown, given: readonly unknown[]): Actor | undefined {
  if (!isId(tenantId) || !isId(personId)) return undefined;
  const known: readonly unknown[] = roles;
  return { tenantId, personId, roles: given.filter((role): role is Role => known.includes(role)) };
}
