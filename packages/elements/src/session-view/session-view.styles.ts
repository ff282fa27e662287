import { css } from 'lit';

/** From 900 px on, what is about the page stands beside it. */
export const sessionViewStyles = css`
  .page { gap: calc(var(--_u) * 10) calc(var(--_u) * 14) }
  .points { padding-inline-start: 1.3em; list-style: decimal }
  .points ::marker { color: var(--_quiet) }
  .row { display: grid; gap: calc(var(--_u) * 0.5) calc(var(--_u) * 4); justify-items: start }
  .row > :is(.note, .button, .facts) { margin-block-start: calc(var(--_u) * 1.5) }
  .is-closed .said { color: var(--_quiet); text-decoration: line-through; text-decoration-thickness: 1px }
  .aside { padding-inline-start: calc(var(--_u) * 4); border-inline-start: 3px solid var(--_line) }
  .form:has(textarea), .versions > .list { padding-block-start: calc(var(--_u) * 3) }
  .versions > .list { gap: calc(var(--_u) * 8) }
  .sides { display: grid; gap: calc(var(--_u) * 4) calc(var(--_u) * 6) }
  .sides > .list { gap: var(--_u); align-content: start }
  @container coaching (min-width: 480px) {
    .rows > .row { grid-template-columns: 1fr auto; align-items: baseline }
    .row > .act { grid-area: 1 / 2 / span 2; align-self: start; margin: 0 }
    .row > :is(.facts, .note) { grid-column: 1 / -1 }
    .sides { grid: auto / auto-flow 1fr }
  }
  @container coaching (min-width: 900px) {
    .page { grid-template-columns: minmax(0, var(--_measure)) minmax(15em, 20em); justify-content: space-between }
    header { grid-column: 1 / -1 }
    .side {
      grid-area: 2 / 2 / span 2; align-self: start; padding-inline-start: calc(var(--_u) * 7);
      border-inline-start: 1px solid var(--_line);
    }
  }
`;
