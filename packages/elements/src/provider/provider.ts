import { ContextProvider } from '@lit/context';
import type { Coaching } from '@coachkit/core';
import { html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { announceIn } from '../base/announce.js';
import { coachingContext, settingContext, type Density, type Setting } from '../base/context.js';
import type { Translation } from '../base/messages/catalogue.js';
import { inheritedLocale, validLocale } from '../base/messages/speak.js';
import { providerStyles } from './provider.styles.js';

/**
 * Hands a `Coaching`, a language and a look to every CoachKit element inside it, however deep, and says what happens
 * through one polite live region. It has no box: it can be put around a whole page.
 *
 * @tag coaching-provider
 * @slot - the part of the page that holds CoachKit elements
 */
export class CoachingProvider extends LitElement {
  /** @internal */
  static override styles = providerStyles;

  /** What the elements inside act on. Property only. */
  @property({ attribute: false }) coaching: Coaching | undefined;

  /** Language of the elements inside, as a BCP 47 tag; that of the page when absent. */
  @property() locale: string | undefined;

  /** `light` or `dark` instead of what the page has (`auto`, and when absent). */
  @property({ reflect: true }) theme: 'light' | 'dark' | 'auto' | undefined;

  /** How tightly the elements are set. */
  @property() density: Density | undefined;

  /** Languages besides English and changed words, from `defineMessages` and `changeMessages`. Property only. */
  @property({ attribute: false }) messages: Translation | readonly Translation[] | undefined;

  readonly #coaching = new ContextProvider(this, { context: coachingContext });
  readonly #setting = new ContextProvider(this, { context: settingContext, initialValue: this.#settingNow() });

  override connectedCallback(): void {
    // Before the elements inside ask.
    this.#provide();
    super.connectedCallback();
  }

  protected override willUpdate(): void {
    this.#provide();
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>
      <div role="status"></div>`;
  }

  #provide(): void {
    this.#coaching.setValue(this.coaching);
    this.#setting.setValue(this.#settingNow());
  }

  #settingNow(): Setting {
    const { locale, density, messages } = this;
    return {
      locale: locale ? validLocale(locale) : inheritedLocale(this),
      localeGiven: Boolean(locale),
      density,
      messages: [messages ?? []].flat(),
      waiting: false,
      failure: undefined,
      retry: () => undefined,
      announce: (text) => {
        const region = this.renderRoot.querySelector('[role=status]');
        if (region) announceIn(region, text);
      },
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'coaching-provider': CoachingProvider;
  }
}
