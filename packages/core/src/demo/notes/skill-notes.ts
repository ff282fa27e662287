import type { Skill } from '../../ports/skills.js';

/**
 * A skill of the sample framework together with what people write when it is the focus of a session. `{name}` stands
 * for the employee's first name, `{colleague}` for a colleague's, `{occasion}` for something from the department's
 * own week, such as "the Alder call".
 */
export interface SkillNotes {
  /** Opaque, as ids are everywhere. */
  readonly id: string;
  readonly label: string;
  readonly otherLabels: readonly string[];
  /** A goal of a development plan that the skill serves. */
  readonly goal: string;
  /** In the order of a conversation: what happened, what was noticed, what changed, what comes next. */
  readonly points: readonly string[];
  /** What the employee may take on. */
  readonly actions: readonly string[];
}

/** The skills of one branch of the sample framework. */
export interface SkillBranch {
  readonly path: string;
  readonly skills: readonly SkillNotes[];
}

/** The skills of a branch as the framework offers them. */
export function skillsOf({ path, skills }: SkillBranch): Skill[] {
  return skills.map(({ id, label, otherLabels }) => ({ id, label, otherLabels, path }));
}
