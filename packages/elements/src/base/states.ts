import { html, nothing, type TemplateResult } from 'lit';

/**
 * Why there is nothing to show; each is told apart from the others in words.
 *
 * - `nothing-yet`: nobody has made one yet; say how one comes to be.
 * - `no-match`: a search or a filter left nothing; offer to clear it.
 * - `not-allowed`: it exists or may exist, and is not shown to this person or not counted.
 */
export type EmptyKind = 'nothing-yet' | 'no-match' | 'not-allowed';

/** An empty place: a short heading, a sentence on what it means, and at most one thing to do. */
export function emptyState(kind: EmptyKind, heading: string, text?: string, action?: unknown): TemplateResult {
  return html`<div class="empty" data-kind=${kind}>
    <p class="strong">${heading}</p>
    ${text ? html`<p class="quiet">${text}</p>` : nothing}
    ${action ? html`<div class="buttons">${action}</div>` : nothing}
  </div>`;
}

/** Grey rows in the height of what will stand there. @param rows how many rows of a list to hold the place of */
export function skeleton(rows: number, label: string): TemplateResult {
  return html`<div class="skeleton" role="group" aria-label=${label} aria-busy="true">
    ${Array.from({ length: rows }, () => html`<div></div>`)}
  </div>`;
}

/** A failure in one sentence, with a way to try again where that may help. */
export function failureNote(sentence: string, label: string, retry?: () => void): TemplateResult {
  return html`<div class="note note-critical" data-failure>
    <p>${sentence}</p>
    ${retry ? html`<button type="button" class="button button-small" @click=${retry}>${label}</button>` : nothing}
  </div>`;
}
