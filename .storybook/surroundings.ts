import type { Decorator } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';

/**
 * Puts a story into the page the toolbar asks for: colour scheme, language, writing direction and width come from the
 * page, as they do in a host; language and density are also handed to every provider in the story.
 */
export const withSurroundings: Decorator = (story, { globals }) => {
  const { theme, locale, direction, density, width } = globals as Record<string, string>;
  const page = document.documentElement;
  page.lang = locale ?? 'en-GB';
  page.dir = direction ?? 'ltr';
  page.dataset['theme'] = theme ?? 'light';
  const tellProviders = (canvas?: Element) => {
    for (const provider of canvas?.querySelectorAll('coaching-provider') ?? []) {
      provider.setAttribute('locale', page.lang);
      provider.setAttribute('density', density ?? 'comfortable');
    }
  };
  return html`<div class="surroundings" data-width=${width ?? 'full'} ${ref(tellProviders)}>${story()}</div>`;
};
