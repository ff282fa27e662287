import { generalActions, generalPoints, managerActions, reflections, skillPoints } from './notes/general.js';
import type { SkillNotes } from './notes/skill-notes.js';
import type { Random } from './random.js';

/** Of whom and of what a text speaks. */
export interface Subject {
  /** First name of the employee. */
  readonly name: string;
  /** First names of others in the department. */
  readonly colleagues: readonly string[];
  /** See `DepartmentPlan.occasions`. */
  readonly occasions: readonly string[];
}

/**
 * Writes the notes of one manager. It takes what this manager has used least, and never what the pair has had
 * already while there is something else, so that no record reads like the one before.
 */
export class Writer {
  readonly #random: Random;
  readonly #used = new Map<string, number>();

  constructor(random: Random) {
    this.#random = random;
  }

  /** Points of a record, in the order of a conversation. */
  points(subject: Subject, skill: SkillNotes | undefined, count: number): string[] {
    const own = skill === undefined ? 0 : Math.min(count, count > 3 && this.#random.chance(0.6) ? 3 : 2);
    const order = skill?.points ?? [];
    const fresh = order.filter((text) => !this.#used.has(`${subject.name} ${text}`));
    const ofSkill = this.#least(fresh, subject, own).sort((one, other) => order.indexOf(one) - order.indexOf(other));
    const aboutSkill = this.#least(skillPoints, subject, own - ofSkill.length);
    const general = this.#least(generalPoints, subject, count - own);
    const opening = general.slice(0, 1).filter(() => this.#random.chance(0.4));
    const all = [...opening, ...ofSkill, ...aboutSkill, ...general.filter((point) => !opening.includes(point))];
    const spoken = new Set<string>();
    return all.map((template) => this.#write(this.#withReflection(template), subject, spoken, skill));
  }

  /** An action for the employee. */
  ownAction(subject: Subject, skill: SkillNotes | undefined): string {
    const stock = skill !== undefined && this.#random.chance(0.72) ? skill.actions : generalActions;
    return this.#one(stock, subject);
  }

  /** An action for the manager. */
  managerAction(subject: Subject): string {
    return this.#one(managerActions, subject);
  }

  /** A text without templates of its own: a comment, a proposal, a reason. */
  one(stock: readonly string[], subject: Subject): string {
    return this.#one(stock, subject);
  }

  #one(stock: readonly string[], subject: Subject): string {
    const [template = ''] = this.#least(stock, subject, 1);
    return this.#write(template, subject, new Set());
  }

  #least(stock: readonly string[], { name }: Subject, count: number): string[] {
    const burden = (text: string): number =>
      (this.#used.get(text) ?? 0) + 100 * (this.#used.get(`${name} ${text}`) ?? 0);
    const chosen = this.#random
      .shuffled(stock)
      .map((text) => ({ text, burden: burden(text) }))
      .sort((one, other) => one.burden - other.burden)
      .slice(0, count)
      .map(({ text }) => text);
    for (const text of chosen) {
      for (const key of [text, `${name} ${text}`]) this.#used.set(key, (this.#used.get(key) ?? 0) + 1);
    }
    return chosen;
  }

  #withReflection(template: string): string {
    if (template.length > 90 || !this.#random.chance(0.28)) return template;
    return `${template} ${this.#random.pick(reflections)}`;
  }

  /** Fills the slots; within one record no occasion and no colleague is named twice. */
  #write(template: string, { name, colleagues, occasions }: Subject, spoken: Set<string>, skill?: SkillNotes): string {
    const fresh = (list: readonly string[]): string => {
      const left = list.filter((each) => !spoken.has(each));
      const picked = this.#random.pick(left.length > 0 ? left : list);
      spoken.add(picked);
      return picked;
    };
    const filled = template
      .replaceAll('{name}', name)
      .replaceAll('{skill}', () => (skill?.label ?? '').charAt(0).toLowerCase() + (skill?.label ?? '').slice(1))
      .replaceAll('{occasion}', () => fresh(occasions))
      .replaceAll('{colleague}', () => fresh(colleagues));
    return filled.charAt(0).toUpperCase() + filled.slice(1);
  }
}
