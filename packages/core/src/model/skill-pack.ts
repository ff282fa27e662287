import * as z from 'zod/mini';
import type { CalendarDate, Instant } from '../calendar.js';
import type { Skill } from '../ports/skills.js';
import { textLimits } from './limits.js';
import { atMost, calendarDate, id, instant, listOf, text, wholeNumber, type Schema } from './values.js';

/** What a skill is called in another language than that of its framework. */
export interface SkillTranslation {
  /** A BCP 47 tag: `fr`. */
  readonly language: string;
  readonly label: string;
  readonly otherLabels?: readonly string[];
}

/** A skill as it is kept: what the framework says of it now, and what it said before. */
export interface KeptSkill extends Skill {
  readonly translations?: readonly SkillTranslation[];
  /** What it was called in earlier versions of the framework; it is still found by these. */
  readonly formerLabels?: readonly string[];
  /** The day on which the framework stopped having it. */
  readonly retiredOn?: CalendarDate;
}

/**
 * Some hundred skills in one document: a framework is read as a whole, and is written many times faster this way than
 * skill by skill. Which pack a skill stands in follows from its id (`packOf`).
 */
export interface SkillPack {
  /** `<framework>.<number of the pack>`. */
  readonly id: string;
  readonly frameworkId: string;
  readonly skills: readonly KeptSkill[];
}

/** What is known of a framework as a whole. */
export interface SkillFrameworkHead {
  readonly id: string;
  readonly name: string;
  /** The edition, in the words of whoever publishes it: `1.1.1`. */
  readonly version?: string;
  /** The language of labels; a BCP 47 tag. */
  readonly language: string;
  /** Every language there are labels in, that of the framework first. */
  readonly languages: readonly string[];
  /** How many packs there are; stays as it is, so that a skill stays in its pack. */
  readonly packs: number;
  /** Skills that are offered. */
  readonly active: number;
  /** Skills that are kept for what was recorded with them. */
  readonly retired: number;
  /** When the framework changed last. */
  readonly importedAt: Instant;
}

/** Most skills of a framework. */
export const mostSkills = 200_000;

/** Most other labels of one skill, in each language. */
export const mostSkillLabels = 200;

const language: Schema<string> = atMost(35);
const labels: Schema<string[]> = listOf(text.name, mostSkillLabels);

const translationSchema = z.strictObject({ language, label: text.name, otherLabels: z.optional(labels) });

/** Schema of a `KeptSkill`. */
export const keptSkillSchema: Schema<KeptSkill> = z.strictObject({
  id,
  label: text.name,
  otherLabels: z.optional(labels),
  path: z.optional(atMost(textLimits.path)),
  retired: z.optional(z.boolean()),
  retiredOn: z.optional(calendarDate),
  replacedBy: z.optional(id),
  translations: z.optional(z.array(translationSchema)),
  formerLabels: z.optional(labels),
}) as unknown as Schema<KeptSkill>;

/** Schema of a `SkillPack`. */
export const skillPackSchema: Schema<SkillPack> = z.strictObject({
  id,
  frameworkId: id,
  skills: z.array(keptSkillSchema),
});

/** Schema of a `SkillFrameworkHead`. */
export const skillFrameworkSchema: Schema<SkillFrameworkHead> = z.strictObject({
  id,
  name: text.name,
  version: z.optional(atMost(textLimits.name)),
  language,
  languages: z.array(language),
  packs: wholeNumber(1, mostSkills),
  active: wholeNumber(0, mostSkills),
  retired: wholeNumber(0, mostSkills),
  importedAt: instant,
}) as unknown as Schema<SkillFrameworkHead>;

/** The schemas of the kinds that only `@coachkit/core/skills` reads and writes. */
export const skillDocumentSchemas = { skillFramework: skillFrameworkSchema, skillPack: skillPackSchema } as const;
