import type { InputRule } from '../errors.js';
import type { KeptSkill } from '../model/skill-pack.js';

/** A skill as an importer reads it: as the framework has it now. */
export type ImportedSkill = Omit<KeptSkill, 'formerLabels' | 'retiredOn'>;

/** Why a row was left out: a rule, or what is wrong with the row as such. */
export type RowReason = InputRule | 'wrong-number-of-fields' | 'broken-quotes';

/** A row that was left out. It was not half taken: none of it is in the skills. */
export interface RejectedRow {
  /** As a spreadsheet counts: 1 is the head. In a file without rows the number of the item, from 1. */
  readonly row: number;
  /** The column or field that the reason is about. */
  readonly column?: string;
  readonly reason: RowReason;
  /** Which of several files. */
  readonly file?: string;
}

/** What an importer makes of a framework's files. */
export interface ImportedFramework {
  readonly name: string;
  readonly version?: string;
  /** The language of labels; a BCP 47 tag. */
  readonly language: string;
  readonly skills: readonly ImportedSkill[];
  readonly rejected: readonly RejectedRow[];
  /**
   * The ids of rejected skills, which are not retired for standing in a row that could not be read; `all` when a row
   * did not even say which skill it was about.
   */
  readonly unread: readonly string[] | 'all';
}
