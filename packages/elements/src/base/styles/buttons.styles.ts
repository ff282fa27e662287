import { css } from 'lit';

/**
 * Buttons: `.button` with `-primary` (one on a screen), `-small`, `-text` (quiet way beside a text), `-quiet` and
 * `-icon`; `.buttons` sets several in a row. A button that cannot be used now keeps its focus: `aria-disabled`.
 * Under forced colours the edge of a `-text` button shows and stands in line with the text around it. `.screen-only` is
 * never printed, whatever else the same thing is on the screen.
 */
export const buttons = css`
  .button {
    display: inline-flex; align-items: center; justify-content: center; gap: 0.45em; min-block-size: var(--_control);
    padding: 0 calc(var(--_u) * 3.5); border: 1px solid var(--_edge); border-radius: var(--_radius); background: none;
    font-weight: var(--_strong); line-height: 1.2; text-decoration: none; cursor: pointer;
    transition: background-color var(--_motion), border-color var(--_motion);
  }
  .button:hover { background: var(--_hover) }
  .button:active { background: var(--_track) }
  .button-primary { border-color: transparent; background: var(--_accent); color: var(--_on-accent) }
  .button-primary:is(:hover, :active) { background: var(--_accent-hover) }
  .button-small {
    min-block-size: var(--_control-small); padding-inline: calc(var(--_u) * 2.5); font-size: var(--_small);
  }
  .button:is(.button-text, .button-quiet, .button-icon) {
    min-block-size: var(--_control-small); padding-inline: calc(var(--_u) * 1.5); border-color: transparent;
    font-weight: inherit;
  }
  .button-text { margin-inline-start: calc(var(--_u) * -1.5 - 1px) }
  .button:is(.button-quiet, .button-icon) { color: var(--_quiet) }
  .button.button-icon { inline-size: var(--_control-small); padding: 0 }
  .button[aria-disabled='true'] {
    border-color: var(--_line); background: none; color: var(--_quiet); cursor: default;
  }
  .buttons { display: flex; flex-wrap: wrap; align-items: center; gap: calc(var(--_u) * 2) calc(var(--_u) * 3) }
  @media (forced-colors: active) {
    .button-text { margin-inline-start: 0 }
  }
  @media print {
    .button, .screen-only { display: none !important }
  }
`;
