/**
 * The roles a host may give a person. Being somebody's manager or employee is not a role: it follows from the
 * relationships. `worker` is for jobs and synchronisation without a person.
 */
export const roles = [
  'hr-partner',
  'learning-analyst',
  'programme-admin',
  'technical-admin',
  'privacy-officer',
  'worker',
] as const;

/** A role that a host gives. */
export type Role = (typeof roles)[number];

/** On whose behalf a `Coaching` acts. It comes from the host's own sign-in and never from input. */
export interface Actor {
  readonly tenantId: string;
  /** The id of a `Person`. */
  readonly personId: string;
  readonly roles: readonly Role[];
}
