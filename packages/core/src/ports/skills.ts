/** A skill of the organisation's framework. */
export interface Skill {
  readonly id: string;
  readonly label: string;
  /** Other words by which people look for it. */
  readonly otherLabels?: readonly string[];
  /** Where it stands in the framework: "Sales, customer conversations". */
  readonly path?: string;
  /** Retired skills stay readable and are not offered any more. */
  readonly retired?: boolean;
  /** The id of the skill that a retired one was merged into. */
  readonly replacedBy?: string;
}

/**
 * The organisation's skills framework. Implemented by importers in `@coachkit/adapters/skills/*` and by vendors.
 *
 * 1. `find` returns skills whose label or other label holds every word of the query, best first, never retired ones.
 * 2. `get` returns retired skills too, and `undefined` for an id the framework never had.
 * 3. Both may be slow or fail; they reject with `CoachingError` and never answer with made-up skills.
 */
export interface SkillsFramework {
  /** Skills that fit the words. @param limit - most skills to return, 1 to 100 */
  find(query: string, limit: number): Promise<readonly Skill[]>;
  /** A skill by id. */
  get(id: string): Promise<Skill | undefined>;
}

/** A framework held in memory: for samples, tests, and lists of up to some thousand skills. */
export function createSkillList(skills: readonly Skill[]): SkillsFramework {
  const byId = new Map(skills.map((skill) => [skill.id, skill]));
  const entries = skills
    .filter((skill) => skill.retired !== true)
    .map((skill) => ({
      skill,
      label: fold(skill.label),
      all: fold([skill.label, ...(skill.otherLabels ?? [])].join(' ')),
    }));
  return {
    get: (id) => Promise.resolve(byId.get(id)),
    find(query, limit) {
      const words = fold(query).split(/\s+/).filter(Boolean);
      const found = entries
        .filter(({ all }) => words.every((word) => all.includes(word)))
        .map(({ skill, label }) => ({ skill, label, rank: rankOf(label, words) }))
        .sort((one, other) => one.rank - other.rank || (one.label < other.label ? -1 : 1));
      return Promise.resolve(found.slice(0, limit).map(({ skill }) => skill));
    },
  };
}

/** Lower case without accents, so that "resume" finds "Résumé". */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function rankOf(label: string, words: readonly string[]): number {
  const first = words[0] ?? '';
  if (label.startsWith(first)) return 0;
  return words.every((word) => ` ${label}`.includes(` ${word}`)) ? 1 : label.includes(first) ? 2 : 3;
}
