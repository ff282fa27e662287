import { css } from 'lit';

/**
 * The only things with a shadow: `.popover`, and the `.option` rows of a listbox in it. Put it into a parent with
 * `.popover-place`, under the field that opens it. `.combobox` is such a parent with a magnifying glass in its field.
 */
export const popover = css`
  .popover-place { position: relative }
  .combobox > .icon {
    position: absolute; inset-inline-start: calc(var(--_u) * 3);
    inset-block-start: calc(max(var(--_control), 1.5em + var(--_u) * 3 + 2px) / 2);
    translate: 0 -50%; color: var(--_quiet); pointer-events: none;
  }
  .combobox > .input { padding-inline-start: calc(var(--_u) * 3 + 1.7em) }
  .popover {
    position: absolute; z-index: 3; inset-inline: 0; inset-block-start: calc(100% + var(--_u));
    padding: calc(var(--_u) * 1.5); border: 1px solid var(--_line); border-radius: calc(var(--_radius) + 2px);
    background: var(--_raised); box-shadow: var(--_shadow);
  }
  .option {
    display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 calc(var(--_u) * 3);
    min-block-size: calc(var(--_u) * 8); padding: calc(var(--_u) * 1.5) calc(var(--_u) * 2.5);
    border-radius: var(--_radius-in); cursor: pointer;
  }
  .option[aria-selected='true'] { background: var(--_accent-soft); box-shadow: inset 2px 0 0 var(--_accent) }
  .option:dir(rtl)[aria-selected='true'] { box-shadow: inset -2px 0 0 var(--_accent) }
  .option b { font-weight: 700; text-decoration: underline 1px; text-underline-offset: 0.2em }
  .option + .option-last {
    margin-block-start: var(--_u); border-block-start: 1px solid var(--_line); border-start-start-radius: 0;
    border-start-end-radius: 0;
  }
  @media (forced-colors: active) {
    .option[aria-selected='true'] { background: Highlight; color: HighlightText; forced-color-adjust: none }
    .option[aria-selected='true'] * { color: inherit }
  }
`;
