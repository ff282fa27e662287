import { invalidInput, parse, textLimits, CoachingError } from '@coachkit/core';
import {
  keptSkillSchema,
  mostSkillLabels,
  type ImportedFramework,
  type ImportedSkill,
  type RejectedRow,
  type RowReason,
  type SkillTranslation,
} from '@coachkit/core/skills';

/** What is said of a framework besides its skills. */
export type FrameworkFacts = Pick<ImportedFramework, 'name' | 'language' | 'version'>;

/** Gathers the skills of a file and the rows that are left out, each with its reason. */
export class SkillCollector {
  readonly #skills = new Map<string, ImportedSkill>();
  readonly #rows = new Map<string, number>();
  readonly #rejected: RejectedRow[] = [];
  readonly #unread = new Set<string>();
  #isAllUnread = false;

  /** @param columns - what a field of a skill is called in the file, for those who have to mend it */
  constructor(private readonly columns: Readonly<Partial<Record<keyof ImportedSkill, string>>> = {}) {}

  /** Takes a skill, or rejects its row when it breaks a rule. Without an id or a name it is `required`. */
  add(row: number, skill: ImportedSkill): void {
    const missing = (['id', 'label'] as const).find((field) => skill[field] === '');
    const broken = missing
      ? { field: missing, reason: 'required' as const }
      : this.#skills.has(skill.id)
        ? { field: 'id', reason: 'twice' as const }
        : brokenRule(skill);
    if (broken) {
      this.reject({ row, column: this.#columnOf(broken.field), reason: broken.reason }, skill.id);
      return;
    }
    this.#skills.set(skill.id, skill);
    this.#rows.set(skill.id, row);
  }

  /** Gives a skill its name in another language, or rejects the row. */
  translate(row: number, file: string, id: string, translation: SkillTranslation): void {
    const { language, label } = translation;
    const skill = this.#skills.get(id);
    const translations = skill?.translations ?? [];
    const next = skill && { ...skill, translations: [...translations, translation] };
    const reject = (field: keyof ImportedSkill, reason: RowReason): void => {
      this.rejectDetail({ row, column: this.#columnOf(field), reason, file });
    };
    if (!next) reject('id', 'unknown-skill');
    else if (label === '') reject('label', 'required');
    else if (translations.some((each) => each.language === language)) reject('id', 'twice');
    else {
      const broken = brokenRule(next);
      if (broken) reject('label', broken.reason);
      else this.#skills.set(id, next);
    }
  }

  /**
   * Leaves a row out.
   * @param id - the skill that it is about; without one nothing is retired by this import
   */
  reject(row: RejectedRow, id?: string): void {
    this.#rejected.push(row);
    if (id) this.#unread.add(id);
    else this.#isAllUnread = true;
  }

  /** Leaves a row out that is about a detail of a skill, such as its name in another language. */
  rejectDetail(row: RejectedRow): void {
    this.#rejected.push(row);
  }

  /**
   * What was gathered.
   * @throws CoachingError `invalid-input` (`skills: too-few`) when nothing could be used
   */
  finish(facts: FrameworkFacts): ImportedFramework {
    for (const { id, replacedBy } of [...this.#skills.values()]) {
      if (replacedBy === undefined || (replacedBy !== id && this.#skills.has(replacedBy))) continue;
      this.#skills.delete(id);
      const row = this.#rows.get(id) ?? 0;
      this.reject({ row, column: this.#columnOf('replacedBy'), reason: 'unknown-skill' }, id);
    }
    if (this.#skills.size === 0) throw invalidInput('skills', 'too-few', 1);
    return {
      ...facts,
      skills: [...this.#skills.values()],
      rejected: this.#rejected,
      unread: this.#isAllUnread ? 'all' : [...this.#unread].filter((id) => !this.#skills.has(id)),
    };
  }

  #columnOf(field: string): string {
    return (this.columns as Readonly<Record<string, string | undefined>>)[field] ?? field;
  }
}

/** The first rule that a skill breaks, and the field that breaks it. */
function brokenRule(skill: ImportedSkill): { readonly field: string; readonly reason: RowReason } | undefined {
  try {
    parse(keptSkillSchema, skill);
    return undefined;
  } catch (error) {
    if (!CoachingError.isInstance(error)) throw error;
    const { path = '', rule = 'wrong-type' } = error.problems[0] ?? {};
    return { field: path.split('.')[0] ?? '', reason: rule };
  }
}

/**
 * Other labels out of a cell: each once, without the label itself, and none that is longer than a label may be.
 * @param separator - what stands between two labels
 */
export function otherLabelsOf(cell: string, label: string, separator: string | RegExp): { otherLabels?: string[] } {
  if (cell === '') return {};
  const labels = new Set(cell.split(separator).map((each) => each.trim()));
  labels.delete('');
  labels.delete(label);
  const kept = [...labels].filter(({ length }) => length <= textLimits.name).slice(0, mostSkillLabels);
  return kept.length > 0 ? { otherLabels: kept } : {};
}
