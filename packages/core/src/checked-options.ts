import { invalidInput } from './errors.js';
import { monthly } from './model/cadence.js';
import { isId } from './model/id.js';
import { sessionLengthBand } from './model/limits.js';
import { roles, type Actor } from './ports/identity.js';
import type { ProgrammeRules } from './use-cases/context.js';

/** The actor, frozen. @throws CoachingError `invalid-input` for an id or a role that is none */
export function checkedActor({ tenantId, personId, roles: given }: Actor): Actor {
  if (!given.every((role) => roles.includes(role))) throw invalidInput('actor.roles', 'not-an-option');
  for (const [name, value] of Object.entries({ tenantId, personId })) {
    if (!isId(value)) throw invalidInput(`actor.${name}`, 'not-an-id');
  }
  return Object.freeze({ tenantId, personId, roles: Object.freeze([...given]) });
}

/** The rules with their defaults. @throws CoachingError `invalid-input` for one outside its range */
export function checkedRules(rules: Partial<ProgrammeRules> = {}): ProgrammeRules {
  const all: ProgrammeRules = {
    cadence: monthly,
    durationMinutes: sessionLengthBand.usual,
    correctionDays: 7,
    threshold: 5,
    ...rules,
  };
  const { cadence, durationMinutes, correctionDays, threshold } = all;
  check('threshold', threshold, 5, 10_000);
  check('durationMinutes', durationMinutes, 5, 480);
  check('correctionDays', correctionDays, 0, 400);
  // At least fortnightly apart, at most a quarter (M10, M11).
  if (cadence.unit === 'week') check('cadence.every', cadence.every, 2, 13);
  else check('cadence.every', cadence.every, 1, 3);
  return all;
}

function check(rule: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least) throw invalidInput(`rules.${rule}`, 'too-small', least);
  if (value > most) throw invalidInput(`rules.${rule}`, 'too-large', most);
}
