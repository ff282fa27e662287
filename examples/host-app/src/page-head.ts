import { html, nothing, type TemplateResult } from 'lit';
import { addressOf, type Route } from './routes.js';
import { titles } from './words.js';

/**
 * The heading of a page, which takes the focus when somebody comes to it. It is only spoken where an element shows a
 * title of its own.
 */
export function pageHead(
  title: string,
  { isSpoken = false, back }: { readonly isSpoken?: boolean; readonly back?: Route } = {},
): TemplateResult {
  return html`<div class="page-head">
    ${back ? html`<a class="back" href=${addressOf(back)}>${titles[back.page]}</a>` : nothing}
    <h1 tabindex="-1" class=${isSpoken ? 'spoken' : nothing}>${title}</h1>
  </div>`;
}
