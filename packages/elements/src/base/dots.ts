import { html, nothing, type TemplateResult } from 'lit';

/**
 * Facts in one line with a dot between each two; one that is absent leaves no dot behind. No white space stands between
 * them, so that each dot has the same room on both sides.
 *
 * @example
 * html`<p class="hint dots">${dots(owner, due, course)}</p>`
 */
export function dots(...facts: readonly unknown[]): TemplateResult[] {
  return facts.filter((fact) => fact && fact !== nothing).map((fact) => html`<span>${fact}</span>`);
}
