import { learningError } from '@coachkit/core';

/** What the host knows of a person that a learning system may know too. */
export interface LearnerKeys {
  readonly email?: string | undefined;
  /** The number of the personnel system; `employeeNumber` of a `Person`. */
  readonly idNumber?: string | undefined;
}

/** People are found by e-mail, or by the number of the personnel system. */
export interface MatchingByKey {
  readonly by: 'email' | 'id-number';
  /** What the host knows of a person; undefined for somebody it does not know. */
  keysOf(personId: string): Promise<LearnerKeys | undefined>;
}

/** People are found by a function of the host. */
export interface MatchingByFunction {
  readonly by: 'function';
  /** The learning system's own id of a person; undefined for somebody who is not there. */
  learnerOf(personId: string): Promise<string | undefined>;
}

/** How a person of coaching is found in the learning system. */
export type PersonMatching = MatchingByKey | MatchingByFunction;

/** Why somebody is not found. */
export type UnmappedReason =
  | 'not-in-directory'
  | 'no-email'
  | 'no-id-number'
  | 'not-in-learning-system'
  | 'several-in-learning-system'
  | 'suspended-in-learning-system';

/** Who of some people is found in the learning system, and who is not. */
export interface MappingReport {
  /** How many were found. */
  readonly found: number;
  readonly unmapped: readonly { readonly personId: string; readonly reason: UnmappedReason }[];
}

/** A person of the learning system, or why there is none. */
export type Learner = { readonly id: string } | { readonly missing: UnmappedReason };

/** Finds people in the learning system. */
export interface LearnerMap {
  /** The learning system's id of a person. @throws CoachingError `not-found` with the reason as code */
  idOf(personId: string): Promise<string>;
  /** Looks everybody up. @throws CoachingError `lms-unavailable` */
  report(personIds: readonly string[]): Promise<MappingReport>;
}

/** The field by which a learning system is searched. */
export type LearnerField = 'email' | 'id-number';

/** Most people whose id is remembered. */
const mostRemembered = 10_000;

/**
 * Finds people and remembers whom it found, and nobody else: somebody who is missing may be there the next time.
 * @param find - asks the learning system for the people with this value in this field
 * @param check - completes an id that the host's function gave; accepts it as it is when absent
 */
export function learnerMap(
  matching: PersonMatching,
  find: (field: LearnerField, value: string) => Promise<Learner>,
  check: (id: string) => Promise<Learner> = (id) => Promise.resolve({ id }),
): LearnerMap {
  const known = new Map<string, string>();
  const ask = async (personId: string): Promise<Learner> => {
    if (matching.by === 'function') {
      const id = await matching.learnerOf(personId);
      return id === undefined ? { missing: 'not-in-directory' } : check(id);
    }
    const keys = await matching.keysOf(personId);
    if (keys === undefined) return { missing: 'not-in-directory' };
    const value = (matching.by === 'email' ? keys.email : keys.idNumber)?.trim();
    if (value === undefined || value === '') return { missing: matching.by === 'email' ? 'no-email' : 'no-id-number' };
    return find(matching.by, value);
  };
  const learnerOf = async (personId: string): Promise<Learner> => {
    const id = known.get(personId);
    if (id !== undefined) return { id };
    const learner = await ask(personId);
    if ('id' in learner) {
      if (known.size >= mostRemembered) known.clear();
      known.set(personId, learner.id);
    }
    return learner;
  };
  return {
    async idOf(personId) {
      const learner = await learnerOf(personId);
      if ('id' in learner) return learner.id;
      const { missing: code } = learner;
      // A suspended account is known and refused: whoever looks after it has to decide.
      const reason = code === 'suspended-in-learning-system' ? 'refused' : 'unknown-person';
      throw learningError({ reason, code }, 'the learning system has no such person');
    },
    async report(personIds) {
      const unmapped: { personId: string; reason: UnmappedReason }[] = [];
      for (const personId of new Set(personIds)) {
        const learner = await learnerOf(personId);
        if ('missing' in learner) unmapped.push({ personId, reason: learner.missing });
      }
      return { found: new Set(personIds).size - unmapped.length, unmapped };
    },
  };
}
