import type { Skill } from '@coachkit/core';
import { createSearch, type Search } from '@coachkit/core/session-form';

/** What a choice of a skill asks, and whom it tells. */
export interface SkillChoiceHost {
  readonly find: (query: string) => Promise<readonly Skill[]>;
  readonly get: (skillId: string) => Promise<Skill | undefined>;
  /** Something is different now. */
  readonly changed: () => void;
}

/** Why there is a text and no skill, or an id that cannot be shown. */
export type ChoiceProblem = 'nothing-chosen' | 'unknown-skill' | 'unreadable';

/** Which skill is chosen, what is typed, and what was found for it. */
export class SkillChoice {
  /** The id of the chosen skill; empty for none. */
  skillId = '';
  /** What stands in the field. */
  query = '';
  search: Search<Skill> = { status: 'idle', query: '', items: [] };
  /** The skill behind the id, once it is known. */
  skill: Skill | undefined;
  problem: ChoiceProblem | undefined;
  readonly #ask: (query: string) => void;

  constructor(private readonly host: SkillChoiceHost) {
    this.#ask = createSearch<Skill>(
      (query) => host.find(query),
      (search) => {
        this.search = search;
        host.changed();
      },
    );
  }

  /** Somebody types: nothing is chosen until they choose. */
  type(query: string): void {
    this.#set('', undefined, query);
    this.problem = query.trim() ? 'nothing-chosen' : undefined;
    this.#ask(query);
  }

  /** Somebody takes a skill from the list. */
  choose(skill: Skill): void {
    this.#set(skill.id, skill, skill.label);
    this.#ask('');
  }

  /** The host names a skill by its id; its label is looked up. */
  async take(skillId: string): Promise<void> {
    this.#set(skillId, undefined, '');
    this.#ask('');
    if (!skillId) return;
    let problem: ChoiceProblem | undefined;
    let skill: Skill | undefined;
    try {
      skill = await this.host.get(skillId);
      problem = skill ? undefined : 'unknown-skill';
    } catch {
      problem = 'unreadable';
    }
    // Something else was typed or chosen meanwhile.
    if (this.skillId !== skillId || this.skill) return;
    this.skill = skill;
    this.query = skill?.label ?? '';
    this.problem = problem;
    this.host.changed();
  }

  /** Nothing is on its way to anybody any more. */
  end(): void {
    this.#ask('');
  }

  #set(skillId: string, skill: Skill | undefined, query: string): void {
    this.skillId = skillId;
    this.skill = skill;
    this.query = query;
    this.problem = undefined;
  }
}
