import { skillFrameworkSchema, skillPackSchema, type SkillFrameworkHead, type SkillPack } from '../model/skill-pack.js';
import type { Storage, StoredDocument } from '../ports/storage.js';
import type { Schema } from '../model/values.js';
import { unavailable } from '../storage/refusals.js';

/** A document of a framework as it was read. */
export interface StoredPart<Body> {
  readonly version: number;
  readonly body: Body;
}

/** How many skills go into a pack when a framework is imported for the first time. */
export const skillsPerPack = 250;

/** The framework that is meant when none is named. */
export const usualFramework = 'framework';

/** The number of the pack that a skill stands in: the same for the same id, whatever else the framework has. */
export function packOf(skillId: string, packs: number): number {
  // FNV-1a: spreads ids that differ in a few letters, and costs nothing.
  let hash = 0x811c9dc5;
  for (let at = 0; at < skillId.length; at += 1) hash = Math.imul(hash ^ skillId.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % packs;
}

/** The id of the document of a pack. */
export function packId(frameworkId: string, pack: number): string {
  return `${frameworkId}.${pack}`;
}

/** What is known of a framework as a whole; undefined when nothing was imported yet. */
export async function readHead(
  storage: Storage,
  frameworkId: string,
): Promise<StoredPart<SkillFrameworkHead> | undefined> {
  const stored = await storage.get('skillFramework', frameworkId);
  return stored && read(skillFrameworkSchema, stored);
}

/** One pack; undefined when no skill stands in it. */
export async function readPack(
  storage: Storage,
  frameworkId: string,
  pack: number,
): Promise<StoredPart<SkillPack> | undefined> {
  const stored = await storage.get('skillPack', packId(frameworkId, pack));
  return stored && read(skillPackSchema, stored);
}

/** Every pack of a framework. */
export async function readPacks(storage: Storage, frameworkId: string): Promise<StoredPart<SkillPack>[]> {
  const { documents } = await storage.query('skillPack', { index: 'byFramework', equals: [frameworkId] });
  return documents.map((stored) => read(skillPackSchema, stored));
}

/** A framework with a hole in it would answer that a skill never was; better that it does not answer. */
function read<Body>(schema: Schema<Body>, { kind, id, version, body }: StoredDocument): StoredPart<Body> {
  const result = body && schema.safeParse(body);
  if (!result?.success) throw unavailable(`${kind} ${id} cannot be read`);
  return { version, body: result.data };
}
