import { html, nothing, type TemplateResult } from 'lit';
import { eyeIcon } from '../base/icons.js';
import { dateField, errorAt, fieldInPlace, type FormTelling } from './form-telling.js';

/** Whose session it is, when and how long, and who will read it: before anything is typed (EM2). */
export function head(telling: FormTelling): TemplateResult {
  const { words, format, form, state, name } = telling;
  const { content, preparation } = state;
  const { correcting, employee } = preparation;
  const whoSees = [words.whoReads(name), words.whoDraft, words.whoCounts, words.whoCourse];
  return html`<div class="head">
    <p class="hint">${words.over}</p>
    <h2 class="title" id="title">${employee.name}</h2>
    <p class="dots">
      <span
        >${dateField(telling, {
          path: 'date',
          label: words.date,
          value: content.date,
          set: form.setDate,
          isBehind: true,
        })}</span
      ><span
        >${fieldInPlace(telling, {
          path: 'durationMinutes',
          label: words.length,
          shown: format.count(content.durationMinutes, 'minute'),
          set: (text) => form.setDuration(parseInt(text)),
          read: (text) => text,
        })}</span
      >
    </p>
    ${errorAt(telling, 'date')}${errorAt(telling, 'durationMinutes')}
    <details class="screen-only">
      <summary class="hint">${eyeIcon()}<span>${words.readers(name)} <u>${words.whoSees}</u></span></summary>
      <ul class="note hint">
        ${whoSees.map((each) => html`<li>${each}</li>`)}
      </ul>
    </details>
    ${correcting ? html`<p class="note">${words.correcting}</p>` : nothing}
  </div>`;
}
