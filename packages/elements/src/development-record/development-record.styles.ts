import { css } from 'lit';

/** One column. A row is its icon, its words, and at the end, where there is room, its date or its buttons. */
export const developmentRecordStyles = css`
  .entry { display: grid; grid-template-columns: 1.15em 1fr; gap: 0 calc(var(--_u) * 2.5) }
  .entry > .icon { margin-block-start: 0.18em; color: var(--_quiet) }
  .entry > .end { grid-column: 2 }
  .open {
    min-block-size: 24px; padding: 0; border: 0; background: none; color: var(--_accent);
    text-decoration: underline 1px; text-underline-offset: 0.18em; cursor: pointer;
  }
  .open:hover { text-decoration-thickness: 2px }
  .goal .button { color: var(--_accent) }
  .month { padding-block-start: calc(var(--_u) * 3) }
  h4 { padding-block-end: calc(var(--_u) * 1.5) }
  .choice { margin-inline-start: calc(var(--_u) * -2.5) }
  table { inline-size: 100%; border-collapse: collapse; }
  :is(th, td) {
    padding: calc(var(--_u) * 1.75) 0; padding-inline-end: calc(var(--_u) * 4); text-align: start; font-weight: inherit;
    border-block-end: 1px solid var(--_line);
  }
  th { vertical-align: bottom }
  .figure { text-align: end; white-space: nowrap }
  :is(th, td):last-child { padding-inline-end: 0 }
  @container coaching (min-width: 480px) {
    .entry:not(.goal) { grid-template-columns: 1.15em 1fr auto }
    .entry:not(.goal) > .end { grid-column: 3; padding-block-start: 0.1em }
  }
`;
