import { css } from 'lit';

/**
 * One line in the place where the host puts it, or a sheet over the page that moves nothing on it. The sheet is the
 * only one of the two with an edge and a shadow.
 */
export const syncStatusStyles = css`
  .lines, .change, .lines > .rows { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(var(--_u) * 2) }
  .lines > .rows { gap: 0 }
  .line { display: flex; flex-wrap: wrap; align-items: center; gap: var(--_u) calc(var(--_u) * 3); min-block-size: var(--_control-small); font-size: var(--_small) }
  .lines { overflow-wrap: anywhere }
  .lines .button { max-inline-size: 100% }
  .line > .say { flex: 1 1 12em; align-items: start; min-inline-size: 0 }
  .line > .say > .icon { margin-block-start: 0.15em; align-self: start }
  .words { display: grid; gap: var(--_u); padding-inline-start: calc(var(--_u) * 4); border-inline-start: 3px solid var(--_line) }
  .words > * { unicode-bidi: plaintext; text-align: -webkit-match-parent; text-align: match-parent; white-space: pre-wrap }
  :host([floating]) {
    position: fixed; z-index: 1000; inset-block-start: 8px; inset-inline: 8px; max-inline-size: 42em; margin-inline: auto;
  }
  :host([floating]) .lines {
    max-block-size: min(32em, 80vh); padding: calc(var(--_u) * 2) calc(var(--_u) * 3); overflow: auto;
    border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_raised); box-shadow: var(--_shadow);
  }
  @media print {
    :host([floating]) { display: none }
  }
`;
