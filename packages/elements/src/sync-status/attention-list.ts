import type { RefusedChange } from '@coachkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Format } from '../base/format.js';
import type { BaseMessages } from '../base/messages/base.messages.js';
import type { Terms } from '../base/messages/terms.messages.js';
import type { AttentionWords } from './attention.messages.js';
import { wordsOfChange } from './change-text.js';

/** In whose words the list is drawn. */
export interface AttentionTelling {
  readonly words: AttentionWords;
  readonly base: BaseMessages;
  readonly terms: Terms;
  readonly format: Format;
}

/** What can be done with a refused change. */
export interface AttentionHandlers {
  readonly retry: (change: RefusedChange) => void;
  readonly copy: (text: string) => void;
  readonly download: (text: string) => void;
  /** Asks before it is given up; without one, asks no longer. */
  readonly ask: (change: RefusedChange | undefined) => void;
  readonly giveUp: (change: RefusedChange) => void;
  /** Whether it is being asked about. */
  readonly isAsked: (change: RefusedChange) => boolean;
  /** What went wrong with it. */
  readonly note: (change: RefusedChange) => unknown;
}

/** A refused change as text to take along. */
function textOf({ words, base, format }: AttentionTelling, { verb, input, madeAt, reason }: RefusedChange): string {
  return [
    `${words.change(verb)}, ${format.moment(madeAt)}`,
    base.error(reason),
    ...wordsOfChange(input, format).map((line) => `- ${line}`),
  ].join('\n');
}

/** The changes that the server has refused: what each was, what was written, why, and what can be done with it. */
export function attentionList(
  telling: AttentionTelling,
  changes: readonly RefusedChange[],
  handlers: AttentionHandlers,
): TemplateResult {
  const { words } = telling;
  const all = changes.map((change) => textOf(telling, change)).join('\n\n');
  return html`<p class="hint">${words.intro}</p>
    <ul class="rows">
      ${repeat(
        changes,
        ({ id }) => id,
        (change) => row(telling, change, handlers),
      )}
    </ul>
    <div class="buttons">
      <button type="button" class="button button-text button-small" @click=${() => handlers.download(all)}>
        ${words.download}
      </button>
    </div>`;
}

function row(telling: AttentionTelling, change: RefusedChange, handlers: AttentionHandlers): TemplateResult {
  const { words, base, format } = telling;
  const { verb, input, madeAt, reason } = change;
  return html`<li class="change">
    <div>
      <p class="strong">${words.change(verb)}</p>
      <p class="hint">${format.moment(madeAt)}</p>
    </div>
    <p>${base.error(reason)}</p>
    <div class="words small">${wordsOfChange(input, format).map((line) => html`<p>${line}</p>`)}</div>
    ${handlers.note(change)} ${handlers.isAsked(change) ? sure(telling, change, handlers) : acts(telling, change, handlers)}
  </li>`;
}

function acts(telling: AttentionTelling, change: RefusedChange, handlers: AttentionHandlers): TemplateResult {
  const { words, base, terms, format } = telling;
  const { id, verb, madeAt } = change;
  const name = `${words.change(verb)}, ${format.moment(madeAt)}`;
  const button = (act: string, isQuiet: boolean, press: () => void): TemplateResult =>
    html`<button
      type="button"
      class="button button-small ${isQuiet ? 'button-quiet' : ''}"
      id=${isQuiet ? `give-up-${id}` : nothing}
      aria-label=${terms.forThis(act, name)}
      @click=${press}
    >
      ${act}
    </button>`;
  return html`<div class="buttons">
    ${button(base.retry, false, () => handlers.retry(change))}
    ${button(words.copy, false, () => handlers.copy(textOf(telling, change)))}
    ${button(words.giveUp, true, () => handlers.ask(change))}
  </div>`;
}

function sure({ words }: AttentionTelling, change: RefusedChange, handlers: AttentionHandlers): TemplateResult {
  return html`<div
    class="change"
    role="group"
    aria-label=${words.giveUpSure}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      handlers.ask(undefined);
    }}
  >
    <p class="small">${words.giveUpSure}</p>
    <div class="buttons">
      <button type="button" class="button button-small" id="keep" @click=${() => handlers.ask(undefined)}>
        ${words.keep}
      </button>
      <button type="button" class="button button-small button-quiet" @click=${() => handlers.giveUp(change)}>
        ${words.giveUpNow}
      </button>
    </div>
  </div>`;
}
