import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ChangingElement } from '../base/changing-element.js';
import { rows } from '../base/styles/rows.styles.js';
import { SyncWatch } from '../base/sync-watch.js';
import type { SyncPage } from './sync-page.js';
import { syncStatusCatalogue, type SyncStatusWords } from './sync-status.messages.js';
import { syncStatusStyles } from './sync-status.styles.js';

/**
 * How things stand with the server, in one line, and only when there is something to say: offline, signed out, or
 * changes that the server did not accept. Those fold out into a list with what was written, why it was refused, and
 * what can be done: try again, take the text along, give it up.
 *
 * A provider whose `coaching` has a server shows one by itself, floating, unless it says `no-sync-status`. A host that
 * has a better place for it says so there and puts this element into its page.
 *
 * Keys: Tab goes through what can be done. Escape closes a question, then the list, then a floating line.
 *
 * @tag coaching-sync-status
 * @fires coaching-sign-in-wanted - the session of the host has ended and somebody wants to sign in again
 * @fires coaching-change-retrying - before a refused change is sent again, can be prevented; `detail: { changeId, verb }`
 * @fires coaching-change-retried - it was sent again; `detail: { changeId, verb }`
 * @fires coaching-change-discarding - before a refused change is given up, can be prevented; `detail: { changeId, verb }`
 * @fires coaching-change-discarded - it was given up; `detail: { changeId, verb }`
 */
export class CoachingSyncStatus extends ChangingElement<SyncStatusWords> {
  static override readonly catalogue = syncStatusCatalogue;
  /** @internal */
  static override styles = [ChangingElement.styles, rows, syncStatusStyles];

  /** Lies over the page at its upper edge and can be closed, instead of standing in its place in the page. */
  @property({ type: Boolean, reflect: true }) floating = false;

  /** Says "Saved" and "Saving…" as well, so that the line is always there and its coming moves nothing. */
  @property({ type: Boolean, attribute: 'show-saved' }) showSaved = false;

  protected override readonly skeletonRows = 0;

  /** What it shows. Fetched once there is a server, and while it can be reached: offline is when it is needed. */
  @state() private page: SyncPage | undefined;
  readonly #sync = new SyncWatch(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.page?.follow(this.coaching?.sync);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.#sync.status.connection !== 'local' && !this.page) void this.#fetchPage();
  }

  protected override view(): unknown {
    return this.page?.view(this.failure) ?? nothing;
  }

  async #fetchPage(): Promise<void> {
    const parts = await import('./sync-page.js').catch(() => undefined);
    if (parts && !this.page) {
      this.page = new parts.SyncPage(this, {
        ...this.acts,
        attempt: (job) => this.attempt(job),
        change: (change) => this.change(change),
        noteAt: (place) => this.noteAt(place),
        failed: (retry) => html`${this.failureNote(this.failure, retry)}`,
      });
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'coaching-sync-status': CoachingSyncStatus;
  }
}
