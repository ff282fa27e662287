import { css } from 'lit';

/** Figures and tables to read: hairlines, no boxes, one bar colour. */
export const dashboardStyles = css`
  .dash { display: grid; gap: calc(var(--_u) * 10) }
  .dash-head { display: grid; gap: calc(var(--_u) * 4); align-items: end }
  .dash-head > :first-child { display: grid; gap: var(--_u); max-inline-size: 62ch }
  .picker, .steps { display: flex; flex-wrap: wrap; gap: calc(var(--_u) * 2); align-items: center }
  .turned > .icon { rotate: 180deg }
  .figures { display: grid; gap: 0; border-block: 1px solid var(--_line) }
  .figure { display: grid; gap: var(--_u); align-content: start; padding-block: calc(var(--_u) * 4) }
  .figure + .figure { border-block-start: 1px solid var(--_line) }
  .figure > dt { font-size: var(--_small); color: var(--_quiet) }
  .value { font-size: var(--_figure); font-weight: var(--_strong); line-height: 1.15; letter-spacing: -0.02em }
  .cards { display: grid; gap: calc(var(--_u) * 12) calc(var(--_u) * 14) }
  .cards > section { display: grid; gap: calc(var(--_u) * 3); align-content: start; min-inline-size: 0 }
  table { inline-size: 100%; border-collapse: collapse; text-align: start }
  th, td {
    padding-block: calc(var(--_u) * 1.75); padding-inline: 0 calc(var(--_u) * 4); border-block-end: 1px solid var(--_line);
    font-weight: inherit; text-align: start; vertical-align: middle;
  }
  :is(th, td):last-child { padding-inline-end: 0 }
  thead :is(th, td) { padding-block-start: 0; font-size: var(--_small); color: var(--_quiet); vertical-align: bottom }
  :is(th, td).end { text-align: end; white-space: nowrap }
  .bar-cell { inline-size: 40% }
  .hidden-cell { color: var(--_quiet); font-size: var(--_small) }
  .bar { display: block; inline-size: 100%; block-size: 14px }
  .bar:dir(rtl), .columns:dir(rtl) { transform: scaleX(-1) }
  .track { fill: var(--_track) }
  .mark { fill: var(--_data) }
  .mark-quiet { fill: var(--_data-quiet) }
  :is(.halo, .range) { stroke: currentColor; stroke-width: 1.5; vector-effect: non-scaling-stroke }
  .halo { stroke: var(--_surface); stroke-width: 5 }
  .axis { stroke: var(--_line); vector-effect: non-scaling-stroke }
  .columns { display: block; inline-size: 100%; block-size: calc(var(--_u) * 24) }
  .ends { display: flex; justify-content: space-between; gap: calc(var(--_u) * 4) }
  summary {
    display: inline-flex; gap: 0.4em; align-items: center; min-block-size: max(24px, calc(var(--_u) * 7));
    color: var(--_accent); cursor: pointer; list-style: none;
  }
  summary::-webkit-details-marker { display: none }
  summary > .icon { transition: rotate var(--_motion) }
  [open] > summary > .icon { rotate: 90deg }
  .how { max-inline-size: 72ch }
  .how > p { padding-block-start: calc(var(--_u) * 2) }
  @container coaching (max-width: 479px) {
    .bars thead { display: none }
    .bars, .bars tbody { display: block }
    .bars tr { display: grid; grid-template-columns: 1fr auto; gap: 0 calc(var(--_u) * 3); padding-block: calc(var(--_u) * 2); border-block-end: 1px solid var(--_line) }
    .bars :is(th, td) { display: block; inline-size: auto; padding: 0; border: 0 }
    .bars .bar-cell { grid-row: 2; grid-column: 1 / -1; padding-block-start: var(--_u) }
    .bars .range-cell { grid-row: 3; grid-column: 1 / -1; text-align: start }
  }
  @container coaching (min-width: 480px) {
    .figures { grid-template-columns: 1fr 1fr }
    .figure:nth-child(2) { border-block-start: 0 }
    .figure:nth-child(even) { padding-inline-start: calc(var(--_u) * 6); border-inline-start: 1px solid var(--_line) }
    .dash-head { grid-template-columns: 1fr auto }
  }
  @container coaching (min-width: 900px) {
    .figures { grid-template-columns: repeat(4, 1fr) }
    .figure + .figure { padding-inline-start: calc(var(--_u) * 6); border-block-start: 0; border-inline-start: 1px solid var(--_line) }
    .cards { grid-template-columns: repeat(2, minmax(0, 1fr)) }
    .cards > section:first-child { grid-column: 1 / -1 }
  }
  @media (forced-colors: active) {
    .bar, .columns { forced-color-adjust: none }
    .halo { stroke: Canvas }
    .track { fill: Canvas; stroke: CanvasText; vector-effect: non-scaling-stroke }
  }
  @media print {
    .figures { grid-template-columns: repeat(4, 1fr) }
    .figure + .figure { padding-inline-start: calc(var(--_u) * 4); border-block-start: 0; border-inline-start: 1px solid var(--_line) }
    .track { stroke: #999; stroke-width: 0.5; vector-effect: non-scaling-stroke }
    thead { display: table-header-group }
    tr, section { break-inside: avoid }
  }
`;
