import type { Instant } from '../calendar.js';
import { CoachingError } from '../errors.js';
import type { DurabilityLevel } from '../ports/storage.js';

/**
 * How far what is being written has been kept.
 *
 * - `nothing`: nothing was written yet.
 * - `kept`: at `at`, as far as `level`; below `device` that is not "saved".
 * - `slow`: a save has been on its way for over a second.
 * - `failed`: the last save was refused; the text is in the form only.
 * - `conflict`: another tab has written this draft; nothing is saved until one of the two is chosen.
 */
export type Keeping =
  | { readonly status: 'nothing' | 'slow' | 'conflict' }
  | { readonly status: 'kept'; readonly level: DurabilityLevel; readonly at: Instant }
  | { readonly status: 'failed'; readonly error: unknown };

/** What a save of a draft resolves with. */
export interface KeptDraft {
  readonly version: number;
  readonly level: DurabilityLevel;
  readonly at: Instant;
}

/** Keeps a draft while it is written. */
export interface DraftKeeper<Content> {
  /** The version that is stored; 0 for none. */
  readonly version: () => number;
  /** Whether there is something that is not kept. */
  readonly isBehind: () => boolean;
  /** Begins, or goes on, from what is stored. @param kept - the content of that version, when it is what the form shows */
  readonly begin: (version: number, kept?: Content) => void;
  /** Something has changed. */
  readonly changed: () => void;
  /** Saves at once what is not kept yet; resolves when it is, or could not be. */
  readonly flush: () => Promise<void>;
  /** Stops, after what is on its way. Nothing is saved until `resume` or `begin`. */
  readonly pause: () => Promise<void>;
  /** Goes on where it was paused. */
  readonly resume: () => void;
}

/** From the first change to its save; with the save itself a draft is never more than a second old. */
const untilSave = 600;
/** A save that takes longer is worth saying. */
const slow = 1_000;
const untilRetry = 5_000;

/**
 * Saves soon after each change, one at a time and in order, and again after a failure. It meets another writer by the
 * version, stops then, and goes on when it is told from which version.
 *
 * @param read - what is to be kept now; the same object as long as nothing has changed
 */
export function keepDraft<Content>(
  read: () => Content,
  write: (content: Content, version: number) => Promise<KeptDraft>,
  told: (state: Keeping) => void,
): DraftKeeper<Content> {
  let version = 0;
  let kept: Content | undefined;
  let isStopped = true;
  let timer: unknown;
  let running: Promise<void> | undefined;

  const isBehind = (): boolean => !isStopped && read() !== kept;
  const schedule = (milliseconds: number): void => {
    timer ??= setTimeout(() => void flush(), milliseconds);
  };
  const cancel = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const refused = (error: unknown): void => {
    const code = CoachingError.isInstance(error) && error.code;
    if (code === 'conflict') {
      isStopped = true;
      told({ status: code });
      return;
    }
    told({ status: 'failed', error });
    // A device may be tidied and a network come back; who was signed out will not be let in again.
    if (code !== 'closed' && !isStopped) schedule(untilRetry);
  };
  const run = async (): Promise<void> => {
    while (isBehind()) {
      const content = read();
      const waiting = setTimeout(() => told({ status: 'slow' }), slow);
      try {
        const { version: next, ...reached } = await write(content, version);
        version = next;
        kept = content;
        told({ status: 'kept', ...reached });
      } catch (error) {
        refused(error);
        return;
      } finally {
        clearTimeout(waiting);
      }
    }
  };
  const flush = (): Promise<void> => {
    cancel();
    return (running ??= run().finally(() => {
      running = undefined;
    }));
  };
  const changed = (): void => {
    if (!isStopped && !running) schedule(untilSave);
  };
  return {
    version: () => version,
    isBehind,
    begin(stored, content) {
      version = stored;
      kept = content;
      isStopped = false;
    },
    changed,
    flush,
    async pause() {
      isStopped = true;
      cancel();
      await running;
    },
    resume() {
      isStopped = false;
      if (isBehind()) changed();
    },
  };
}
