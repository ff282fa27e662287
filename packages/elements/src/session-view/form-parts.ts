import { html, type TemplateResult } from 'lit';
import { field, inputField, sent } from '../base/field.js';
import { plusIcon } from '../base/icons.js';
import type { BaseMessages } from '../base/messages/base.messages.js';
import type { SessionViewWords } from './session-view.messages.js';

/** A comment being written. */
export interface CommentForm {
  readonly text: string;
  /** Most characters, in UTF-16 code units. */
  readonly limit: number;
  readonly error: string | undefined;
  readonly note: unknown;
  readonly change: (text: string) => void;
  readonly send: () => void;
}

/** The field for a comment. Nothing that was typed is cut off: too much is said, and kept. */
export function commentForm(words: SessionViewWords, form: CommentForm): TemplateResult {
  const { text, limit, error, note, change, send } = form;
  return html`<form class="form screen-only" novalidate @submit=${sent(send)}>
    ${field(
      { id: 'comment', label: words.comment, hint: words.commentHint(text.length, limit), error },
      html`<textarea
        class="input"
        id="comment"
        aria-describedby="comment-say"
        aria-invalid=${error ? 'true' : 'false'}
        .value=${text}
        @input=${({ target }: InputEvent) => change((target as HTMLTextAreaElement).value)}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          send();
        }}
      ></textarea>`,
    )}
    ${note}
    <div class="buttons"><button class="button">${words.send}</button></div>
  </form>`;
}

/** An action of one's own being added. */
export interface ActionForm {
  readonly isOpen: boolean;
  readonly errorAt: (path: string) => string | undefined;
  readonly note: unknown;
  readonly open: () => void;
  readonly close: () => void;
  readonly add: (text: string, dueDate: string) => void;
}

/**
 * A button that opens into the two fields an action needs. The form stays where it is while it is closed, so that what
 * was typed is there when it is opened again.
 */
export function actionForm(words: SessionViewWords, base: BaseMessages, form: ActionForm): TemplateResult {
  const { isOpen, errorAt, note, open, close, add } = form;
  return html`<p class="screen-only" ?hidden=${isOpen}>
      <button type="button" class="button button-text" id="add" @click=${open}>${plusIcon()}${words.addAction}</button>
    </p>
    <form
      class="form screen-only"
      aria-label=${words.addAction}
      novalidate
      ?hidden=${!isOpen}
      @keydown=${({ key }: KeyboardEvent) => key === 'Escape' && close()}
      @submit=${sent((text = '', due = '') => add(text, due))}
    >
      ${inputField('text', { id: 'text', label: words.actionText, error: errorAt('text') })}
      ${inputField('date', { id: 'due', label: words.actionDue, error: errorAt('dueDate') })}
      ${note}
      <div class="buttons">
        <button class="button">${words.addIt}</button>
        <button type="button" class="button button-quiet" @click=${close}>${base.cancel}</button>
      </div>
    </form>`;
}
