import { svg, html, type TemplateResult } from 'lit';

// 16 × 16 line drawings. Decoration only: a word always says the same, so they are hidden from assistive technology.
const icon = (drawing: TemplateResult, flips = ''): TemplateResult =>
  html`<svg class="icon ${flips}" viewBox="0 0 16 16" aria-hidden="true">${drawing}</svg>`;

/** A tick: done, chosen, saved. */
export const checkIcon = (): TemplateResult => icon(svg`<path d="M3 8.5 6.5 12 13 4.5"/>`);

/** A cross: remove, close. */
export const crossIcon = (): TemplateResult => icon(svg`<path d="m4 4 8 8M12 4l-8 8"/>`);

/** A plus: add. */
export const plusIcon = (): TemplateResult => icon(svg`<path d="M8 3v10M3 8h10"/>`);

/** Points to where reading goes on; turns round in right-to-left text. */
export const chevronIcon = (): TemplateResult => icon(svg`<path d="m6 3.5 4.5 4.5L6 12.5"/>`, 'icon-flips');

/** A magnifying glass, at the start of a search field. */
export const searchIcon = (): TemplateResult =>
  icon(svg`<circle cx="7" cy="7" r="4.25"/><path d="m10.2 10.2 3.3 3.3"/>`);

/** An open book: a course. */
export const courseIcon = (): TemplateResult =>
  icon(
    svg`<path d="M8 4.2C6.6 3.2 4.9 2.9 2.5 3v9.3c2.4-.1 4.1.2 5.5 1.2 1.4-1 3.1-1.3 5.5-1.2V3c-2.4-.1-4.1.2-5.5 1.2Zm0 0v9.3"/>`,
  );

/** An eye: who can read this. */
export const eyeIcon = (): TemplateResult =>
  icon(
    svg`<path d="M1.5 8C3 5.2 5.3 3.8 8 3.8S13 5.2 14.5 8C13 10.8 10.7 12.2 8 12.2S3 10.8 1.5 8Z"/><circle cx="8" cy="8" r="1.9"/>`,
  );

/** A triangle: late, refused, needs a look. */
export const warningIcon = (): TemplateResult =>
  icon(svg`<path d="M8 2.5 14.3 13.5H1.7L8 2.5Z"/><path d="M8 6.8v3M8 11.6v.1"/>`);

/** A crossed-out cloud: offline. */
export const offlineIcon = (): TemplateResult =>
  icon(svg`<path d="M5 12.5h6.2a2.8 2.8 0 0 0 1-5.4A4.3 4.3 0 0 0 6 4.3M4.2 6.3a3.1 3.1 0 0 0 .8 6.2M2.5 2.5l11 11"/>`);

/** Three dots: more to do with this. */
export const moreIcon = (): TemplateResult => icon(svg`<path d="M3.5 8h.01M8 8h.01M12.5 8h.01" stroke-width="2.2"/>`);

/** A clock: planned, due. */
export const clockIcon = (): TemplateResult => icon(svg`<circle cx="8" cy="8" r="5.75"/><path d="M8 4.8V8l2.2 1.5"/>`);

/** A speech bubble: a session, a question to ask. */
export const talkIcon = (): TemplateResult => icon(svg`<path d="M2.5 3.5h11v7.5H8l-3 2.5V11H2.5Z"/>`);

/** A flag: a goal. */
export const goalIcon = (): TemplateResult => icon(svg`<path d="M4 14V2.5M4 3h8.5l-2 2.75 2 2.75H4"/>`);

/** Steps: a skill, and evidence for it. */
export const skillIcon = (): TemplateResult => icon(svg`<path d="M2.5 12.5h3v-4h3.5v-3h4.5"/>`);

/** A person. */
export const personIcon = (): TemplateResult =>
  icon(svg`<circle cx="8" cy="5.3" r="2.5"/><path d="M3.2 13.3c.5-2.7 2.3-4 4.8-4s4.3 1.3 4.8 4"/>`);
