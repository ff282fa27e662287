import { css } from 'lit';

/** Rows separated by hairlines, every list of the product, and the heading above a group of them. */
export const rows = css`
  .rows > * { padding-block: calc(var(--_u) * 3); border-block-start: 1px solid var(--_line) }
  .rows > :last-child { border-block-end: 1px solid var(--_line) }
  .group-head {
    display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.6em; padding-block-end: calc(var(--_u) * 2);
  }
  .group-head > .end { margin-inline-start: auto }
`;
