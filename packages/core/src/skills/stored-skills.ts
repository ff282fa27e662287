import type { KeptSkill } from '../model/skill-pack.js';
import type { Skill, SkillsFramework } from '../ports/skills.js';
import type { Storage } from '../ports/storage.js';
import { labelsOf } from './indexed-skills.js';
import { SkillIndexBuilder, type SkillIndex } from './skill-index.js';
import { packOf, readHead, readPack, readPacks, usualFramework } from './skill-packs.js';

/** Which framework is read, and in which language it is shown. */
export interface StoredSkillsOptions {
  /** Which of several frameworks; an id. */
  readonly frameworkId?: string;
  /** The language of the labels where the framework has it, as a BCP 47 tag; that of the framework otherwise. */
  readonly language?: string;
}

/** What is kept in memory of a framework: its index, and what a list of found skills shows. */
interface Loaded {
  readonly version: number;
  readonly index: SkillIndex;
  readonly offered: readonly Skill[];
}

// As long as a page can stand still without anybody seeing it.
const packsAtOnce = 4;

/**
 * The framework that `importSkills` has kept. The index is made with the first search and made anew after an import,
 * in pieces, so that a page goes on. `get` reads no more than one document. What `find` returns has no other labels.
 */
export function createStoredSkills(
  storage: Storage,
  { frameworkId = usualFramework, language }: StoredSkillsOptions = {},
): SkillsFramework {
  let loading: Promise<Loaded> | undefined;
  let version = 0;

  const load = async (current: number, own: string): Promise<Loaded> => {
    const shown = language ?? own;
    const builder = new SkillIndexBuilder();
    const offered: Skill[] = [];
    const packs = await readPacks(storage, frameworkId);
    for (const [at, { body }] of packs.entries()) {
      if (at % packsAtOnce === 0) await pause();
      for (const skill of body.skills) {
        if (skill.retired) continue;
        const { id, label, path } = shownIn(skill, shown);
        builder.add(labelsOf(skill, own, shown));
        offered.push(path === undefined ? { id, label } : { id, label, path });
      }
    }
    await pause();
    return { version: current, index: builder.finish(), offered };
  };

  return {
    async find(query, limit) {
      const head = await readHead(storage, frameworkId);
      if (head === undefined) return [];
      if (loading === undefined || version !== head.version) {
        version = head.version;
        const begun = load(head.version, head.body.language);
        begun.catch(() => loading === begun && (loading = undefined));
        loading = begun;
      }
      const { index, offered } = await loading;
      return index.find(query, limit).flatMap((number) => offered[number] ?? []);
    },
    async get(id) {
      const head = await readHead(storage, frameworkId);
      const pack = head && (await readPack(storage, frameworkId, packOf(id, head.body.packs)));
      const skill = pack?.body.skills.find((each) => each.id === id);
      return skill && shownIn(skill, language ?? head?.body.language ?? '');
    },
  };
}

/** A skill with its labels in a language. */
function shownIn(skill: KeptSkill, language: string): Skill {
  const { id, label, otherLabels, path, retired, replacedBy } = skill;
  const words = skill.translations?.find((each) => each.language === language) ?? { label, otherLabels };
  return {
    id,
    label: words.label,
    ...(words.otherLabels && { otherLabels: words.otherLabels }),
    ...(path !== undefined && { path }),
    ...(retired && { retired }),
    ...(replacedBy !== undefined && { replacedBy }),
  };
}

const pause = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 0));
