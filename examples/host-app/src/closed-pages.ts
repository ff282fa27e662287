import type { DemoPerson } from '@coachkit/core/demo';
import { html, nothing, type TemplateResult } from 'lit';
import { pageHead } from './page-head.js';
import { homeOf } from './people.js';
import { addressOf } from './routes.js';
import { titles } from './words.js';

const reasons = {
  team: 'You coach nobody at present, so there is no team to look after here.',
  development: 'Nobody coaches you at present, so there is no development record of yours.',
  programme: 'The figures of the programme are for those who look after it.',
} as const;

const names = { team: 'my team', development: 'my development', programme: 'the coaching programme' } as const;

/** For somebody who has no use for a section: why, and where to go instead. */
export function notForYouPage(person: DemoPerson, section: keyof typeof reasons): TemplateResult {
  const home = homeOf(person);
  return html`${pageHead('This page is not for you')}
    <p class="lead">${reasons[section]}</p>
    <p class="buttons">
      ${home ? html`<a class="button primary" href=${addressOf(home)}>Go to ${names[home.page]}</a>` : nothing}
      <a class="button" href="/">Switch person</a>
    </p>`;
}

/** For an address that leads nowhere. */
export function unknownPage(person: DemoPerson | undefined): TemplateResult {
  const home = (person && homeOf(person)) ?? ({ page: 'sign-in' } as const);
  return html`${pageHead(titles.unknown)}
    <p class="lead">The address may be mistyped, or the page has moved.</p>
    <p class="buttons"><a class="button primary" href=${addressOf(home)}>Go to the first page</a></p>`;
}

/** For what could not be opened: a server that does not answer, a file that cannot be fetched. */
export function failedPage(again: () => void): TemplateResult {
  return html`${pageHead('This page could not be opened')}
    <p class="lead">What was saved is still there. Check that the demo is still running, then try again.</p>
    <p class="buttons"><button type="button" class="button primary" @click=${again}>Try again</button></p>`;
}

/** Holds the place of a page while it is being opened. */
export function openingPage(title: string): TemplateResult {
  return html`${pageHead(title)}
    <p class="lead" role="status">Opening…</p>`;
}
