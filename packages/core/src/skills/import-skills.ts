import { dateInZone, instantOf } from '../calendar.js';
import { CoachingError, invalidInput, refusedInput } from '../errors.js';
import { parse } from '../model/parse.js';
import {
  mostSkills,
  skillFrameworkSchema,
  skillPackSchema,
  type KeptSkill,
  type SkillFrameworkHead,
} from '../model/skill-pack.js';
import { decide, relationsOfRoles } from '../policy/decide.js';
import { systemClock, type Clock } from '../ports/clock.js';
import type { Actor } from '../ports/identity.js';
import type { DurabilityLevel, JsonObject, Storage, StorageChange } from '../ports/storage.js';
import type { ImportedFramework, RejectedRow } from './imported-framework.js';
import { mergeSkills, type SkillChanges } from './merge-skills.js';
import { packId, packOf, readHead, readPacks, skillsPerPack, usualFramework, type StoredPart } from './skill-packs.js';

/** Where a framework is imported to, and by whom. */
export interface ImportSkillsOptions {
  readonly storage: Storage;
  /** Needs a role that may change the configuration. */
  readonly actor: Actor;
  /** The machine's clock when absent. */
  readonly clock?: Clock;
  /** Which of several frameworks; an id. */
  readonly frameworkId?: string;
  /**
   * The largest part of the skills now offered that may be retired, 0 to 1; a quarter when absent. So that half a file
   * does not retire the other half.
   */
  readonly mayRetire?: number;
}

/** What an import has done. */
export interface SkillsImport extends SkillChanges {
  /** Skills that are offered now. */
  readonly active: number;
  readonly rejected: readonly RejectedRow[];
  /** How far it is kept. */
  readonly level: DurabilityLevel;
}

/**
 * Takes in an edition of a skills framework, in one commit. Doing it twice changes nothing the second time. Skills that
 * the edition does not have are retired and stay readable; what was recorded with them keeps its words.
 * @throws CoachingError `forbidden` for somebody who may not change the configuration; `invalid-input` for a framework
 *   without skills (`skills: too-few`), with too many, with an id twice, with a skill replaced by none of its own
 *   (`unknown-skill`), or that would retire more than `mayRetire` (`skills: too-few`, with the least that is needed);
 *   otherwise as `Storage.commit`, `conflict` when somebody else imported meanwhile
 */
export async function importSkills(options: ImportSkillsOptions, framework: ImportedFramework): Promise<SkillsImport> {
  const { storage, actor, clock = systemClock, frameworkId = usualFramework, mayRetire = 0.25 } = options;
  if (!decide(relationsOfRoles(actor), 'update', 'configuration'))
    throw new CoachingError('forbidden', 'only those who may change the configuration import skills');
  checkFramework(framework);
  const head = await readHead(storage, frameworkId);
  const packs = head ? await readPacks(storage, frameworkId) : [];
  const before = new Map(packs.flatMap(({ body }) => body.skills.map((skill) => [skill.id, skill] as const)));
  const { skills, changes } = mergeSkills(before, framework, dateInZone(clock.now(), 'UTC'));
  checkReplacements(skills);
  const most = Math.floor((head?.body.active ?? 0) * mayRetire);
  if (changes.retired > most) throw invalidInput('skills', 'too-few', (head?.body.active ?? 0) - most);

  const all = [...skills.values()];
  const active = all.filter(({ retired }) => retired !== true).length;
  const next: Omit<SkillFrameworkHead, 'importedAt'> = {
    id: frameworkId,
    name: framework.name,
    ...(framework.version !== undefined && { version: framework.version }),
    language: framework.language,
    languages: languagesOf(framework.language, all),
    packs: head?.body.packs ?? Math.ceil(all.length / skillsPerPack),
    active,
    retired: all.length - active,
  };
  const writes: StorageChange[] = packWrites(frameworkId, next.packs, all, packs);
  if (writes.length > 0 || !head || !isSame(head.body, { ...next, importedAt: head.body.importedAt })) {
    const body = parse(skillFrameworkSchema, { ...next, importedAt: instantOf(clock.now()) });
    writes.push(putOf('skillFramework', body, head));
  }
  const { level } = await storage.commit(writes);
  return { ...changes, active, rejected: framework.rejected, level };
}

function checkFramework({ skills }: ImportedFramework): void {
  if (skills.length === 0) throw invalidInput('skills', 'too-few', 1);
  if (skills.length > mostSkills) throw invalidInput('skills', 'too-many', mostSkills);
  const seen = new Set<string>();
  for (const [at, { id }] of skills.entries()) {
    if (seen.has(id)) throw invalidInput(`skills.${at}.id`, 'twice');
    seen.add(id);
  }
}

function checkReplacements(skills: ReadonlyMap<string, KeptSkill>): void {
  const lost = [...skills.values()].filter((skill) => !endsInSkill(skill, skills));
  if (lost.length === 0) return;
  throw refusedInput(lost.slice(0, 20).map(({ id }) => ({ path: `${id}.replacedBy`, rule: 'unknown-skill' })));
}

/** Whether what a skill was replaced by, and what that was replaced by, ends in a skill and not in a circle. */
function endsInSkill(skill: KeptSkill, skills: ReadonlyMap<string, KeptSkill>): boolean {
  const seen = new Set<string>();
  let at: KeptSkill | undefined = skill;
  while (at?.replacedBy !== undefined && !seen.has(at.id)) {
    seen.add(at.id);
    at = skills.get(at.replacedBy);
  }
  return at !== undefined && at.replacedBy === undefined;
}

/** A change for each pack that is not what is stored. */
function packWrites(
  frameworkId: string,
  count: number,
  skills: readonly KeptSkill[],
  stored: readonly StoredPart<{ readonly id: string; readonly skills: readonly KeptSkill[] }>[],
): StorageChange[] {
  const before = new Map(stored.map((pack) => [pack.body.id, pack]));
  const contents = new Map<string, KeptSkill[]>();
  for (const skill of skills) {
    const id = packId(frameworkId, packOf(skill.id, count));
    const content = contents.get(id) ?? [];
    contents.set(id, content);
    content.push(skill);
  }
  return [...contents].flatMap(([id, content]) => {
    const old = before.get(id);
    const sorted = content.sort((one, other) => (one.id < other.id ? -1 : 1));
    if (old && isSame(old.body.skills, sorted)) return [];
    return [putOf('skillPack', parse(skillPackSchema, { id, frameworkId, skills: sorted }), old)];
  });
}

function putOf(
  kind: 'skillFramework' | 'skillPack',
  body: { readonly id: string },
  before: { readonly version: number } | undefined,
): StorageChange {
  return {
    type: 'put',
    kind,
    id: body.id,
    body: body as unknown as JsonObject,
    expectedVersion: before?.version ?? 0,
  };
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function languagesOf(language: string, skills: readonly KeptSkill[]): string[] {
  const others = skills.flatMap(({ translations = [] }) => translations.map((each) => each.language));
  return [...new Set([language, ...others])];
}
