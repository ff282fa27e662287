import { css } from 'lit';

/**
 * One out of a few, as radio buttons inside a fieldset: `.choice` is a row of words (Done, Keep, Drop), `.chips` are
 * the likely answers before a search field. `<label data-words="words"><input type="radio">words</label>` and
 * `<label class="chip"><input type="radio"><svg class="icon">words</label>`. `data-words` keeps the width that the
 * words have once they are chosen, so that nothing moves aside then.
 */
export const choices = css`
  .choice { display: inline-flex; flex-wrap: wrap }
  .choice > label, .chip {
    position: relative; display: inline-flex; align-items: center; gap: 0.4em; line-height: 1.2; cursor: pointer;
  }
  .choice > label {
    min-block-size: var(--_control-small); padding-inline: calc(var(--_u) * 2.5); border-radius: var(--_radius-in);
    flex-direction: column; justify-content: center; gap: 0; font-size: var(--_small);
  }
  .choice > label::after {
    content: attr(data-words); block-size: 0; overflow: hidden; visibility: hidden; font-weight: var(--_strong);
  }
  .chips { display: flex; flex-wrap: wrap; gap: calc(var(--_u) * 2) }
  .chip {
    min-block-size: max(24px, calc(var(--_u) * 8)); padding-inline: calc(var(--_u) * 3);
    border: 1px solid var(--_edge); border-radius: 999px;
  }
  :is(.choice > label, .chip) > input {
    position: absolute; inset: 0; inline-size: 100%; block-size: 100%; opacity: 0; cursor: pointer;
  }
  :is(.choice > label, .chip):hover { background: var(--_hover) }
  :is(.choice > label, .chip):has(:checked) {
    border-color: var(--_accent); background: var(--_accent-soft); color: var(--_accent); font-weight: var(--_strong);
  }
  :is(.choice > label, .chip):has(:focus-visible) { z-index: 1; outline: var(--_focus); outline-offset: 2px }
  .chip > .icon { display: none }
  .chip:has(:checked) > .icon { display: inline }
  @media (forced-colors: active) {
    :is(.choice > label, .chip):has(:checked) {
      background: Highlight; color: HighlightText; forced-color-adjust: none;
    }
  }
`;
