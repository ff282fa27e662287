import { html, nothing, type TemplateResult } from 'lit';
import { warningIcon } from '../base/icons.js';
import type { FormTelling } from './form-telling.js';
import { draftState, serverState } from './sync-words.js';

/** What the foot bar may do. */
export interface FootCommands {
  readonly save: () => void;
  readonly copy: () => void;
  readonly download: () => void;
  /** The sentence for what went wrong with the record. */
  readonly failure: string | undefined;
  /** Whether nothing can be saved here. */
  readonly isReadOnly: boolean;
  readonly sentenceFor: (error: unknown) => string;
  /** Asks the host to let the person sign in. */
  readonly signIn: () => void;
}

/** Where the draft is, how long it took so far, and the one button. */
export function foot(telling: FormTelling, commands: FootCommands): TemplateResult {
  const { words, format, state } = telling;
  const { keeping, content, status, preparation } = state;
  const minutes = Math.floor(content.activeSeconds / 60);
  const failure = commands.failure ?? (keeping.status === 'failed' ? commands.sentenceFor(keeping.error) : undefined);
  return html`<div class="foot screen-only">
    <div class="foot-say">
      ${failure ? html`<span class="say critical">${warningIcon()}${failure}</span>` : draftState(telling, commands.isReadOnly)}
      ${
        failure
          ? html`<button type="button" class="button button-small" @click=${commands.copy}>${words.copy}</button>
            <button type="button" class="button button-small" @click=${commands.download}>${words.download}</button>`
          : serverState(telling, commands.signIn)
      }
      ${minutes > 0 ? html`<span>${words.soFar(format.count(minutes, 'minute'))}</span>` : nothing}
    </div>
    <button
      type="button"
      class="button button-primary"
      aria-disabled=${status === 'saving' ? 'true' : nothing}
      @click=${commands.save}
    >
      ${preparation.correcting ? words.saveCorrection : words.save}
    </button>
  </div>`;
}
