import type { Actor, Role } from '@coachkit/core';
import { orderedText } from './ordered-text.js';

/**
 * How far somebody reaches into a tenant beyond their own pairs:
 * `configure` the organisation and the frame of every pair, `look` at that frame, `count` facts for reports, do the
 * `work` of jobs without a person, or the `tenant` whole, which no actor ever does.
 */
export type Reach = 'configure' | 'look' | 'count' | 'work' | 'tenant';

/** On whose behalf statements run. A database with rules for rows lets out and takes in no more than this. */
export interface RowScope {
  readonly tenantId: string;
  /** Absent when it is nobody's: then nothing is there that belongs to a person alone. */
  readonly personId?: string;
  readonly reaches: readonly Reach[];
}

// What the access matrix grants to roles, as far as it shows in documents.
const reachesOfRoles: Readonly<Record<Role, readonly Reach[]>> = {
  'hr-partner': ['count', 'look'],
  'learning-analyst': ['count', 'look'],
  'programme-admin': ['configure', 'count', 'look'],
  'technical-admin': ['configure', 'look'],
  'privacy-officer': ['look'],
  worker: ['work', 'look'],
};

/** The scope of one actor. */
export function scopeOf({ tenantId, personId, roles }: Actor): RowScope {
  return { tenantId, personId, reaches: [...new Set(roles.flatMap((role) => reachesOfRoles[role]))] };
}

/** The scope of a whole tenant. */
export function wholeTenant(tenantId: string): RowScope {
  return { tenantId, reaches: ['tenant'] };
}

/** What a scope is told to the database as; see the rules for rows in `row-security-1.ts`. */
export interface RowSettings {
  readonly tenant: string;
  readonly person: string;
  readonly reach: string;
  /** The last day on which a pair that has ended by then counts as current. */
  readonly since: string;
}

const oneDay = 86_400_000;

/**
 * @param now milliseconds since 1970; a pair that ended today, where its manager lives, has not ended yet, so a day is
 *   added for those who live west of here
 */
export function settingsOf({ tenantId, personId, reaches }: RowScope, now: number): RowSettings {
  return {
    tenant: orderedText(tenantId),
    person: personId === undefined ? '' : orderedText(personId),
    reach: reaches.join(','),
    since: orderedText(new Date(now - oneDay).toISOString().slice(0, 10)),
  };
}
