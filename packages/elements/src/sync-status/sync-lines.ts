import type { SyncStatus } from '@coachkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { dots } from '../base/dots.js';
import { checkIcon, crossIcon, offlineIcon, warningIcon } from '../base/icons.js';
import type { SyncStatusWords } from './sync-status.messages.js';

/** What can be done in a line. */
export interface LineActs {
  readonly isOpen: boolean;
  /** What closes the list when nothing is left in it. */
  readonly done: string;
  readonly toggle: () => void;
  readonly signIn: () => void;
  /** The way to close it, where there is one. */
  readonly close: { readonly label: string; readonly act: () => void } | false;
}

/** While all is well, for a place that always says something. */
export function calmLine(
  { saved, sending, connecting }: SyncStatusWords,
  { connection, waiting }: SyncStatus,
): TemplateResult | typeof nothing {
  if (connection === 'local') return nothing;
  if (connection === 'connecting') return html`<p class="line quiet">${connecting}</p>`;
  return html`<p class="line quiet">
    ${waiting > 0 ? html`<span>${sending}</span>` : html`<span class="say">${checkIcon()}${saved}</span>`}
  </p>`;
}

/** That the server cannot be reached, or wants to know again who this is. */
export function connectionLine(words: SyncStatusWords, { connection, waiting }: SyncStatus, acts: LineActs) {
  const isOffline = connection === 'offline';
  return html`<div class="line">
    <p class="say">
      ${isOffline ? offlineIcon() : warningIcon()}
      <span class="dots"
        >${dots(isOffline ? words.offline : words.signedOut, waiting > 0 && html`<span class="quiet">${words.waiting(waiting)}</span>`)}</span
      >
    </p>
    ${isOffline ? nothing : html`<button type="button" class="button button-small" @click=${acts.signIn}>${words.signIn}</button>`}
    ${close(acts)}
  </div>`;
}

/** How many changes the server has refused, with the way to what can be done about them. */
export function attentionLine(words: SyncStatusWords, { needsAttention }: SyncStatus, acts: LineActs): TemplateResult {
  const isLeft = needsAttention > 0;
  return html`<div class="line">
    <p class="say ${isLeft ? 'caution' : ''}">
      ${isLeft ? warningIcon() : checkIcon()}<span>${isLeft ? words.attention(needsAttention) : words.nothingLeft}</span>
    </p>
    <button
      type="button"
      class="button button-small"
      id="show"
      aria-expanded=${acts.isOpen ? 'true' : 'false'}
      @click=${acts.toggle}
    >
      ${isLeft ? (acts.isOpen ? words.hide : words.show) : acts.done}
    </button>
    ${close(acts)}
  </div>`;
}

function close(acts: LineActs): TemplateResult | typeof nothing {
  if (!acts.close) return nothing;
  const { label, act } = acts.close;
  return html`<button type="button" class="button button-icon" aria-label=${label} @click=${act}>${crossIcon()}</button>`;
}
