/**
 * Skills frameworks: taking one in, keeping it, finding in it. Apart from the rest, so that a page that looks its skills
 * up on a server does not carry it.
 * @packageDocumentation
 */
export { createIndexedSkills, type ListedSkill } from './indexed-skills.js';
export { importSkills, type ImportSkillsOptions, type SkillsImport } from './import-skills.js';
export type { ImportedFramework, ImportedSkill, RejectedRow, RowReason } from './imported-framework.js';
export { type SkillChanges } from './merge-skills.js';
export { createStoredSkills, type StoredSkillsOptions } from './stored-skills.js';
export {
  keptSkillSchema,
  mostSkillLabels,
  mostSkills,
  skillDocumentSchemas,
  skillFrameworkSchema,
  skillPackSchema,
  type KeptSkill,
  type SkillFrameworkHead,
  type SkillPack,
  type SkillTranslation,
} from '../model/skill-pack.js';
