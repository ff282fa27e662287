import { css } from 'lit';

/**
 * Fields: `.field` holds a `.label`, a `.hint` and an `.input`; `.input-inline` stands inside a sentence. A refused field
 * says so with `.error-text` and, around the whole of it, `.has-error`.
 */
export const fields = css`
  .field { display: grid; gap: var(--_u) }
  .label { display: block; font-weight: var(--_strong) }
  .field .label { font-size: var(--_small) }
  .input {
    display: block; inline-size: 100%; min-block-size: var(--_control);
    padding: calc(var(--_u) * 1.5) calc(var(--_u) * 3); border: 1px solid var(--_edge); border-radius: var(--_radius);
    background: var(--_surface);
  }
  .input::placeholder { color: var(--_quiet); opacity: 1 }
  textarea.input { field-sizing: content; min-block-size: calc(3em + var(--_u) * 3); resize: vertical }
  .input-inline {
    display: inline-block; inline-size: auto; max-inline-size: 100%; min-block-size: var(--_control-small);
    padding: 0 calc(var(--_u) * 2); font-size: var(--_small);
  }
  .error-text {
    display: flex; align-items: baseline; gap: 0.4em; color: var(--_critical); font-size: var(--_small);
    font-weight: var(--_strong);
  }
  .error-text .icon { align-self: center }
  .has-error {
    margin-inline-start: calc(var(--_u) * -4 - 3px); padding-inline-start: calc(var(--_u) * 4);
    border-inline-start: 3px solid var(--_critical);
  }
  .has-error .input { border-color: var(--_critical) }
`;
