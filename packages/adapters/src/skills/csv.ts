/**
 * An organisation's own list of skills, as CSV.
 * @packageDocumentation
 */
import type { ImportedFramework } from '@coachkit/core/skills';
import { readCsvTable } from '../transport/csv-table.js';
import type { FileSource } from '../transport/text-source.js';
import { otherLabelsOf, SkillCollector } from './collect-skills.js';

export type { FileSource };

/** What the columns of the file are called. Those with a usual name need not be there, except `id` and `label`. */
export interface SkillColumns {
  readonly id?: string;
  readonly label?: string;
  /** Other labels, with `|` or line breaks between them. */
  readonly otherLabels?: string;
  readonly path?: string;
  /** `true`, `yes`, `1` or `x` for one that is not offered any more. */
  readonly retired?: string;
  /** The id of the skill that this one was merged into. */
  readonly replacedBy?: string;
}

/** How the list is read. */
export interface SkillsCsvOptions {
  readonly name: string;
  readonly version?: string;
  /** The language of the labels; a BCP 47 tag. */
  readonly language?: string;
  readonly columns?: SkillColumns;
  /** Found out when absent. */
  readonly delimiter?: string;
  readonly signal?: AbortSignal;
}

const usual = {
  id: 'id',
  label: 'label',
  otherLabels: 'otherLabels',
  path: 'path',
  retired: 'retired',
  replacedBy: 'replacedBy',
} as const;

/**
 * Reads a list of skills. Cells are text whatever they begin with.
 * @throws CoachingError `invalid-input` for a file that is wrong as a whole: empty, not text, without the columns of
 *   id and label, without one skill that can be used
 */
export async function importSkillsCsv(source: FileSource, options: SkillsCsvOptions): Promise<ImportedFramework> {
  const { name, version, language = 'en', delimiter, signal } = options;
  const columns = { ...usual, ...options.columns };
  const collector = new SkillCollector(columns);
  await readCsvTable(
    source,
    {
      name: 'file',
      required: [columns.id, columns.label],
      ...(delimiter !== undefined && { delimiter }),
      ...(signal && { signal }),
    },
    ({ row, at }) => {
      const id = at(columns.id);
      const label = at(columns.label);
      const path = at(columns.path);
      const replacedBy = at(columns.replacedBy);
      collector.add(row, {
        id,
        label,
        ...otherLabelsOf(at(columns.otherLabels), label, /[|\r\n]/),
        ...(path && { path }),
        ...(/^(true|yes|1|x)$/i.test(at(columns.retired)) && { retired: true }),
        ...(replacedBy && { replacedBy }),
      });
    },
    (row, reason) => {
      collector.reject({ row, reason });
    },
  );
  return collector.finish({ name, language, ...(version !== undefined && { version }) });
}
