import { css } from 'lit';

/**
 * A page to read: `.page` holds a `header` and sections with air between them, in one measure. `.written` and `.said`
 * are words of people, each in its own direction; `.form` is what folds out to add something; `summary` folds.
 */
export const page = css`
  .page, .page .stack { display: grid; gap: calc(var(--_u) * 10); align-content: start; min-inline-size: 0 }
  .page { overflow-wrap: anywhere }
  .page > * { max-inline-size: var(--_measure) }
  .note + .page { margin-block-start: calc(var(--_u) * 6) }
  .page header { display: grid; gap: var(--_u); justify-items: start }
  .page header .buttons { padding-block-start: calc(var(--_u) * 2) }
  .page :is(section, .form, .list) { display: grid; gap: calc(var(--_u) * 3) }
  .written, .said { unicode-bidi: plaintext; text-align: -webkit-match-parent; text-align: match-parent }
  .written { white-space: pre-wrap }
  .facts { display: flex; gap: 0.5em }
  .facts > .icon { margin-block-start: 0.2em; color: var(--_quiet) }
  input[type='date'] { inline-size: auto; justify-self: start }
  summary {
    display: inline-flex; align-items: center; gap: 0.4em; min-block-size: max(24px, calc(var(--_u) * 6));
    color: var(--_accent); font-size: var(--_small); cursor: pointer; list-style: none;
  }
  summary::-webkit-details-marker { display: none }
  summary .icon { transition: rotate var(--_motion) }
  [open] > summary { margin-block-end: calc(var(--_u) * 2) }
  [open] > summary .icon { rotate: 90deg }
  @media print {
    .page, .page .stack, .page section { display: block }
    .page > *, .page .stack > * { max-inline-size: none; margin-block-end: 14pt; break-inside: avoid }
    .page .stack { break-inside: auto }
    .page h3 { margin-block-end: 4pt; break-after: avoid }
    .page .form { display: none }
  }
`;
