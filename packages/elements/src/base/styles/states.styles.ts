import { css } from 'lit';

/** What stands in the flow instead of, or beside, the content: notes, the kinds of empty, the skeleton. */
export const states = css`
  .note {
    display: grid; gap: calc(var(--_u) * 1.5); justify-items: start; padding: var(--_u) 0;
    padding-inline-start: calc(var(--_u) * 4); border-inline-start: 3px solid var(--_edge);
  }
  .note-caution { border-color: var(--_caution) }
  .note-critical { border-color: var(--_critical) }
  .note-accent { border-color: var(--_accent) }
  .empty {
    display: grid; gap: var(--_u); justify-items: start; padding-block: calc(var(--_u) * 4);
    border-block: 1px solid var(--_line);
  }
  .empty > p { max-inline-size: 62ch }
  .empty .buttons { padding-block-start: calc(var(--_u) * 2) }
  .skeleton > * {
    display: grid; align-items: center; block-size: calc(var(--_row) + var(--_u) * 4);
    border-block-end: 1px solid var(--_line);
  }
  .skeleton > ::before {
    content: ''; inline-size: 62%; block-size: 0.75em; border-radius: var(--_radius-in); background: var(--_track);
  }
  .skeleton > :nth-child(3n)::before { inline-size: 45% }
`;
