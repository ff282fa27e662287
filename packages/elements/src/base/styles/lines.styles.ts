import { css } from 'lit';

/**
 * Text typed in place: a line with its number, not a box until it has the focus ring. A line is
 * `<li><span class="number">1</span><textarea class="text" rows="1"><button class="button button-icon">`, and what
 * belongs to it stands in `.under`.
 */
export const lines = css`
  .lines { border-block: 1px solid var(--_line) }
  .lines > * { position: relative; display: grid; grid-template-columns: 2.2em 1fr auto; align-items: start }
  .lines > * + * { border-block-start: 1px solid var(--_line) }
  .lines > :has(.text:focus) {
    z-index: 1; outline: var(--_focus); outline-offset: -1px; border-radius: var(--_radius-in);
  }
  .lines .number { padding-block: calc(var(--_u) * 2); color: var(--_quiet); text-align: center }
  .lines .text {
    display: block; inline-size: 100%; min-block-size: calc(1.5em + var(--_u) * 4); padding: calc(var(--_u) * 2) 0;
    padding-inline-end: calc(var(--_u) * 2); border: 0; outline: 0; background: none; resize: none; overflow: hidden;
    field-sizing: content;
  }
  .lines .button-icon { margin: var(--_u) }
  .lines .under {
    grid-column: 2 / -1; display: grid; gap: calc(var(--_u) * 1.5); margin-block-start: calc(var(--_u) * -1.5); padding: 0 0 calc(var(--_u) * 3);
    padding-inline-end: calc(var(--_u) * 3);
  }
`;
