import type { RecordNotice } from '../coaching.js';
import type { InputProblem } from '../errors.js';
import type { Course } from '../ports/lms.js';
import type { Skill } from '../ports/skills.js';
import type { DurabilityLevel } from '../ports/storage.js';
import type { SessionPreparation } from '../views.js';
import type { DraftContent } from './draft-content.js';
import type { Keeping } from './keep-draft.js';
import type { Search } from './search.js';

/** What was taken away and can be brought back. */
export type UndoableChange = 'point' | 'action' | 'course' | 'focus' | 'version';

/** What another tab has made of the same draft. */
export interface DraftConflict {
  /** Its version; absent when it recorded the session or removed the draft. */
  readonly other?: DraftContent;
}

/** A session that was recorded, or corrected, with this form. */
export interface RecordedResult {
  readonly sessionId: string;
  /** Below `device` nothing may be called "saved" to a person. */
  readonly level: DurabilityLevel;
  readonly notices: readonly RecordNotice[];
  /** Ids of the actions that were agreed. */
  readonly actionIds: readonly string[];
}

/** A form that can be written in. */
export interface WritingState {
  /**
   * - `ready`: to be written in.
   * - `saving`: the record is on its way; commands have no effect until it has arrived.
   * - `failed`: it was refused, `error` says why; everything typed is still here, and the next change leads to `ready`.
   * - `saved`: it is recorded, see `recorded`; commands have no effect any more.
   */
  readonly status: 'ready' | 'saving' | 'failed' | 'saved';
  /** All that is known about the pair. With `correcting` a recorded session is corrected: words, date and length only. */
  readonly preparation: SessionPreparation;
  /** What has been written. */
  readonly content: DraftContent;
  /** How far the draft has been kept. */
  readonly keeping: Keeping;
  /** What is to be put right; filled by the first attempt to save and kept up to date from then on. */
  readonly problems: readonly InputProblem[];
  /** What `undo` would bring back. */
  readonly undoable?: UndoableChange | undefined;
  readonly conflict?: DraftConflict | undefined;
  /** Why the record was refused, with `failed`. */
  readonly error?: unknown;
  readonly recorded?: RecordedResult | undefined;
  readonly skills: Search<Skill>;
  readonly courses: Search<Course>;
  /** The courses that are linked to actions, by id, as far as the catalogue knows them. */
  readonly linkedCourses: ReadonlyMap<string, Course>;
}

/** The state of a form. The object changes only when its content does. */
export type SessionFormSnapshot =
  | { readonly status: 'loading' }
  /** It could not be loaded; `load` tries again. */
  | { readonly status: 'unavailable'; readonly error: unknown }
  | WritingState;
