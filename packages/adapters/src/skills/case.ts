/**
 * Frameworks in the form of 1EdTech CASE 1.0, as the `CFPackage` that a CASE server or an editor gives out.
 * @packageDocumentation
 */
import { dateInZone, invalidInput, systemClock, textLimits, type Clock } from '@coachkit/core';
import type { ImportedFramework, ImportedSkill } from '@coachkit/core/skills';
import { listOf, partOf, readJsonFile, textIn, type JsonPart } from '../transport/json-file.js';
import type { FileSource } from '../transport/text-source.js';
import { otherLabelsOf, SkillCollector } from './collect-skills.js';
import { pathOf, type Place } from './path-of.js';

export type { FileSource };

/** How a package is read. */
export interface CaseOptions {
  /** Which `CFItemType` are skills ("Skill", "Competency"); all when absent. The others only give paths. */
  readonly itemTypes?: readonly string[];
  /** The language of the items when the package does not say it; `en` when absent. */
  readonly language?: string;
  /** To know which items have ended; the machine's when absent. */
  readonly clock?: Clock;
  readonly signal?: AbortSignal;
}

/**
 * Reads a CASE package. The name of a skill is the abbreviated statement, else the full one; codes and alternative
 * labels are other labels. `isChildOf` gives the path, `replacedBy` the skill that another was merged into, and a status
 * that has ended retires.
 * @throws CoachingError `invalid-input` for a file that is wrong as a whole: no JSON (`file`), no package
 *   (`CFDocument` or `CFItems: required`), not one item that can be used
 */
export async function importCasePackage(source: FileSource, options: CaseOptions = {}): Promise<ImportedFramework> {
  const { language = 'en', itemTypes, clock = systemClock, signal } = options;
  const file = partOf(await readJsonFile(source, 'file', signal));
  const document = partOf(file['CFDocument']);
  const name = textIn(document['title']);
  const items = listOf(file['CFItems']);
  if (name === '') throw invalidInput('CFDocument', 'required');
  if (items === undefined) throw invalidInput('CFItems', 'required');

  const links = linksOf(listOf(file['CFAssociations']) ?? []);
  const places = new Map<string, Place>();
  for (const item of items.map(partOf)) {
    const id = textIn(item['identifier']);
    if (!places.has(id)) places.set(id, { label: labelOf(item), parent: links.parents.get(id) });
  }

  const today = dateInZone(clock.now(), 'UTC');
  const collector = new SkillCollector({ id: 'identifier', label: 'fullStatement', replacedBy: 'replacedBy' });
  for (const [at, value] of items.entries()) {
    const item = partOf(value);
    const row = at + 1;
    const identifier = textIn(item['identifier']);
    const label = labelOf(item);
    if (itemTypes && !itemTypes.includes(textIn(item['CFItemType']))) continue;
    const ended = textIn(item['statusEndDate']).slice(0, 10);
    collector.add(row, {
      ...skillOf(identifier, label, item, pathOf(identifier, places)),
      ...(ended !== '' && ended <= today && { retired: true }),
      ...replacementOf(links.replacements.get(identifier)),
    });
  }
  const version = textIn(document['version']);
  return collector.finish({
    name,
    language: textIn(document['language']) || language,
    ...(version && { version }),
  });
}

const idOf = (identifier: string): string => identifier && `case:${identifier}`;

/** The shorter of the two statements where both are there and fit. */
function labelOf(item: JsonPart): string {
  return textIn(item['abbreviatedStatement']) || textIn(item['fullStatement']);
}

function skillOf(identifier: string, label: string, item: JsonPart, path: string | undefined): ImportedSkill {
  const others = [item['alternativeLabel'], item['humanCodingScheme'], item['fullStatement']].map(textIn);
  const fitting = others.filter(({ length }) => length <= textLimits.name);
  return {
    id: idOf(identifier),
    label,
    ...otherLabelsOf(fitting.join('\n'), label, '\n'),
    ...(path !== undefined && { path }),
  };
}

function replacementOf(identifier: string | undefined): Pick<ImportedSkill, 'retired' | 'replacedBy'> {
  return identifier === undefined ? {} : { retired: true, replacedBy: idOf(identifier) };
}

function linksOf(associations: readonly unknown[]): {
  readonly parents: ReadonlyMap<string, string>;
  readonly replacements: ReadonlyMap<string, string>;
} {
  const parents = new Map<string, string>();
  const replacements = new Map<string, string>();
  for (const association of associations.map(partOf)) {
    const from = textIn(partOf(association['originNodeURI'])['identifier']);
    const to = textIn(partOf(association['destinationNodeURI'])['identifier']);
    const links = { isChildOf: parents, replacedBy: replacements }[textIn(association['associationType'])];
    if (from && to && links?.has(from) === false) links.set(from, to);
  }
  return { parents, replacements };
}
