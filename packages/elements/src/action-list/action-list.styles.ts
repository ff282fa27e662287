import { css } from 'lit';

/**
 * A list of ticks: one column, at most as wide as text is read well. Rows out of view are not drawn; the clip margin is
 * room for the focus ring, which that containment would cut off at the edges of a row.
 */
export const actionListStyles = css`
  .list { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(var(--_u) * 8); max-inline-size: var(--_measure) }
  .row {
    display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 calc(var(--_u) * 2); align-items: start;
    content-visibility: auto; contain-intrinsic-block-size: auto calc(var(--_u) * 17);
    overflow-clip-margin: 6px;
  }
  .row > * { grid-column: 1 / -1 }
  .row > .tick { grid-column: 1; display: grid; grid-template-columns: auto minmax(0, 1fr); gap: calc(var(--_u) * 2.5); cursor: pointer }
  .row > .button-icon { grid-area: 1 / 2; margin-block: calc(var(--_u) * -0.5) }
  .tick { min-block-size: 24px }
  .tick > input {
    inline-size: 18px; block-size: 18px; margin-block-start: max(0px, 0.75em - 9px); accent-color: var(--_accent);
    cursor: pointer;
  }
  .row > :is(.meta, .course, .undo, .editor, .note) { margin-inline-start: calc(18px + var(--_u) * 2.5) }
  .course { display: flex; gap: 0.5em; align-items: baseline; padding-block-start: calc(var(--_u) * 1.5) }
  .course > .icon { color: var(--_quiet) }
  .is-closed .text { color: var(--_quiet); text-decoration: line-through; text-decoration-thickness: 1px }
  .undo { display: flex; flex-wrap: wrap; gap: calc(var(--_u) * 3); align-items: center; padding-block-start: calc(var(--_u) * 1.5) }
  .editor { display: grid; gap: calc(var(--_u) * 3); justify-items: start; padding-block-start: calc(var(--_u) * 3) }
  .inline { display: flex; flex-wrap: wrap; gap: calc(var(--_u) * 2) calc(var(--_u) * 3); align-items: end }
  .add { display: grid; gap: calc(var(--_u) * 4); justify-items: start }
  .add > .field { inline-size: 100% }
  .add > .field:nth-of-type(2) { max-inline-size: 14em }
  .find { display: grid; gap: var(--_u) }
  summary { display: inline-flex; gap: 0.4em; align-items: center; min-block-size: max(24px, calc(var(--_u) * 7)); cursor: pointer }
  summary .icon { transition: rotate var(--_motion) }
  [open] > summary .icon { rotate: 90deg }
  [open] > summary { padding-block-end: calc(var(--_u) * 2) }
  @media print {
    .row { content-visibility: visible }
  }
`;
