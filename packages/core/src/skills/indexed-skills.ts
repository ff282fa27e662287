import type { KeptSkill } from '../model/skill-pack.js';
import type { Skill, SkillsFramework } from '../ports/skills.js';
import { SkillIndexBuilder, type IndexedLabels } from './skill-index.js';

/** A skill of a list, with what it is called in other languages where that is known. */
export type ListedSkill = Skill & Pick<KeptSkill, 'translations' | 'formerLabels'>;

/**
 * A framework in memory with a search that knows inflection and other labels, quick enough for some hundred thousand
 * labels.
 * @param language - that of the labels, as a BCP 47 tag
 */
export function createIndexedSkills(
  skills: readonly ListedSkill[],
  { language = 'en' }: { readonly language?: string } = {},
): SkillsFramework {
  const byId = new Map(skills.map((skill) => [skill.id, skill]));
  const offered = skills.filter(({ retired }) => retired !== true);
  const builder = new SkillIndexBuilder();
  for (const skill of offered) builder.add(labelsOf(skill, language));
  const index = builder.finish();
  return {
    get: (id) => Promise.resolve(byId.get(id)),
    find: (query, limit) => Promise.resolve(index.find(query, limit).flatMap((number) => offered[number] ?? [])),
  };
}

/**
 * Everything by which a skill is found.
 * @param shown - the language whose label is its name where there is one
 */
export function labelsOf(skill: ListedSkill, language: string, shown = language): IndexedLabels[] {
  const own = [skill.label, ...(skill.otherLabels ?? []), ...(skill.formerLabels ?? [])];
  const all: IndexedLabels[] = [
    { language, labels: own },
    ...(skill.translations ?? []).map(({ language: other, label, otherLabels = [] }) => ({
      language: other,
      labels: [label, ...otherLabels],
    })),
  ];
  const first = all.findIndex((each) => each.language === shown);
  return first > 0 ? [...all.splice(first, 1), ...all] : all;
}
