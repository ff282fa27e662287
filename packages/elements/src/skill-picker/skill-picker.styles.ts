import { css } from 'lit';

/** A field takes the width it is given and the height of its own content; the line below it is always there. */
export const skillPickerStyles = css`
  .input:disabled {
    color: var(--_quiet);
    cursor: not-allowed;
  }
`;
