import type { Decorator } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';

/** What the toolbar says before anybody touches it; a story may then say otherwise for itself. */
export const ordinary = { theme: 'light', locale: 'en-GB', direction: 'ltr', density: 'comfortable', width: 'full' };

/** What the toolbar says. */
type Choices = { readonly [Name in keyof typeof ordinary]: string };

// So that only what came from the toolbar is taken away again.
const given = new WeakMap<Element, Set<string>>();

function hand(provider: Element, name: 'locale' | 'density', value: string): void {
  const names = given.get(provider) ?? new Set();
  if (value !== ordinary[name]) {
    provider.setAttribute(name, value);
    given.set(provider, names.add(name));
  } else if (names.delete(name)) provider.removeAttribute(name);
}

/**
 * Puts a story into the page the toolbar asks for: colour scheme, language, writing direction and width come from the
 * page, as they do in a host; language and density are also handed to every provider in the story.
 */
export const withSurroundings: Decorator = (story, { globals }) => {
  const choices: Choices = { ...ordinary, ...globals };
  const page = document.documentElement;
  page.lang = choices.locale;
  page.dir = choices.direction;
  page.dataset['theme'] = choices.theme;
  const tellProviders = (canvas?: Element): void => {
    for (const provider of canvas?.querySelectorAll('coaching-provider') ?? []) {
      hand(provider, 'locale', choices.locale);
      hand(provider, 'density', choices.density);
    }
  };
  return html`<div class="surroundings" data-width=${choices.width} ${ref(tellProviders)}>${story()}</div>`;
};
