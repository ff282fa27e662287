import { html, nothing, svg, type TemplateResult } from 'lit';

/**
 * A bar on a track from 0 to 1, with the likely range as a thin line, set off from the bar. Decoration: the table beside it has the numbers.
 */
export function bar(share: number, interval?: readonly [number, number]): TemplateResult {
  const range = interval?.map((end) => end * 100);
  return html`<svg class="bar" viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
    <rect class="track" x="0" y="1" width="100" height="12" />
    <rect class="mark" x="0" y="1" width=${share * 100} height="12" />
    ${['halo', 'range'].map((kind) =>
      range ? svg`<line class=${kind} x1=${range[0] ?? 0} x2=${range[1] ?? 0} y1="7" y2="7" />` : nothing,
    )}
  </svg>`;
}

/** One value of a series; `undefined` where it is hidden or there is none. */
export type SeriesValue = number | undefined;

/** Columns of a series from 0 to 1, oldest first; the last one is marked. Decoration as above. */
export function columns(values: readonly SeriesValue[]): TemplateResult {
  const width = 100 / values.length;
  return html`<svg class="columns" viewBox="0 0 100 40" preserveAspectRatio="none" aria-hidden="true">
    <line class="axis" x1="0" x2="100" y1="39.5" y2="39.5" />
    ${values.map((value, index) =>
      value === undefined
        ? nothing
        : svg`<rect class=${index === values.length - 1 ? 'mark' : 'mark-quiet'} x=${index * width + width * 0.12}
            y=${39 - value * 38} width=${width * 0.76} height=${value * 38} />`,
    )}
  </svg>`;
}
