import { css } from 'lit';

/**
 * Name, reason and buttons: wrapping when narrow, in three columns from 640 px on. Of a date and a time beside each
 * other, labels stand in one line and fields in one line, whichever has more to say.
 */
export const agendaStyles = css`
  .agenda { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(var(--_u) * 8); max-inline-size: 50em }
  .row { display: flex; flex-wrap: wrap; gap: calc(var(--_u) * 0.5) calc(var(--_u) * 4) }
  .field { min-inline-size: 0; grid-template-columns: minmax(0, 1fr) }
  .who { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.6em; flex: 1 1 7em; min-inline-size: 0 }
  .said { unicode-bidi: plaintext; text-align: -webkit-match-parent; text-align: match-parent }
  .why { order: 1; flex-basis: 100%; min-inline-size: 0 }
  .do { display: flex; align-items: start; gap: var(--_u); min-inline-size: 0; margin-inline-start: auto }
  .act { min-inline-size: 0; overflow-wrap: anywhere }
  .under { order: 1; flex-basis: 100%; min-inline-size: 0; padding-block: calc(var(--_u) * 2) }
  .choices { display: flex; flex-wrap: wrap; gap: calc(var(--_u) * 2) }
  .editor { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(var(--_u) * 3); max-inline-size: 26em }
  .when { display: grid; gap: calc(var(--_u) * 3) calc(var(--_u) * 5); justify-content: start }
  input:is([type='date'], [type='time']), select.input { inline-size: auto; max-inline-size: 100%; justify-self: start }
  .options { display: grid }
  .option { display: flex; align-items: baseline; gap: 0.6em; min-block-size: max(24px, calc(var(--_u) * 7)); cursor: pointer }
  .option > input { inline-size: 18px; block-size: 18px; margin: 0; align-self: center; accent-color: var(--_accent); cursor: pointer }
  .option > span { align-self: center }
  @container coaching (min-width: 400px) {
    .row { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, auto) }
    .why { grid-column: 1 }
    .do { grid-area: 1 / 2 / span 2 }
    .under { grid-column: 1 / -1 }
  }
  @container coaching (min-width: 480px) {
    .when { grid-template-columns: auto auto; row-gap: var(--_u) }
    .when > .field { grid-row: span 3; grid-template-rows: subgrid }
  }
  @container coaching (min-width: 640px) {
    .row { grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) minmax(0, auto); align-items: baseline }
    .who { grid-column: 1 }
    .why { grid-column: 2 }
    .do { grid-area: 1 / 3; min-inline-size: 9em; justify-content: end }
  }
`;
