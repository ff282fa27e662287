import { html, type TemplateResult } from 'lit';
import { sent } from './field.js';
import { plusIcon } from './icons.js';
import type { BaseMessages } from './messages/base.messages.js';

/** A form that folds out of a button. */
export interface FoldingForm {
  readonly isOpen: boolean;
  /** What the button says, and the name of the form. */
  readonly label: string;
  /** What the button inside says, which sends it. */
  readonly act: string;
  /** Fields, and what went wrong. */
  readonly content: unknown;
  readonly open: () => void;
  readonly close: () => void;
  /** Gets the values of the inputs, in order. */
  readonly send: (...values: readonly string[]) => void;
}

/**
 * A button, `#add`, that opens into a form. Enter sends it, Escape and "Cancel" close it. It stays where it is while it
 * is closed, so that what was typed is there when it is opened again.
 */
export function foldingForm(
  base: BaseMessages,
  { isOpen, label, act, content, open, close, send }: FoldingForm,
): TemplateResult {
  return html`<p class="screen-only" ?hidden=${isOpen}>
      <button type="button" class="button button-text" id="add" @click=${open}>${plusIcon()}${label}</button>
    </p>
    <form
      class="form screen-only"
      aria-label=${label}
      novalidate
      ?hidden=${!isOpen}
      @keydown=${({ key }: KeyboardEvent) => key === 'Escape' && close()}
      @submit=${sent(send)}
    >
      ${content}
      <div class="buttons">
        <button class="button">${act}</button>
        <button type="button" class="button button-quiet" @click=${close}>${base.cancel}</button>
      </div>
    </form>`;
}
