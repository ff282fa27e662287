import type { Course, Skill } from '@coachkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { chevronIcon } from '../base/icons.js';
import { saveFile } from '../base/save-file.js';
import { Combobox } from '../base/combobox.js';
import type { FormTelling } from './form-telling.js';
import { recordText } from './record-text.js';
import { actionsStep } from './session-form.actions.js';
import { focusStep } from './session-form.focus.js';
import { foot, type FootCommands } from './session-form.foot.js';
import { head } from './session-form.head.js';
import { conflictNote, errorSummary } from './session-form.notes.js';
import { pointsStep } from './session-form.points.js';
import { reviewStep } from './session-form.review.js';

export { recordText } from './record-text.js';
export { done } from './session-form.done.js';
export { sentenceOf } from './session-form.notes.js';

/** What the page needs besides the record. */
export interface PageSurroundings extends Omit<FootCommands, 'download' | 'isReadOnly'> {
  /** The sentence that nothing can be saved here, where that is so. */
  readonly readOnly: string | undefined;
  /** Questions and last session; undefined until they are fetched. */
  readonly panel: unknown;
  /** Whether there is room for the panel beside the record. */
  readonly isWide: boolean;
  /** The folded panel was opened. */
  readonly unfolded: () => void;
}

/** Draws the record as a page to write on. */
export type DrawPage = (telling: FormTelling, surroundings: PageSurroundings) => TemplateResult;

/**
 * Everything that a person writes on. It is fetched while the draft is read, so that a host pays for it when a session
 * is documented and not with the tag (docs/decisions/0006).
 * @param draw - draws the element again
 */
export function createPage(draw: () => void): DrawPage {
  const skills = new Combobox<Skill>(draw);
  const courses = new Combobox<Course>(draw);
  return (telling, { readOnly, panel, isWide, unfolded, ...commands }) => {
    const { words, state } = telling;
    const isRecord = !state.preparation.correcting;
    const folded = html`<details class="ask screen-only" @toggle=${unfolded}>
      <summary>${chevronIcon()}${words.beside}</summary>
      ${panel}
    </details>`;
    return html`<div class="main">
        ${head(telling)} ${readOnly ? html`<p class="note note-caution">${readOnly}</p>` : nothing}
        ${errorSummary(telling)}${conflictNote(telling)}${isRecord ? reviewStep(telling) : nothing}
        ${focusStep(telling, skills)}${pointsStep(telling, isWide ? nothing : folded)}
        ${isRecord ? actionsStep(telling, courses) : nothing}
      </div>
      <div class="rail">
        ${isWide ? panel : nothing}
        <div class="hint"><slot name="signpost">${words.signpost}</slot></div>
      </div>
      ${foot(telling, {
        ...commands,
        isReadOnly: readOnly !== undefined,
        download: () => saveFile('coaching-session.txt', 'text/plain', recordText(telling)),
      })}`;
  };
}
