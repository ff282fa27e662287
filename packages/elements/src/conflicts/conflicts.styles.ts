import { css } from 'lit';

/** Both versions side by side, one under the other where there is no room. What differs is marked in more than colour. */
export const conflictStyles = css`
  .conflicts, .conflict, .versions-beside, .version { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(var(--_u) * 3) }
  .conflicts { gap: calc(var(--_u) * 6); max-inline-size: var(--_measure); overflow-wrap: anywhere }
  .conflict { justify-items: stretch; gap: calc(var(--_u) * 4) }
  .versions-beside { gap: calc(var(--_u) * 5) calc(var(--_u) * 6) }
  .version { gap: calc(var(--_u) * 2); align-content: start; justify-items: start }
  .version ol { display: grid; gap: var(--_u); padding-inline-start: 1.3em; list-style: decimal }
  .version :is(li, .value) { unicode-bidi: plaintext; text-align: -webkit-match-parent; text-align: match-parent; white-space: pre-wrap }
  .version ::marker { color: var(--_quiet) }
  .conflicts .button { max-inline-size: 100% }
  .conflicts mark {
    border-radius: 3px; background: var(--_accent-soft); color: inherit;
    text-decoration: underline 1px; text-underline-offset: 0.2em;
  }
  .merge, .merge .field { display: grid; gap: calc(var(--_u) * 2) }
  .merge { gap: calc(var(--_u) * 3) }
  .merge textarea {
    display: block; inline-size: 100%; min-block-size: calc(1.5em + var(--_u) * 3); padding: calc(var(--_u) * 1.5) calc(var(--_u) * 3);
    border: 1px solid var(--_edge); border-radius: var(--_radius); background: var(--_surface); field-sizing: content; resize: vertical;
  }
  @container coaching (min-width: 480px) {
    .versions-beside { grid-template-columns: 1fr 1fr }
  }
  @media (forced-colors: active) {
    .conflicts mark { background: none }
  }
  @media print {
    .conflicts .merge { display: none }
  }
`;
