import type { RefusedChange, Synchronisation, SyncStatus } from '@coachkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Change } from '../base/changing-element.js';
import type { ElementActs } from '../base/element-acts.js';
import { baseCatalogue, type BaseMessages } from '../base/messages/base.messages.js';
import { termsCatalogue } from '../base/messages/terms.messages.js';
import { saveFile } from '../base/save-file.js';
import { skeleton } from '../base/states.js';
import { attentionList } from './attention-list.js';
import { attentionCatalogue } from './attention.messages.js';
import { attentionLine, calmLine, connectionLine } from './sync-lines.js';
import { syncStatusCatalogue, type SyncStatusWords } from './sync-status.messages.js';

/** What the page needs of its element. */
export interface SyncElement {
  readonly floating: boolean;
  readonly showSaved: boolean;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** What the page does through its element. */
export interface SyncActs extends ElementActs {
  readonly attempt: <T>(job: () => Promise<T>) => Promise<T | undefined>;
  readonly change: <T>(change: Change<T>) => Promise<T | undefined>;
  readonly noteAt: (place: string) => unknown;
  /** What went wrong in the last attempt, with a way to try again. */
  readonly failed: (retry: () => void) => TemplateResult;
}

/** What the sync status shows and does. Fetched once there is a server. */
export class SyncPage {
  #sync: Synchronisation | undefined;
  #isOpen = false;
  /** The change that is about to be given up. */
  #asked = '';
  /** The state that was closed; another one is shown again. */
  #closed = '';
  #said = '';
  #cameFrom: HTMLElement | undefined;
  /** The status for which the list was read. */
  #read: SyncStatus | undefined;
  #refused: readonly RefusedChange[] | undefined;

  constructor(
    private readonly element: SyncElement,
    private readonly acts: SyncActs,
  ) {}

  /** Says once what has changed, and reads the list again while it is open. Nothing of it takes the focus. */
  follow(sync: Synchronisation | undefined): void {
    if (sync !== this.#sync) this.#closed = this.#said = '';
    this.#sync = sync;
    const status = sync?.getStatus();
    if (!status) return;
    this.#tell(status);
    if (this.#isOpen && status !== this.#read) void this.#list();
  }

  /** @param failure what went wrong last */
  view(failure: unknown): unknown {
    const status = this.#sync?.getStatus();
    if (!status) return nothing;
    const { connection, needsAttention } = status;
    const words = this.#words;
    const isCut = connection === 'offline' || connection === 'signed-out';
    const isListed = needsAttention > 0 || this.#isOpen;
    if (!isCut && !isListed) return this.element.showSaved ? calmLine(words, status) : nothing;
    if (this.element.floating && !this.#isOpen && this.#closed === stateOf(status)) return nothing;
    const close = this.element.floating && { label: this.#base.close, act: () => this.#dismiss() };
    const line = {
      isOpen: this.#isOpen,
      done: this.#base.close,
      toggle: () => this.#toggle(),
      signIn: () => this.acts.emit('coaching-sign-in-wanted'),
    };
    return html`<div class="lines" @focusin=${this.#entered} @keydown=${this.#escaped}>
      ${isCut ? connectionLine(words, status, { ...line, close }) : nothing}
      ${isListed ? attentionLine(words, status, { ...line, close: !isCut && close }) : nothing}
      ${this.#isOpen && needsAttention > 0 ? this.#changes(failure) : nothing}
    </div>`;
  }

  get #words(): SyncStatusWords {
    return this.acts.wordsOf(syncStatusCatalogue);
  }

  get #base(): BaseMessages {
    return this.acts.wordsOf(baseCatalogue);
  }

  #changes(failure: unknown): unknown {
    const { acts } = this;
    const base = this.#base;
    if (!this.#refused) return failure === undefined ? skeleton(2, base.loading) : acts.failed(() => void this.#list());
    const words = acts.wordsOf(attentionCatalogue);
    return attentionList({ words, base, terms: acts.wordsOf(termsCatalogue), format: acts.format() }, this.#refused, {
      retry: (change) => this.#end(change, 'retry', words.retried),
      giveUp: (change) => this.#end(change, 'discard', words.givenUp),
      copy: (text) =>
        void acts
          .attempt(() => navigator.clipboard.writeText(text).then(() => true))
          .then((isCopied) => isCopied && acts.announce(words.copied)),
      download: (text) => saveFile('coaching-changes.txt', 'text/plain', text),
      ask: (change) => {
        const before = this.#asked;
        this.#asked = change?.id ?? '';
        this.acts.draw();
        void acts.focusOn(change ? '#keep' : `[id="give-up-${before}"]`);
      },
      isAsked: ({ id }) => id === this.#asked,
      note: ({ id }) => acts.noteAt(id),
    });
  }

  #end({ id: changeId, verb }: RefusedChange, job: 'retry' | 'discard', said: string): void {
    void this.acts.change({
      place: changeId,
      asking: `coaching-change-${job}ing`,
      told: job === 'retry' ? 'coaching-change-retried' : 'coaching-change-discarded',
      detail: { changeId, verb },
      save: async () => {
        await this.#sync?.[job](changeId);
        return { value: changeId };
      },
      said: () => said,
    });
  }

  #dismiss(): void {
    const status = this.#sync?.getStatus();
    this.#isOpen = false;
    this.#closed = status ? stateOf(status) : '';
    this.acts.draw();
    this.#goBack();
  }

  #toggle(): void {
    this.#isOpen = !this.#isOpen;
    this.#asked = '';
    this.#refused = this.#read = undefined;
    this.acts.draw();
    const { connection, needsAttention } = this.#sync?.getStatus() ?? {};
    // What has nothing left to say goes away with the button that has the focus.
    if (!this.#isOpen && connection === 'online' && needsAttention === 0) this.#goBack();
  }

  #goBack(): void {
    this.#cameFrom?.focus();
    this.#cameFrom = undefined;
  }

  readonly #entered = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof HTMLElement && !this.element.renderRoot.contains(relatedTarget)) {
      this.#cameFrom = relatedTarget;
    }
  };

  readonly #escaped = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !(this.#isOpen || this.element.floating)) return;
    event.stopPropagation();
    if (this.#isOpen) {
      this.#toggle();
      void this.acts.focusOn('#show');
    } else this.#dismiss();
  };

  #tell(status: SyncStatus): void {
    const { connection, needsAttention } = status;
    const kind = stateOf(status);
    if (kind === this.#said || connection === 'connecting') return;
    const before = this.#said;
    this.#said = kind;
    const words = this.#words;
    if (connection === 'offline') this.acts.announce(words.offline);
    else if (connection === 'signed-out') this.acts.announce(words.signedOut);
    else if (needsAttention > 0) this.acts.announce(words.attention(needsAttention));
    else if (/^(offline|signed-out)/.test(before)) this.acts.announce(words.online);
  }

  async #list(): Promise<void> {
    const status = this.#sync?.getStatus();
    this.#read = status;
    const refused = await this.acts.attempt(async () => this.#sync?.refused());
    // Another one is being read by then, or it was closed.
    if (status !== this.#read) return;
    if (refused) this.#refused = refused;
    this.acts.draw();
  }
}

/** What there is to say, told apart from what was said before. */
function stateOf({ connection, needsAttention }: SyncStatus): string {
  return needsAttention > 0 ? `${connection} ${needsAttention}` : connection;
}
