import { ContextConsumer } from '@lit/context';
import type { Coaching, LiveQueries } from '@coachkit/core';
import { html, LitElement, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { announceIn } from './announce.js';
import { coachingContext, settingContext, type Setting } from './context.js';
import type { ElementActs } from './element-acts.js';
import { codeOf, type EventDetail, type FailedDetail } from './failed.js';
import { FocusKeeper } from './focus-keeper.js';
import { formatFor, type Format } from './format.js';
import type { LiveController } from './live.js';
import { baseCatalogue, type BaseMessages } from './messages/base.messages.js';
import type { Catalogue, Messages } from './messages/catalogue.js';
import { inheritedLocale, isRightToLeft, spokenLocale, wordsIn } from './messages/speak.js';
import { emptyState, failureNote, skeleton, type EmptyKind } from './states.js';
import { buttons } from './styles/buttons.styles.js';
import { states } from './styles/states.styles.js';
import { tokens } from './styles/tokens.styles.js';
import { type } from './styles/type.styles.js';

// Time for a provider to be defined, or for a host to hand its Coaching over, before words take the skeleton's place.
const patience = 1_000;

/**
 * What all our elements are made of: they get their `Coaching` and their language from the nearest provider, show that
 * they wait, are empty or have failed in one way, and let nothing of that reach the host page but an event.
 *
 * A subclass names its words in `static catalogue` and gives its content in `view()`. docs/elements.md has an example.
 *
 * @fires coaching-failed - something could not be loaded, saved or shown; `detail: { code, tag }`
 * @csspart base - the one box around everything
 */
export abstract class CoachingElement<Words extends Messages = Messages> extends LitElement {
  /** The built-in words of the element. */
  static readonly catalogue: Catalogue<Messages>;

  /** @internal */
  static override styles: CSSResultGroup = [tokens, type, buttons, states];

  /** @internal */
  static override properties = { coaching: { attribute: false }, failure: { state: true } };

  /** How many rows the skeleton holds the place of. */
  protected readonly skeletonRows: number = 4;

  /** What `attempt` has met last; shown by `failureNote()`. Undefined again when the next attempt begins. */
  declare protected failure: unknown;

  /** For parts that are fetched on demand. */
  protected readonly acts: ElementActs = {
    wordsOf: (words) => this.wordsOf(words),
    format: () => this.format,
    announce: (text) => this.announce(text),
    report: (error) => this.report(error),
    sentenceFor: (error) => this.sentenceFor(error),
    ask: (name, detail) => this.ask(name, detail),
    emit: (name, detail) => this.emit(name, detail),
    focusOn: (selector) => this.focusOn(selector),
    draw: () => this.requestUpdate(),
  };

  #own: Coaching | undefined;
  #inherited: Coaching | undefined;
  #broken: unknown;
  #hasWaited = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #locale: string | undefined;
  #words = new Map<unknown, Messages>();
  readonly #setting = new ContextConsumer(this, {
    context: settingContext,
    subscribe: true,
    callback: () => {
      this.#locale = undefined;
    },
  });

  constructor() {
    super();
    new FocusKeeper(this);
    new ContextConsumer(this, {
      context: coachingContext,
      subscribe: true,
      callback: (coaching) => {
        const before = this.coaching;
        this.#inherited = coaching;
        // So that `changed.has('coaching')` is true in a subclass, wherever it comes from.
        this.requestUpdate('coaching', before);
      },
    });
  }

  /** What the element acts on: its own when the host has set one, else that of the nearest provider. */
  get coaching(): Coaching | undefined {
    return this.#own ?? this.#inherited;
  }
  set coaching(coaching: Coaching | undefined) {
    this.#own = coaching;
  }

  /** The content, once there is a `Coaching`. */
  protected abstract view(coaching: Coaching): unknown;

  /** The words of this element in the language in use. */
  protected get words(): Words {
    return this.wordsOf((this.constructor as typeof CoachingElement).catalogue as Catalogue<Words>);
  }

  /** The words that all elements use. */
  protected get base(): BaseMessages {
    return this.wordsOf(baseCatalogue);
  }

  /** Dates, numbers and lists in the language in use. */
  protected get format(): Format {
    return formatFor(this.locale);
  }

  /** The language in use, as a BCP 47 tag. */
  protected get locale(): string {
    if (!this.#locale) {
      const { part } = (this.constructor as typeof CoachingElement).catalogue;
      this.#locale = spokenLocale(part, this.#askedLocale, this.#setting.value?.messages ?? []);
      this.#words.clear();
    }
    return this.#locale;
  }

  get #askedLocale(): string {
    return this.#setting.value?.locale ?? inheritedLocale(this);
  }

  /** The words of another catalogue, such as `rulesCatalogue`, in the language in use. */
  protected wordsOf<Part extends Messages>(catalogue: Catalogue<Part>): Part {
    const { locale } = this;
    let words = this.#words.get(catalogue);
    if (!words) this.#words.set(catalogue, (words = wordsIn(catalogue, locale, this.#setting.value?.messages ?? [])));
    return words as Part;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // It may have moved to where another language is spoken.
    this.#locale = undefined;
    this.#timer = setTimeout(() => {
      this.#hasWaited = true;
      this.requestUpdate();
    }, patience);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#hasWaited = false;
  }

  /**
   * Loads or saves. A rejection ends here: it is told to the host by `coaching-failed`, to a screen reader in words,
   * and is kept in `failure`.
   * @returns what the job resolved with, or undefined when it failed
   */
  protected async attempt<T>(job: () => T | Promise<T>): Promise<T | undefined> {
    this.failure = undefined;
    try {
      return await job();
    } catch (error) {
      this.failure = error;
      this.report(error);
      this.announce(this.sentenceFor(error));
      return undefined;
    }
  }

  /** The sentence for a failure, from the catalogue. Never the text of an exception. */
  protected sentenceFor(error: unknown): string {
    const code = codeOf(error);
    return code === 'unexpected' ? this.base.unexpected : this.base.error(code);
  }

  /** Tells the host page that something failed. @internal */
  report(error: unknown): void {
    this.emit('coaching-failed', { code: codeOf(error), tag: this.localName } satisfies FailedDetail);
  }

  /** Tells the host what has happened: past tense, the element's name in it, ids in the detail and never words. */
  protected emit(name: `coaching-${string}`, detail: EventDetail = {}): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  /** Asks the host before something happens. @returns false when it says no with `preventDefault()` */
  protected ask(name: `coaching-${string}`, detail: EventDetail = {}): boolean {
    return this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, cancelable: true, detail }));
  }

  /** Has a screen reader say a text, politely, through the one live region of the provider. */
  protected announce(text: string): void {
    const own = this.renderRoot.querySelector('#said');
    if (this.#setting.value) this.#setting.value.announce(text);
    else if (own) announceIn(own, text);
  }

  /** Moves the focus after the next update, to the first match in this element. */
  protected async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** The content of a live query, or what stands there while it loads or when it failed. */
  protected show<Name extends keyof LiveQueries>(
    live: LiveController<Name>,
    content: (data: LiveQueries[Name]['result']) => unknown,
  ): unknown {
    const { snapshot, data } = live;
    const note =
      snapshot.status === 'failed'
        ? this.failureNote(snapshot.error, () => {
            live.refresh();
          })
        : nothing;
    if (data !== undefined) return html`${note}${content(data)}`;
    return snapshot.status === 'failed' ? note : this.skeleton();
  }

  /** What went wrong in the last attempt, in a sentence; nothing when nothing did. */
  protected failureNote(error: unknown = this.failure, retry?: () => void): TemplateResult | typeof nothing {
    return error === undefined ? nothing : failureNote(this.sentenceFor(error), this.base.retry, retry);
  }

  /** One of the three kinds of empty: a heading, a sentence on what it means, at most one thing to do. */
  protected empty(kind: EmptyKind, heading: string, text?: string, action?: unknown): TemplateResult {
    return emptyState(kind, heading, text, action);
  }

  /** Rows in the height of what is being loaded. */
  protected skeleton(rows: number = this.skeletonRows): TemplateResult {
    return skeleton(rows, this.base.loading);
  }

  /** Subclasses give their content in `view()`. @internal */
  protected override render(): TemplateResult {
    const setting = this.#setting.value;
    const { locale } = this;
    // Where no language was asked for and ours is that of the page, the direction of the page holds.
    const inherits = !setting?.localeGiven && locale === this.#askedLocale;
    return html`<div
      class="coaching"
      part="base"
      lang=${locale}
      dir=${inherits ? nothing : isRightToLeft(locale) ? 'rtl' : 'ltr'}
      data-density=${setting?.density ?? nothing}
    >
      ${this.#content(setting)} ${setting ? nothing : html`<div id="said" class="spoken" role="status"></div>`}
    </div>`;
  }

  #content(setting: Setting | undefined): unknown {
    if (this.#broken !== undefined) {
      return this.failureNote(this.#broken, () => {
        this.#broken = undefined;
        this.requestUpdate();
      });
    }
    if (this.coaching) return this.view(this.coaching);
    if (setting?.failure !== undefined) return this.failureNote(setting.failure, setting.retry);
    if (setting?.waiting || !this.#hasWaited) return this.skeleton();
    return html`<p class="note hint">${setting ? this.base.noCoaching : this.base.noProvider}</p>`;
  }

  /** An error on the way to the screen is ours: it becomes the error state and never reaches the page. @internal */
  protected override scheduleUpdate(): void {
    try {
      void super.scheduleUpdate();
    } catch (error) {
      const isNews = this.#broken === undefined;
      this.#broken = error ?? 'unexpected';
      // Past the hooks of controllers and subclasses, one of which may be what throws.
      super.update(new Map());
      if (isNews) this.report(error);
    }
  }
}
