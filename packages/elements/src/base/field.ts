import { html, nothing, type TemplateResult } from 'lit';
import { warningIcon } from './icons.js';

/** What stands around a control. */
export interface FieldWords {
  /** The id of the control. It points at what is said here: `aria-describedby="<id>-say"`. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** Why it was refused. The control says `aria-invalid` then. */
  readonly error?: string | undefined;
  /** What stands in it at first. */
  readonly value?: string | undefined;
}

/** A control with its label before it and what has to be said about it between the two, as the eye and the ear go. */
export function field({ id, label, hint, error }: FieldWords, control: unknown): TemplateResult {
  return html`<div class="field ${error ? 'has-error' : ''}">
    <label class="label" for=${id}>${label}</label>
    <div id="${id}-say">
      ${hint ? html`<p class="hint">${hint}</p>` : nothing}
      ${error ? html`<p class="error-text">${warningIcon()}${error}</p>` : nothing}
    </div>
    ${control}
  </div>`;
}

/** A field for a line of text, a date or a time; its value is read when the form is sent. */
export function inputField(type: 'text' | 'date' | 'time', words: FieldWords): TemplateResult {
  const { id, error, value } = words;
  return field(
    words,
    html`<input
      class="input"
      id=${id}
      name=${id}
      type=${type}
      autocomplete="off"
      value=${value ?? nothing}
      aria-describedby="${id}-say"
      aria-invalid=${error ? 'true' : 'false'}
    />`,
  );
}

/** A listener for `submit`: nothing is sent anywhere, the job gets the values of the form's inputs, in order. */
export function sent(job: (...values: readonly string[]) => void): (event: SubmitEvent) => void {
  return (event) => {
    event.preventDefault();
    const inputs = (event.currentTarget as HTMLFormElement).querySelectorAll('input');
    job(...[...inputs].map(({ value }) => value));
  };
}
