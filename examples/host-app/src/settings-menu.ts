import type { DemoPerson } from '@coachkit/core/demo';
import { html, nothing, type TemplateResult } from 'lit';
import { initialsOf } from './people.js';
import { languages, preferences, type Appearance } from './preferences.js';

/** What can be changed from the menu. */
export interface SettingsChanges {
  readonly setAppearance: (appearance: Appearance) => void;
  readonly setLanguage: (tag: string) => void;
  readonly signOut: () => void;
  readonly reset: () => void;
}

const appearances = [
  ['auto', 'As the device'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const;

/** The menu at the end of the header: who is signed in, how the application looks, and the sample itself. */
export function settingsMenu(
  person: DemoPerson | undefined,
  { setAppearance, setLanguage, signOut, reset }: SettingsChanges,
): TemplateResult {
  return html`<details class="menu" @keydown=${closeOnEscape} @focusout=${closeBehind}>
      <summary>
        ${
          person
            ? html`<span class="initials" aria-hidden="true">${initialsOf(person)}</span
                ><span class="menu-name"><bdi>${person.name}</bdi></span>`
            : html`<span>Settings</span>`
        }
      </summary>
      <div class="menu-panel" @click=${closeAfterLink}>
        ${
          person
            ? html`<div class="who">
                <p class="name"><bdi>${person.name}</bdi></p>
                <p class="quiet">${person.jobTitle}, ${person.place}</p>
                <p class="buttons">
                  <a class="button" href="/">Switch person</a>
                  <button type="button" class="button" @click=${signOut}>Sign out</button>
                </p>
              </div>`
            : nothing
        }
        <fieldset>
          <legend>Appearance</legend>
          ${appearances.map(
            ([value, label]) =>
              html`<label
                ><input
                  type="radio"
                  name="appearance"
                  value=${value}
                  ?checked=${preferences.appearance === value}
                  @change=${() => setAppearance(value)}
                />
                ${label}</label
              >`,
          )}
        </fieldset>
        <label class="select"
          >Language
          <select @change=${({ target }: Event) => setLanguage((target as HTMLSelectElement).value)}>
            ${languages.map(
              ({ tag, name }) => html`<option value=${tag} ?selected=${preferences.language === tag}>${name}</option>`,
            )}
          </select>
        </label>
        <button type="button" class="button" @click=${askForReset}>Reset the sample…</button>
      </div>
    </details>
    <dialog class="dialog" id="reset" aria-labelledby="reset-title" @close=${focusMenu}>
      <form method="dialog">
        <h2 id="reset-title">Reset the sample?</h2>
        <p>Everything that was entered is removed, for everybody, and the company is drawn anew.</p>
        <p class="buttons">
          <button type="button" class="button primary" @click=${reset}>Reset the sample</button>
          <button class="button" autofocus>Keep it</button>
        </p>
      </form>
    </dialog>`;
}

function askForReset(event: Event): void {
  menuOf(event)?.removeAttribute('open');
  document.querySelector<HTMLDialogElement>('#reset')?.showModal();
}

/** The button that opened the dialog is folded away by then. */
function focusMenu(): void {
  document.querySelector<HTMLElement>('.menu > summary')?.focus();
}

function closeOnEscape(event: KeyboardEvent): void {
  const menu = menuOf(event);
  if (event.key !== 'Escape' || !menu?.open) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
}

/** Closes when the focus goes to somewhere else on the page, and stays when it goes to another window. */
function closeBehind(event: FocusEvent): void {
  const menu = menuOf(event);
  if (menu && event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) menu.open = false;
}

function closeAfterLink(event: Event): void {
  const menu = menuOf(event);
  if (menu && event.target instanceof Element && event.target.closest('a, .who button')) menu.open = false;
}

function menuOf({ target }: Event): HTMLDetailsElement | undefined {
  return target instanceof Element ? (target.closest<HTMLDetailsElement>('details.menu') ?? undefined) : undefined;
}
