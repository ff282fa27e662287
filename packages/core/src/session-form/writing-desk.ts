import type { Coaching } from '../coaching.js';
import { randomId, systemClock } from '../ports/clock.js';
import type { SessionPreparation } from '../views.js';
import { createActiveTime } from './active-time.js';
import { readDate, type DateReader } from './date-entry.js';
import type { DraftContent } from './draft-content.js';
import type { SessionFormSnapshot, UndoableChange, WritingState } from './form-state.js';
import type { Keeping } from './keep-draft.js';
import { idle } from './search.js';
import type { SessionFormOptions } from './session-form-options.js';
import { checkDraft, type CheckedDraft, type ReadField } from './validation.js';

/** Most changes that can be undone, one after the other. */
export const longestHistory = 20;

/** Brings back what was taken, and nothing else: what was written since stays. */
export type Restore = (content: DraftContent) => DraftContent;

/** What a command makes of what is written; undefined for nothing. */
export type Change = (content: DraftContent, preparation: SessionPreparation) => Partial<DraftContent> | undefined;

/**
 * Where a record is written: holds the state of the form, changes it in one way, remembers what was taken away and
 * tells who listens. The commands of the form are functions over it.
 */
export interface WritingDesk {
  readonly coaching: Coaching;
  readonly options: SessionFormOptions;
  readonly newId: () => string;
  readonly snapshot: () => SessionFormSnapshot;
  readonly subscribe: (listener: () => void) => () => void;
  /** The form, whatever became of it; undefined while there is none. */
  readonly shown: () => WritingState | undefined;
  /** The form while commands have an effect. */
  readonly writing: () => WritingState | undefined;
  /** Shows that there is no form, or one that has just been loaded. */
  readonly show: (snapshot: SessionFormSnapshot) => void;
  readonly open: (preparation: SessionPreparation, content: DraftContent, keeping: Keeping) => void;
  /** Changes what is known about the form, not what is written. */
  readonly set: (change: Partial<WritingState>) => void;
  /** Changes what is written. @returns whether it did: nothing changes while a record is on its way */
  readonly change: (make: Change) => boolean;
  /** Puts something else in the place of all that is written. */
  readonly replace: (content: DraftContent) => void;
  /** Remembers how to bring back what the next change takes away; the oldest gives way. */
  readonly remember: (change: UndoableChange, restore: Restore) => void;
  /** Brings back what was taken away last; of two versions the other one is remembered in its place. */
  readonly undo: () => void;
  /** What the record would be, with all that is to be put right. From the first time on problems are kept up to date. */
  readonly check: () => CheckedDraft | undefined;
  /** By whose calendar dates are read. */
  readonly reader: () => DateReader;
  readonly readDate: ReadField;
  readonly touch: () => void;
  readonly rest: () => void;
}

/** @param changed - called after each change of what is written */
export function createDesk(coaching: Coaching, options: SessionFormOptions, changed: () => void): WritingDesk {
  const { locale = 'en-GB', words, clock = systemClock, newId = randomId } = options;
  const listeners = new Set<() => void>();
  let snapshot: SessionFormSnapshot = { status: 'loading' };
  let history: readonly { readonly change: UndoableChange; readonly restore: Restore }[] = [];
  let isChecked = false;
  let time = createActiveTime(clock);

  const shown = (): WritingState | undefined => ('content' in snapshot ? snapshot : undefined);
  const writing = (): WritingState | undefined => {
    const state = shown();
    return state && /^(ready|failed)$/.test(state.status) ? state : undefined;
  };
  const show = (next: SessionFormSnapshot): void => {
    snapshot = next;
    for (const listener of [...listeners]) listener();
  };
  const set = (change: Partial<WritingState>): void => {
    const state = shown();
    if (state) show({ ...state, ...change, undoable: history.at(-1)?.change });
  };
  const reader = (): DateReader => ({ locale, words, today: shown()?.preparation.today ?? '' });
  const readField: ReadField = (text, isBehind = false) => readDate(text, { ...reader(), isBehind });
  const checkOf = (content: DraftContent, { today, correcting }: SessionPreparation): CheckedDraft =>
    // A correction is of words, date and length.
    checkDraft({ ...content, ...(correcting && { reviews: [], actions: [], quickEntry: '' }) }, today, readField);
  const replace = (content: DraftContent): void => {
    const state = writing();
    if (!state) return;
    time.touch();
    const problems = isChecked ? checkOf(content, state.preparation).problems : [];
    set({ status: 'ready', content: { ...content, activeSeconds: time.seconds }, problems, error: undefined });
    changed();
  };
  const remember = (change: UndoableChange, restore: Restore): void => {
    history = [...history, { change, restore }].slice(-longestHistory);
  };

  return {
    coaching,
    options,
    newId,
    snapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    shown,
    writing,
    show,
    open(preparation, content, keeping) {
      time = createActiveTime(clock, content.activeSeconds);
      isChecked = false;
      const nothing = { problems: [], skills: idle, courses: idle, linkedCourses: new Map() };
      show({ status: 'ready', preparation, content, keeping, undoable: history.at(-1)?.change, ...nothing });
    },
    set,
    change(make) {
      const state = writing();
      const change = state && make(state.content, state.preparation);
      if (change) replace({ ...state.content, ...change });
      return change !== undefined;
    },
    replace,
    remember,
    undo() {
      const entry = history.at(-1);
      const state = writing();
      if (!entry || !state) return;
      history = history.slice(0, -1);
      if (entry.change === 'version') remember('version', () => state.content);
      replace(entry.restore(state.content));
    },
    check() {
      const state = writing();
      if (!state) return undefined;
      isChecked = true;
      const checked = checkOf(state.content, state.preparation);
      set({ problems: checked.problems });
      return checked;
    },
    reader,
    readDate: readField,
    touch: () => time.touch(),
    rest: () => time.pause(),
  };
}
