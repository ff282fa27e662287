import type { Keeping } from '@coachkit/core/session-form';
import { html, nothing, type TemplateResult } from 'lit';
import { checkIcon, warningIcon } from '../base/icons.js';
import type { FormTelling } from './form-telling.js';

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
}

/** Where the draft is, how long it took so far, and the one button. */
export function foot(telling: FormTelling, commands: FootCommands): TemplateResult {
  const { words, format, state } = telling;
  const { keeping, content, status, preparation } = state;
  const minutes = Math.floor(content.activeSeconds / 60);
  const failure = commands.failure ?? (keeping.status === 'failed' ? commands.sentenceFor(keeping.error) : undefined);
  return html`<div class="foot screen-only">
    <div class="foot-say">
      ${failure ? html`<span class="say critical">${warningIcon()}${failure}</span>` : kept(telling, keeping, commands.isReadOnly)}
      ${
        failure
          ? html`<button type="button" class="button button-small" @click=${commands.copy}>${words.copy}</button>
            <button type="button" class="button button-small" @click=${commands.download}>${words.download}</button>`
          : nothing
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

function kept(
  { words, format, state }: FormTelling,
  keeping: Keeping,
  isReadOnly: boolean,
): TemplateResult | typeof nothing {
  if (state.status === 'saving' || keeping.status === 'slow') return html`<span>${words.saving}</span>`;
  if (keeping.status === 'conflict') return html`<span class="say caution">${warningIcon()}${words.conflict}</span>`;
  if (keeping.status !== 'kept') return isReadOnly ? nothing : html`<span>${words.keeps}</span>`;
  if (keeping.level === 'memory') return html`<span class="say caution">${warningIcon()}${words.keptInMemory}</span>`;
  const time = format.time(keeping.at);
  return html`<span class="say"
    >${checkIcon()}${keeping.level === 'device' ? words.keptOnDevice(time) : words.kept(time)}</span
  >`;
}
