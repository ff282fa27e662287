import { isCalendarDate, type SyncStatus } from '@coachkit/core';
import type { SessionForm, UndoableChange, WritingState } from '@coachkit/core/session-form';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { warningIcon } from '../base/icons.js';
import type { Telling } from '../base/page.js';
import type { SessionFormWords } from './session-form.messages.js';

/** What every part of the form is drawn from, and what it may do. */
export interface FormTelling extends Telling<SessionFormWords> {
  readonly form: SessionForm;
  readonly state: WritingState;
  /** How things stand with the server. */
  readonly sync: SyncStatus;
  /** The employee, as one says it: the first name. */
  readonly name: string;
  /** Makes a change that the field shows by itself, so that nothing else is drawn anew for a key. */
  readonly typed: (change: () => void) => void;
  /** Moves the focus after the next update, to the first of the selectors that finds something. */
  readonly go: (...selectors: readonly string[]) => void;
  /** Has a screen reader say what was taken away; that it can be undone is seen by looking around. */
  readonly removed: (change: UndoableChange) => void;
  /** What is wrong in a place of the draft, in words. */
  readonly problemAt: (path: string) => string | undefined;
}

/** The id of the field for a path of the draft: `points.0` is `points-0`. */
export function idOf(path: string): string {
  return path.replaceAll('.', '-');
}

/** What is wrong in a place, under its field; nothing when nothing is. */
export function errorAt({ problemAt }: FormTelling, path: string): TemplateResult | typeof nothing {
  const problem = problemAt(path);
  return problem ? html`<p class="error-text under" id="${idOf(path)}-say">${warningIcon()}${problem}</p>` : nothing;
}

/** A field of the draft whose value is written in words and can be typed over in place. */
export interface FieldInPlace {
  readonly path: string;
  readonly label: string;
  /** What stands in it while nobody types. */
  readonly shown: string;
  readonly set: (text: string) => void;
  /** What was typed, as it is kept; the text itself when it cannot be read. */
  readonly read: (text: string) => string;
  readonly isBoxed?: boolean;
}

/** The field: the draft follows each key, and when one leaves it, it says how it was read. */
export function fieldInPlace(telling: FormTelling, { path, label, shown, set, read, isBoxed }: FieldInPlace) {
  const text = (event: Event): string => (event.target as HTMLInputElement).value;
  return html`<input
    class=${isBoxed ? 'input input-inline' : 'fact'}
    id=${idOf(path)}
    aria-label=${label}
    aria-invalid=${telling.problemAt(path) ? 'true' : nothing}
    aria-describedby="${idOf(path)}-say"
    autocomplete="off"
    .value=${live(shown)}
    @input=${(event: Event) => telling.typed(() => set(text(event)))}
    @change=${(event: Event) => set(read(text(event)))}
  />`;
}

/** A field for a date in words: "Fri 4 December". */
export function dateField(
  telling: FormTelling,
  {
    value,
    isBehind,
    ...field
  }: Pick<FieldInPlace, 'path' | 'label' | 'set' | 'isBoxed'> & { value: string; isBehind?: boolean },
): TemplateResult {
  const { form, format } = telling;
  const date = isCalendarDate(value) && (isBehind ? format.fullDate(value) : format.shortWeekday(value));
  return fieldInPlace(telling, {
    ...field,
    shown: date || value,
    read: (text) => (text === date ? value : (form.readDate(text, isBehind) ?? text)),
  });
}
