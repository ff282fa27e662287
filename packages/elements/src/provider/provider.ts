import { ContextProvider } from '@lit/context';
import type { Coaching } from '@coachkit/core';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { announceIn } from '../base/announce.js';
import { coachingContext, settingContext, type Density, type Setting } from '../base/context.js';
import { codeOf, type FailedDetail } from '../base/failed.js';
import type { Translation } from '../base/messages/catalogue.js';
import { inheritedLocale, validLocale } from '../base/messages/speak.js';
import { DemoSession, type DemoRequest } from './demo-session.js';
import { providerStyles } from './provider.styles.js';
import type { SyncPlace } from './sync-place.js';

/**
 * Hands a `Coaching`, a language and a look to every CoachKit element inside it, however deep, and says what happens
 * through one polite live region. It has no box: it can be put around a whole page.
 *
 * Where the `coaching` has a server, it also says so over the page when that cannot be reached, when somebody has to
 * sign in again, and when changes were not accepted (`coaching-sync-status`). Nothing on the page moves for it.
 *
 * @tag coaching-provider
 * @fires coaching-failed - the sample organisation could not be made; `detail: { code, tag }`
 * @fires coaching-sign-in-wanted - the session of the host has ended and somebody wants to sign in again
 * @csspart sync-status - what lies over the page, to put it elsewhere: `inset-block: auto 8px`
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

  /**
   * Shows a sample organisation in place of a `coaching` that is not set: `demo`, or `demo="7"` for another one. What
   * people enter is kept until the page is closed.
   */
  @property() demo: string | number | boolean | null | undefined;

  /** Whom the sample organisation signs in: `manager`, `employee`, `learning`, or a person by id. */
  @property() as: string | undefined;

  /** Shows nothing over the page: the host has its own place for `coaching-sync-status`, or none. */
  @property({ type: Boolean, attribute: 'no-sync-status' }) noSyncStatus = false;

  readonly #demo = new DemoSession(
    this,
    () => this.#demoRequest,
    (error) => {
      this.#report(error);
    },
  );
  #syncPlace: SyncPlace | undefined;
  readonly #coaching = new ContextProvider(this, { context: coachingContext });
  readonly #setting = new ContextProvider(this, { context: settingContext, initialValue: this.#settingNow() });

  override connectedCallback(): void {
    // Before the elements inside ask.
    this.#provide();
    super.connectedCallback();
  }

  // After the controllers, which know by then whether a sample is being made.
  protected override update(changed: PropertyValues): void {
    this.#provide();
    if (!this.#syncPlace && this.#hasServer) void this.#findPlace();
    super.update(changed);
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>
      <div role="status"></div>
      ${this.#syncPlace?.isFirst ? this.#syncPlace.element : nothing}`;
  }

  #provide(): void {
    this.#coaching.setValue(this.coaching ?? this.#demo.coaching);
    this.#setting.setValue(this.#settingNow());
  }

  get #hasServer(): boolean {
    return !this.noSyncStatus && this.coaching !== undefined && this.coaching.sync.getStatus().connection !== 'local';
  }

  async #findPlace(): Promise<void> {
    // Without it every element still says where its own words are; the next change of the provider tries again.
    const part = await import('./sync-place.js').catch(() => undefined);
    if (!part) return;
    this.#syncPlace ??= new part.SyncPlace(this, () => (this.noSyncStatus ? undefined : this.coaching));
    this.requestUpdate();
  }

  get #demoRequest(): DemoRequest | undefined {
    const { coaching, demo, as } = this;
    if (coaching || demo === undefined || demo === null || demo === false) return undefined;
    // `demo` alone, `demo="true"` and a seed that is no number mean the usual sample.
    const seed = typeof demo === 'boolean' ? NaN : parseInt(String(demo), 10);
    return { ...(Number.isNaN(seed) ? {} : { seed }), ...(as ? { as } : {}) };
  }

  #report(error: unknown): void {
    const detail: FailedDetail = { code: codeOf(error), tag: this.localName };
    this.dispatchEvent(new CustomEvent('coaching-failed', { bubbles: true, composed: true, detail }));
  }

  #settingNow(): Setting {
    const { locale, density, messages } = this;
    return {
      locale: locale ? validLocale(locale) : inheritedLocale(this),
      localeGiven: Boolean(locale),
      density,
      messages: [messages ?? []].flat(),
      waiting: this.#demo.isWaiting,
      failure: this.#demo.failure,
      retry: () => {
        this.#demo.retry();
      },
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
