import { css } from 'lit';

/**
 * The form in one column of the measure; from 900 px with the panel beside it. What takes the focus comes to stand above
 * the foot bar (the scroll margin). The bar has the height of three lines, two where there is room, so that a longer
 * sentence moves nothing; in the narrowest place its button stands below them.
 */
export const sessionFormStyles = css`
  .form, .main, .step, .rail, .aside { display: grid; grid-template-columns: minmax(0, 1fr); align-content: start }
  .form { gap: calc(var(--_u) * 8) calc(var(--_u) * 14); max-inline-size: var(--_measure); overflow-wrap: anywhere }
  .main { gap: calc(var(--_u) * 10) }
  .main * { scroll-margin-block-end: 8.5em }
  .head, .done { display: grid; gap: var(--_u); justify-items: start }
  .head > *, .done > * { min-inline-size: 0; max-inline-size: 100% }
  .title:focus { outline: 0 }
  .done { gap: calc(var(--_u) * 4) }
  .step { gap: calc(var(--_u) * 3) }
  :is(.step, .aside) > .group-head { padding: 0 }
  .step-number { display: inline-block; min-inline-size: 1.35em; font-weight: 400 }
  .fact {
    min-block-size: 24px; max-inline-size: 100%; padding: 0; border: 0;
    border-block-end: 1px dashed var(--_edge); border-radius: 0; background: none; field-sizing: content;
    appearance: none; cursor: pointer; text-overflow: ellipsis;
  }
  .fact:hover { border-block-end-style: solid }
  .fact[aria-invalid], .input[aria-invalid] { border-color: var(--_critical) }
  option { background: var(--_raised) }
  summary { display: flex; gap: 0.5em; align-items: start; cursor: pointer; list-style: none }
  summary::-webkit-details-marker { display: none }
  .head .icon { margin-block-start: 0.15em }
  summary u { display: inline-block; color: var(--_accent); text-underline-offset: 0.18em }
  .head .note { margin-block: calc(var(--_u) * 2) }
  .ask > summary {
    display: inline-flex; align-items: center; min-block-size: max(24px, calc(var(--_u) * 7)); color: var(--_accent);
    font-size: var(--_small);
  }
  .ask[open] { flex: 1 0 100% }
  .ask[open] > summary { margin-block-end: var(--_u) }
  .ask[open] > summary > .icon-flips { rotate: 90deg }
  .questions, .last { display: grid; gap: calc(var(--_u) * 2.5); padding-block: calc(var(--_u) * 2) }
  .last { gap: calc(var(--_u) * 1.5); padding-inline-start: 1.1em; list-style: disc }
  .last ::marker { color: var(--_quiet) }
  .past { display: grid; gap: calc(var(--_u) * 1.5) calc(var(--_u) * 4); align-items: baseline }
  .past > * { min-inline-size: 0 }
  .is-closed > div > :first-child { color: var(--_quiet); text-decoration: line-through 1px }
  .kept { display: flex; flex-wrap: wrap; align-items: center; gap: var(--_u) calc(var(--_u) * 2) }
  kbd {
    padding: 0 0.4em; border: 1px solid var(--_line); border-radius: 4px; font: inherit; font-size: 0.92em;
  }
  :is(.hint, .foot-say) .button-text { margin-inline: 0; padding-inline: 0; color: var(--_accent); font-size: inherit }
  .lines .text { min-inline-size: 0 }
  .lines .under .hint { margin: 0 }
  .marked { display: grid; min-inline-size: 0; margin-inline: calc(var(--_u) * -2) 0 }
  .marked > .text { grid-area: 1 / 1; padding-inline: calc(var(--_u) * 2); white-space: pre-wrap; overflow-wrap: anywhere }
  .marked > ::placeholder { color: var(--_quiet); opacity: 1 }
  .marked > div { color: transparent }
  mark {
    border-radius: 3px; background: var(--_accent-soft); box-shadow: 0 0 0 2px var(--_accent-soft); color: inherit;
  }
  .lines .reading, .after { flex-wrap: wrap; gap: 0 calc(var(--_u) * 4) }
  .after { display: flex; align-items: center; justify-content: space-between; row-gap: calc(var(--_u) * 2) }
  .lines :is(.reading, .error-text) { display: flex }
  .reading b { color: var(--_accent); font-weight: var(--_strong) }
  .course { display: flex; flex-wrap: wrap; align-items: center; gap: var(--_u) calc(var(--_u) * 3) }
  .course > p { flex: 1 1 12em; min-inline-size: 0 }
  .course > .button-icon { margin: 0 }
  .other { display: grid; padding-inline-start: calc(var(--_u) * 3); border-inline-start: 2px solid var(--_line) }
  .rail { gap: calc(var(--_u) * 6) }
  .aside { gap: calc(var(--_u) * 2) }
  .rail > * + * { padding-block-start: calc(var(--_u) * 6); border-block-start: 1px solid var(--_line) }
  .ask > .aside { padding-inline-start: calc(var(--_u) * 4); padding-block-end: calc(var(--_u) * 3); border-inline-start: 3px solid var(--_line) }
  .foot {
    position: sticky; inset-block-end: 0; z-index: 2; display: flex; flex-wrap: wrap; align-items: center;
    justify-content: space-between; gap: calc(var(--_u) * 2) calc(var(--_u) * 4); padding-block: calc(var(--_u) * 2);
    border-block-start: 1px solid var(--_line); background: var(--_surface);
  }
  .foot-say {
    display: flex; flex: 1 1 10em; flex-wrap: wrap; align-items: center; gap: var(--_u) calc(var(--_u) * 4);
    min-block-size: 4.9em; color: var(--_quiet); font-size: var(--_small);
  }
  .foot-say .button-text { min-block-size: 24px; text-align: start }
  .keys { display: none }
  @container coaching (min-width: 480px) {
    .past { grid-template-columns: 1fr auto }
    .kept { grid-column: 1 / -1 }
    .foot-say { min-block-size: 3.5em }
  }
  @container coaching (min-width: 34em) {
    .keys { display: flex; gap: 0.75em }
  }
  @container coaching (min-width: 900px) {
    .form {
      grid-template-columns: minmax(0, var(--_measure)) minmax(15em, 20em);
      max-inline-size: calc(var(--_measure) + var(--_u) * 14 + 20em);
    }
    .foot { grid-column: 1 / -1 }
    .rail {
      position: sticky; inset-block-start: calc(var(--_u) * 4); align-self: start;
      padding-inline-start: calc(var(--_u) * 7); border-inline-start: 1px solid var(--_line);
    }
  }
  @media (forced-colors: active) {
    .marked > div { visibility: hidden }
  }
  @media print {
    .fact { border: 0 }
    .lines > :has(.text:focus) { outline: 0 }
    :is(.choice > label, .chip):not(:has(:checked)), .combobox, .keys, .ask, .foot, .after, .reading > * + *, .lines > .screen-only {
      display: none;
    }
  }
`;
