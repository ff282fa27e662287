import type { DemoPerson } from '@coachkit/core/demo';
import { html, nothing, type TemplateResult } from 'lit';
import { byDepartment, findPeople } from './find-people.js';
import { pageHead } from './page-head.js';
import { initialsOf, suggestionsAmong } from './people.js';
import { titles } from './words.js';

/** What the sign-in page shows and does. */
export interface SignIn {
  readonly people: readonly DemoPerson[];
  /** What stands in the search field. */
  readonly query: string;
  readonly search: (query: string) => void;
  readonly choose: (person: DemoPerson) => void;
  /** Who is signed in already. */
  readonly current: DemoPerson | undefined;
  /** Whether another page was asked for, which is shown afterwards. */
  readonly isOnTheWay: boolean;
}

const groups = [
  ['learning', 'Learning and development'],
  ['manager', 'Managers'],
  ['employee', 'Employees'],
] as const;

/** Everybody one can be: those who show something in particular, then all by role and department. */
export function signInPage(sign: SignIn): TemplateResult {
  const { people, query, search, choose, isOnTheWay } = sign;
  const found = query.trim() === '' ? undefined : findPeople(people, query);
  const [first] = found ?? [];
  return html`<div class="narrow" @keydown=${move}>
    ${pageHead(titles['sign-in'])}
    <p class="lead">
      ${
        isOnTheWay
          ? 'Choose somebody to open the page you asked for. Everybody sees what is theirs to see.'
          : 'Northwind is a made-up company. Be anybody in it: what you enter is kept on its server, and the others see it. Each window can be somebody else.'
      }
    </p>
    <form
      class="search"
      role="search"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        if (first) choose(first);
      }}
    >
      <label for="find">Find somebody by name, job or team</label>
      <input
        id="find"
        type="search"
        autocomplete="off"
        spellcheck="false"
        maxlength="80"
        .value=${query}
        @input=${({ target }: InputEvent) => search((target as HTMLInputElement).value)}
      />
      <p class="quiet" role="status">${found === undefined ? nothing : countOf(found.length)}</p>
    </form>
    ${found === undefined ? everybody(sign) : list(found, sign)}
  </div>`;
}

function everybody(sign: SignIn): TemplateResult {
  return html`<section aria-labelledby="suggested">
      <h2 id="suggested">Good to begin with</h2>
      <ul class="people">
        ${suggestionsAmong(sign.people).map(({ person, why }) => row(person, sign, why))}
      </ul>
    </section>
    ${groups.map(([group, heading]) => {
      const members = sign.people.filter((person) => person.group === group);
      return html`<section aria-labelledby=${group}>
        <h2 id=${group}>${heading} <span class="quiet count">${members.length}</span></h2>
        ${group === 'learning' ? list(members, sign) : departments(members, sign)}
      </section>`;
    })}`;
}

function departments(members: readonly DemoPerson[], sign: SignIn): readonly TemplateResult[] {
  return byDepartment(members).map(
    ([department, inside]) =>
      html`<details class="department">
        <summary>${department} <span class="quiet count">${inside.length}</span></summary>
        ${list(inside, sign)}
      </details>`,
  );
}

function list(members: readonly DemoPerson[], sign: SignIn): TemplateResult {
  return html`<ul class="people">
    ${members.map((person) => row(person, sign))}
  </ul>`;
}

function row(person: DemoPerson, { choose, current }: SignIn, why?: string): TemplateResult {
  const { name, jobTitle, place } = person;
  return html`<li>
    <button type="button" class="person" @click=${() => choose(person)}>
      <span class="initials" aria-hidden="true">${initialsOf(person)}</span>
      <span class="person-words">
        <span class="name"><bdi>${name}</bdi>${current?.id === person.id ? html` <span class="tag">signed in</span>` : nothing}</span>
        <span class="quiet">${jobTitle}, ${place}</span>
        ${why === undefined ? nothing : html`<span class="why">${why}</span>`}
      </span>
    </button>
  </li>`;
}

function countOf(found: number): string {
  if (found === 0) return 'Nobody matches. Try a part of the name.';
  return found === 1 ? '1 person. Enter signs in.' : `${found} people. Enter signs in as the first.`;
}

/** Up and down go through search field, people and departments that are on the screen. */
function move(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || !(event.currentTarget instanceof HTMLElement)) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('#find, .person, summary')].filter((stop) =>
    stop.checkVisibility(),
  );
  const here = stops.findIndex((stop) => stop === event.target);
  const next = here < 0 ? undefined : stops[here + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
