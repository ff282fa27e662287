import type { SyncStatus } from '@coachkit/core';
import type { RecordedResult } from '@coachkit/core/session-form';
import { html, nothing, type TemplateResult } from 'lit';
import { checkIcon, offlineIcon, warningIcon } from '../base/icons.js';
import type { FormTelling } from './form-telling.js';

type Line = TemplateResult | typeof nothing;

/** Whether everything from this device is on the server, and nothing of it was refused. */
const isAllSent = ({ connection, waiting, needsAttention }: SyncStatus): boolean =>
  connection === 'online' && waiting + needsAttention === 0;

/** Where the draft is: nowhere, in this page, on this device, on the server. */
export function draftState({ words, format, state, sync }: FormTelling, isReadOnly: boolean): Line {
  const { keeping, status } = state;
  const { connection } = sync;
  if (status === 'saving' || keeping.status === 'slow') return html`<span>${words.saving}</span>`;
  if (keeping.status === 'conflict') return html`<span class="say caution">${warningIcon()}${words.conflict}</span>`;
  if (keeping.status !== 'kept') {
    if (isReadOnly) return nothing;
    return html`<span class="say">${connection === 'offline' ? offlineIcon() : nothing}${connection === 'offline' ? words.keepsOffline : words.keeps}</span>`;
  }
  if (keeping.level === 'memory') return html`<span class="say caution">${warningIcon()}${words.keptInMemory}</span>`;
  const time = format.time(keeping.at);
  if (keeping.level === 'server' || isAllSent(sync))
    return html`<span class="say">${checkIcon()}${words.kept(time)}</span>`;
  // Offline, and while one is signed out, the reason counts for more than the tick.
  if (connection === 'offline') return html`<span class="say">${offlineIcon()}${words.keptOffline(time)}</span>`;
  return html`<span class="say"
    >${checkIcon()}${connection === 'signed-out' ? words.keptSignedOut : words.keptOnDevice(time)}</span
  >`;
}

/** What stands between this device and the server; nothing while all is well, and where there is no server. */
export function serverState({ words, sync }: FormTelling, signIn: () => void): Line {
  const { connection, waiting, needsAttention } = sync;
  if (needsAttention > 0) {
    return html`<span class="say caution">${warningIcon()}${words.needsAttention(needsAttention)}</span>`;
  }
  if (connection === 'signed-out') {
    return html`<button type="button" class="button button-small button-text" @click=${signIn}>${words.signInToSend}</button>`;
  }
  // One that waits is the draft itself, of which the line before speaks.
  return connection === 'offline' && waiting > 1 ? html`<span>${words.waiting(waiting)}</span>` : nothing;
}

/** How far a record got, as far as it can be said. */
export type Reach = 'memory' | 'device' | 'attention' | 'server';

/** How many changes needed attention before a record was made, and records that have arrived. */
const before = new WeakMap<RecordedResult, number>();
const arrived = new WeakSet<RecordedResult>();

/**
 * How far a record got. What has arrived has arrived, whatever is written after it. A record that was only kept on this
 * device has arrived when nothing waits any more and nothing new was refused.
 */
export function reachOf(recorded: RecordedResult, { connection, waiting, needsAttention }: SyncStatus): Reach {
  // Without a server, this device is where records live.
  if (recorded.level !== 'device') return recorded.level;
  if (connection === 'local' || arrived.has(recorded)) return 'server';
  if (!before.has(recorded)) before.set(recorded, needsAttention);
  if (needsAttention > (before.get(recorded) ?? 0)) return 'attention';
  if (connection !== 'online' || waiting > 0) return 'device';
  arrived.add(recorded);
  return 'server';
}
