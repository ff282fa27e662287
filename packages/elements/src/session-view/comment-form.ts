import { html, type TemplateResult } from 'lit';
import { field, sent } from '../base/field.js';
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
