/**
 * ESCO, the European classification of skills, from its official CSV exports.
 * @packageDocumentation
 */
import { invalidInput } from '@coachkit/core';
import type { ImportedFramework } from '@coachkit/core/skills';
import { readCsvTable, type CsvTableOptions, type CsvTableRow } from '../transport/csv-table.js';
import type { FileSource } from '../transport/text-source.js';
import { otherLabelsOf, SkillCollector } from './collect-skills.js';
import { readEscoPaths } from './esco-paths.js';

export type { FileSource };

/** The files of an ESCO export and how they are read. */
export interface EscoOptions {
  /** `skills_<language>.csv` by language, a BCP 47 tag each. */
  readonly skills: Readonly<Record<string, FileSource>>;
  /** The language of the framework, one of `skills`; the first of them when absent. It decides which skills there are. */
  readonly language?: string;
  /** `broaderRelationsSkillPillar.csv`: what a skill belongs to. */
  readonly broader?: FileSource;
  /** `skillsHierarchy_<language>.csv`: what the groups are called. Without both, skills have no path. */
  readonly hierarchy?: FileSource;
  /** The edition: `1.1.1`. */
  readonly version?: string;
  readonly signal?: AbortSignal;
}

/** The id of an ESCO concept: `esco:` and the last part of its URI. */
export function escoId(conceptUri: string): string {
  const name = /\/esco\/skill\/([^/]+)$/.exec(conceptUri)?.[1];
  return name === undefined ? '' : `esco:${name}`;
}

/**
 * Reads an ESCO export. The labels of other languages are joined by `conceptUri`; a skill that only another language has
 * is left out and named (editions differ).
 * @throws CoachingError `invalid-input` for a file that is wrong as a whole; the path is the file's name, a column, or
 *   `language` for one without a file
 */
export async function importEsco(options: EscoOptions): Promise<ImportedFramework> {
  const { skills, broader, hierarchy, version, signal } = options;
  const languages = Object.keys(skills);
  const language = options.language ?? languages[0] ?? '';
  const main = skills[language];
  if (main === undefined) throw invalidInput('language', 'not-an-option');
  const paths = broader && hierarchy ? await readEscoPaths(broader, hierarchy, signal) : undefined;
  const collector = new SkillCollector({ id: 'conceptUri', label: 'preferredLabel', otherLabels: 'altLabels' });

  const hear = ({ row, at }: CsvTableRow): void => {
    const uri = at('conceptUri');
    const label = at('preferredLabel');
    const path = paths?.get(uri);
    collector.add(row, {
      id: escoId(uri),
      label,
      ...labelsIn(at, label),
      ...(path && { path }),
      ...(/^(?:deprecated|obsolete)$/.test(at('status')) && { retired: true }),
    });
  };
  await readCsvTable(main, tableOf(language, signal), hear, (row, reason) => {
    collector.reject({ row, reason });
  });

  for (const other of languages.filter((each) => each !== language)) {
    const source = skills[other];
    if (source === undefined) continue;
    const table = tableOf(other, signal);
    const translate = ({ row, at }: CsvTableRow): void => {
      const label = at('preferredLabel');
      collector.translate(row, table.name, escoId(at('conceptUri')), {
        language: other,
        label,
        ...labelsIn(at, label),
      });
    };
    await readCsvTable(source, table, translate, (row, reason) => {
      collector.rejectDetail({ row, reason, file: table.name });
    });
  }
  return collector.finish({ name: 'ESCO', language, ...(version !== undefined && { version }) });
}

function labelsIn(at: CsvTableRow['at'], label: string): { otherLabels?: string[] } {
  return otherLabelsOf([at('altLabels'), at('hiddenLabels')].filter(Boolean).join('\n'), label, '\n');
}

function tableOf(language: string, signal: AbortSignal | undefined): CsvTableOptions {
  return { name: `skills.${language}`, required: ['conceptUri', 'preferredLabel'], ...(signal && { signal }) };
}
