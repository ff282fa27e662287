import { css } from 'lit';

/**
 * The 23 public tokens, each read once with its default into a private name on the element's own root. A host sets a
 * token on any ancestor and it inherits through the shadow roots; our styles never set one. All else (hover, soft
 * fills, heights, inner radius) is derived here and private. docs/elements.md lists them.
 *
 * Under forced colours the browser itself replaces text, fills and edges; only what it leaves alone is named here.
 * Dark follows `color-scheme` through `light-dark()`. Breakpoints are those of the container `coaching`: 280, 480, 720
 * and 1080 px, never of the window.
 */
export const tokens = css`
  .coaching {
    --_strong: var(--coaching-font-strong, 600); --_heading-font: var(--coaching-heading-font, inherit);
    --_small: max(0.875em, 12px); --_large: 1.125em; --_title: 1.5em; --_figure: 2em;
    --_quiet: var(--coaching-text-quiet, light-dark(#596070, #a7aebb));
    --_accent: var(--coaching-accent, light-dark(#2357c4, #93b4ff));
    --_on-accent: var(--coaching-on-accent, light-dark(#fff, #0d1a36));
    --_surface: var(--coaching-surface, light-dark(#fff, #17191e));
    --_raised: var(--coaching-surface-raised, light-dark(#fff, #22252c));
    --_line: var(--coaching-line, light-dark(rgb(20 28 45 / 0.12), rgb(225 232 245 / 0.16)));
    --_edge: var(--coaching-line-strong, light-dark(#858c99, #7c8493));
    --_positive: var(--coaching-positive, light-dark(#1b7348, #76d3a4));
    --_caution: var(--coaching-caution, light-dark(#875400, #efc063));
    --_critical: var(--coaching-critical, light-dark(#b3261e, #ff9f96));
    --_data: var(--coaching-data, var(--_accent));
    --_data-quiet: var(--coaching-data-quiet, light-dark(#9aa3b2, #6f7888));
    --_accent-soft: color-mix(in oklab, var(--_accent) 10%, transparent);
    --_accent-hover: color-mix(in oklab, var(--_accent) 88%, light-dark(#000, #fff));
    --_hover: light-dark(rgb(20 28 45 / 0.05), rgb(225 232 245 / 0.07));
    --_track: light-dark(rgb(20 28 45 / 0.07), rgb(225 232 245 / 0.1)); --_radius: var(--coaching-radius, 8px);
    --_radius-in: max(0px, var(--_radius) - 2px); --_u: var(--coaching-space, 4px);
    --_control: max(24px, calc(var(--_u) * 9)); --_control-small: max(24px, calc(var(--_u) * 7));
    --_row: calc(var(--_u) * 11); --_measure: var(--coaching-measure, 640px);
    --_focus: var(--coaching-focus, 2px solid var(--_accent));
    --_shadow: var(--coaching-shadow, 0 1px 2px light-dark(rgb(20 28 45 / 0.1), rgb(0 0 0 / 0.5)), 0 8px 24px light-dark(rgb(20 28 45 / 0.14), rgb(0 0 0 / 0.5)));
    --_motion: var(--coaching-motion, 160ms) ease-out; color: var(--coaching-text, inherit);
    font-family: var(--coaching-font, inherit); font-size: var(--coaching-font-size, 1em);
  }
  [data-density='compact'] { --_u: 3px }
  [data-density='roomy'] { --_u: 5px }
  @media (prefers-reduced-motion: reduce) {
    .coaching { --_motion: 0ms }
  }
  @media (prefers-contrast: more) {
    .coaching { --_quiet: currentColor; --_line: var(--_edge) }
  }
  @media (forced-colors: active) {
    .coaching {
      --_line: CanvasText; --_edge: ButtonText; --_data: Highlight; --_data-quiet: GrayText;
      --_focus: 2px solid Highlight;
    }
  }
  @media print {
    .coaching {
      --_quiet: #333; --_accent: #000; --_line: #999; --_surface: #fff; --_raised: #fff; --_data: #444;
      --_data-quiet: #999; --_track: transparent; --_accent-soft: transparent; --_shadow: none; color: #000;
      color-scheme: light; font-size: 9.5pt;
    }
  }
`;
