import type { CalendarDate } from '../calendar.js';
import { mostSkillLabels, type KeptSkill, type SkillTranslation } from '../model/skill-pack.js';
import type { ImportedFramework, ImportedSkill } from './imported-framework.js';

/** How many skills an import has changed, and how. A skill may be counted more than once: renamed and come back. */
export interface SkillChanges {
  readonly added: number;
  /** Has another label than before; it is still found by the old one. */
  readonly renamed: number;
  /** Is not offered any more. */
  readonly retired: number;
  /** Was retired and is offered again. */
  readonly returned: number;
  /** Anything else: other labels, its place, another language. */
  readonly changed: number;
  readonly unchanged: number;
}

/** A framework after an import: each skill it ever had, and what was different. */
export interface MergedSkills {
  readonly skills: ReadonlyMap<string, KeptSkill>;
  readonly changes: SkillChanges;
}

/**
 * What becomes of the skills that are kept when a newer edition comes: nothing is deleted, since records name skills by
 * id. One that the edition does not have is retired, unless its row was there and could not be read.
 */
export function mergeSkills(
  before: ReadonlyMap<string, KeptSkill>,
  { skills, unread }: Pick<ImportedFramework, 'skills' | 'unread'>,
  today: CalendarDate,
): MergedSkills {
  const counts = { added: 0, renamed: 0, retired: 0, returned: 0, changed: 0, unchanged: 0 };
  const merged = new Map<string, KeptSkill>();
  for (const skill of skills) {
    const old = before.get(skill.id);
    const next = nextOf(skill, old, today);
    merged.set(skill.id, next);
    count(counts, old, next);
  }
  const unreadIds = new Set(unread === 'all' ? before.keys() : unread);
  for (const [id, old] of before) {
    if (merged.has(id)) continue;
    const next = old.retired || unreadIds.has(id) ? old : { ...old, retired: true, retiredOn: today };
    merged.set(id, next);
    count(counts, old, next);
  }
  return { skills: merged, changes: counts };
}

function nextOf(skill: ImportedSkill, old: KeptSkill | undefined, today: CalendarDate): KeptSkill {
  const { id, label, otherLabels = [], path, translations = [], replacedBy } = skill;
  const isRetired = skill.retired === true || replacedBy !== undefined;
  const former = old ? [...(old.formerLabels ?? []), old.label] : [];
  const formerLabels = [...new Set(former)].filter((each) => each !== label).slice(-mostSkillLabels);
  // The order of keys of the schema, so that what is the same is the same text.
  return {
    id,
    label,
    ...(otherLabels.length > 0 && { otherLabels }),
    ...(path && { path }),
    ...(isRetired && { retired: true, retiredOn: (old?.retired && old.retiredOn) || today }),
    ...(replacedBy !== undefined && { replacedBy }),
    ...(translations.length > 0 && { translations: translations.map(translationOf) }),
    ...(formerLabels.length > 0 && { formerLabels }),
  };
}

function translationOf({ language, label, otherLabels = [] }: SkillTranslation): SkillTranslation {
  return otherLabels.length > 0 ? { language, label, otherLabels } : { language, label };
}

function count(
  counts: { -readonly [Name in keyof SkillChanges]: number },
  old: KeptSkill | undefined,
  next: KeptSkill,
): void {
  if (old === undefined) counts.added += 1;
  else if (JSON.stringify(old) === JSON.stringify(next)) counts.unchanged += 1;
  else {
    const isRenamed = old.label !== next.label;
    const isRetired = !old.retired && next.retired === true;
    const hasReturned = old.retired === true && !next.retired;
    if (isRenamed) counts.renamed += 1;
    if (isRetired) counts.retired += 1;
    if (hasReturned) counts.returned += 1;
    if (!isRenamed && !isRetired && !hasReturned) counts.changed += 1;
  }
}
