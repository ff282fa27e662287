import { html, nothing, type TemplateResult } from 'lit';
import type { UndoableChange } from '@coachkit/core/session-form';
import type { FormTelling } from './form-telling.js';

const names = ['review', 'focus', 'points', 'actions'] as const;

/** One of the four steps of a session (M12): a number, a heading, quiet words beside it, and what is to be done. */
export function step(
  { words, state }: FormTelling,
  number: 1 | 2 | 3 | 4,
  { hint, end, content }: { readonly hint?: unknown; readonly end?: unknown; readonly content: unknown },
): TemplateResult {
  const name = names[number - 1] ?? 'review';
  return html`<section class="step" data-step=${number}>
    <div class="group-head">
      <h3 class="section-title">${state.preparation.correcting ? nothing : html`<span class="quiet step-number">${number}</span>`}${words[name]}</h3>
      ${hint ? html`<span class="hint">${hint}</span>` : nothing}${end}
    </div>
    ${content}
  </section>`;
}

/** What was taken away last in this step, with the way back. */
export function undoLine(
  { words, base, form, state: { undoable } }: FormTelling,
  ...changes: readonly UndoableChange[]
): TemplateResult | typeof nothing {
  return undoable && changes.includes(undoable)
    ? html`<p class="hint screen-only">
        ${words.removed(undoable)}
        <button type="button" class="button button-text button-small" @click=${form.undo}>${base.undo}</button>
      </p>`
    : nothing;
}
