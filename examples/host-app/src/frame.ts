import type { DemoPerson } from '@coachkit/core/demo';
import { html, nothing, type TemplateResult } from 'lit';
import { homeOf, sectionsOf, type Section } from './people.js';
import { settingsMenu, type SettingsChanges } from './settings-menu.js';
import { addressOf, type Route } from './routes.js';
import { titles } from './words.js';

/** What stands around every page. */
export interface Frame extends SettingsChanges {
  readonly route: Route;
  readonly person: DemoPerson | undefined;
  readonly notice: string | undefined;
  readonly content: unknown;
}

/** The application around a page: header with what this person has a use for, notices, the page, the foot. */
export function frame({ route, person, notice, content, ...changes }: Frame): TemplateResult {
  return html`<a class="skip" href="#main" @click=${skip}>Skip to the content</a>
    <header class="bar">
      <div class="bar-inside">
        <a class="brand" href=${addressOf((person && homeOf(person)) ?? { page: 'sign-in' })}>
          <img src="/mark.svg" alt="" width="28" height="28" />
          <span>Northwind People</span>
        </a>
        ${person ? sections(person, route) : nothing} ${settingsMenu(person, changes)}
      </div>
    </header>
    <main id="main" tabindex="-1">
      ${notice === undefined ? nothing : html`<p class="notice" role="status">${notice}</p>`} ${content}
    </main>
    <footer class="foot">
      <p>Northwind is made up, and so is everybody in it. The coaching pages are CoachKit elements.</p>
    </footer>`;
}

function sections(person: DemoPerson, route: Route): TemplateResult {
  return html`<nav class="sections" aria-label="Sections">
    <ul>
      ${sectionsOf(person).map((page) => {
        const place = page === route.page ? 'page' : page === sectionOf(route) ? 'true' : nothing;
        return html`<li><a href=${addressOf({ page })} aria-current=${place}>${titles[page]}</a></li>`;
      })}
    </ul>
  </nav>`;
}

/** The section that a page lies in. */
export function sectionOf(route: Route): Section | undefined {
  switch (route.page) {
    case 'team':
    case 'record':
    case 'person':
      return 'team';
    case 'session':
      return route.section === 'manager' ? 'team' : 'development';
    case 'development':
    case 'programme':
      return route.page;
    default:
      return undefined;
  }
}

function skip(event: Event): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('#main')?.focus();
}
