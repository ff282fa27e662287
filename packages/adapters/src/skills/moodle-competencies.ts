/**
 * Competency frameworks of Moodle: the CSV file of its export, and the answer of its web service.
 * @packageDocumentation
 */
import { invalidInput } from '@coachkit/core';
import type { ImportedFramework } from '@coachkit/core/skills';
import { readCsvTable } from '../transport/csv-table.js';
import { listOf, partOf, textIn } from '../transport/json-file.js';
import type { FileSource } from '../transport/text-source.js';
import { SkillCollector } from './collect-skills.js';
import { pathOf, type Place } from './path-of.js';

export type { FileSource };

/** How an export of a framework is read. */
export interface MoodleCompetenciesOptions {
  /** The language of the names; `en` when absent. */
  readonly language?: string;
  readonly signal?: AbortSignal;
}

/** What the answer of the web service does not say. */
export interface MoodleCompetencyListOptions {
  /** The name of the framework. */
  readonly name: string;
  /** The language of the names; `en` when absent. */
  readonly language?: string;
}

interface Competency extends Place {
  readonly row: number;
  readonly id: string;
}

const column = { parent: 'Parent ID number', id: 'ID number', name: 'Short name', isFramework: 'Is framework' };

/**
 * Reads the CSV file that Moodle exports a framework to. Ids are `moodle:` and the id number, which Moodle keeps unique
 * within a framework.
 * @throws CoachingError `invalid-input` for a file that is wrong as a whole
 */
export async function importMoodleCompetencies(
  source: FileSource,
  { language = 'en', signal }: MoodleCompetenciesOptions = {},
): Promise<ImportedFramework> {
  const collector = new SkillCollector({ id: column.id, label: column.name });
  const competencies: Competency[] = [];
  let name = '';
  const options = { name: 'file', required: [column.id, column.name, column.parent], ...(signal && { signal }) };
  await readCsvTable(
    source,
    options,
    ({ row, at }) => {
      if (at(column.isFramework) === '1') name = at(column.name);
      else
        competencies.push({ row, id: at(column.id), label: at(column.name), parent: at(column.parent) || undefined });
    },
    (row, reason) => {
      collector.reject({ row, reason });
    },
  );
  addAll(collector, competencies);
  return collector.finish({ name: name || 'Moodle', language });
}

/**
 * Reads what `core_competency_search_competencies` or `core_competency_list_competencies` has answered.
 * @throws CoachingError `invalid-input` (`answer: wrong-type`) for an error of Moodle, which it sends as a success, and
 *   for anything else that is no list
 */
export function importMoodleCompetencyList(
  answer: unknown,
  { name, language = 'en' }: MoodleCompetencyListOptions,
): ImportedFramework {
  const list = listOf(answer)?.map(partOf);
  if (list === undefined) throw invalidInput('answer', 'wrong-type');
  const collector = new SkillCollector({ id: 'idnumber', label: 'shortname' });
  const idNumbers = new Map(list.map((item) => [textIn(item['id']), textIn(item['idnumber'])]));
  const competencies: Competency[] = [];
  for (const [at, item] of list.entries()) {
    const id = textIn(item['idnumber']);
    const parent = idNumbers.get(textIn(item['parentid']));
    competencies.push({ row: at + 1, id, label: unescaped(textIn(item['shortname'])), parent });
  }
  addAll(collector, competencies);
  return collector.finish({ name, language });
}

function addAll(collector: SkillCollector, competencies: readonly Competency[]): void {
  const places = new Map(competencies.map((competency) => [competency.id, competency]));
  for (const { row, id, label } of competencies) {
    const path = pathOf(id, places);
    collector.add(row, { id: skillId(id), label, ...(path !== undefined && { path }) });
  }
}

const letters: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#039;': "'",
};

/** The web service sends names as they stand in a page: escaped, and never with a tag in them. */
function unescaped(name: string): string {
  return name.replace(/&(?:amp|lt|gt|quot|#039);/g, (escaped) => letters[escaped] ?? escaped);
}

/** Id numbers are free text. Two that become alike are told as twice the same. */
function skillId(idNumber: string): string {
  return idNumber && `moodle:${idNumber.replace(/[^\w.:@-]+/g, '-')}`;
}
