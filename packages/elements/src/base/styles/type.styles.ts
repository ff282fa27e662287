import { css } from 'lit';

/** What every element starts from: a quiet reset, the sizes and ranks of text, icons, focus. */
export const type = css`
  :host { display: block }
  :host([hidden]), [hidden] { display: none !important }
  .coaching {
    container: coaching / inline-size; line-height: 1.5; font-variant-numeric: tabular-nums; text-align: start;
    overflow-wrap: break-word; -webkit-text-size-adjust: 100%;
  }
  .coaching *, .coaching ::before, .coaching ::after { box-sizing: border-box }
  :where(h2, h3, h4, p, ul, ol, dl, dd, figure, fieldset, legend, table) { margin: 0; padding: 0; border: 0 }
  :where(fieldset) { min-inline-size: 0 }
  :where(ul, ol) { list-style: none }
  :where(button, input, select, textarea) { margin: 0; color: inherit; font: inherit; letter-spacing: inherit }
  :where(h2, h3, h4) {
    font-family: var(--_heading-font); font-size: 1em; font-weight: var(--_strong); text-wrap: balance;
  }
  :where(:focus-visible) { outline: var(--_focus); outline-offset: 2px; border-radius: var(--_radius-in) }
  :where(a) { color: var(--_accent); text-underline-offset: 0.18em; text-decoration-thickness: 1px }
  a:hover { text-decoration-thickness: 2px }
  .title { font-size: var(--_title); line-height: 1.25; letter-spacing: -0.012em }
  .section-title { font-size: var(--_large); line-height: 1.3; letter-spacing: -0.006em }
  .small, .hint { font-size: var(--_small); line-height: 1.45 }
  .quiet, .hint { color: var(--_quiet) }
  .strong { font-weight: var(--_strong) }
  .positive { color: var(--_positive) }
  .caution { color: var(--_caution) }
  .critical { color: var(--_critical) }
  .say { display: inline-flex; align-items: baseline; gap: 0.4em }
  .say .icon { align-self: center }
  .dots > * + ::before { content: '\\B7'; margin-inline: 0.4em; color: var(--_quiet) }
  .icon {
    flex: none; inline-size: 1.15em; block-size: 1.15em; vertical-align: -0.22em; fill: none; stroke: currentColor;
    stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round;
  }
  .icon-flips:dir(rtl) { transform: scaleX(-1) }
  .spoken {
    position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%);
    white-space: nowrap;
  }
`;
