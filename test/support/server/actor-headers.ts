import type { Actor, Role } from '@coachkit/core';

/** The tenant of everybody who asks a server of the tests. */
export const tenantId = 'proof';

/** Who asks, by headers that only a server of the tests believes. */
export function actorOf(header: (name: string) => string | null): Actor | undefined {
  const personId = header('x-person');
  if (personId === null) return undefined;
  return { tenantId, personId, roles: (header('x-roles') ?? '').split(',').filter(Boolean) as Role[] };
}
