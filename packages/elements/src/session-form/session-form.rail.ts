import { html, nothing, type TemplateResult } from 'lit';
import type { FormTelling } from './form-telling.js';
import type { QuestionWords } from './session-form.questions.js';

export { questionsCatalogue } from './session-form.questions.js';

/** Questions that are shown at a time. */
const shown = 3;

/** What stands beside the record, in whose words, and what can be done with it. */
export interface Beside {
  readonly beside: QuestionWords;
  /** The step that has the focus, 1 to 4. */
  readonly step: number;
  /** How often other questions were asked for. */
  readonly turn: number;
  readonly other: () => void;
  /** Undefined while questions are hidden for good. */
  readonly hide: (() => void) | undefined;
}

/** The panel: beside the record where there is room, folded into it elsewhere. */
export function rail(telling: FormTelling, beside: Beside): TemplateResult {
  const { format, state, words } = telling;
  const { last, today } = state.preparation;
  const { content, session } = last ?? {};
  return html`${beside.hide ? questions(beside, beside.hide) : nothing}
  ${
    content && session
      ? html`<section class="aside">
        <div class="group-head">
          <h3>${beside.beside.lastSession}</h3>
          <span class="hint">${format.day(session.date, today)}</span>
        </div>
        <div>
          <p class="hint">${words.focus}</p>
          <p>${content.focus?.label}</p>
        </div>
        <div>
          <p class="hint">${words.points}</p>
          <ul class="last">
            ${content.points.map((point) => html`<li><bdi>${point}</bdi></li>`)}
          </ul>
        </div>
      </section>`
      : nothing
  }`;
}

function questions({ beside, step, turn, other }: Beside, hide: () => void): TemplateResult {
  const all = beside.questions(step).split('\n');
  const now = Array.from({ length: shown }, (_, index) => all[(turn * shown + index) % all.length]);
  return html`<section class="aside">
    <div class="group-head">
      <h3>${beside.heading}</h3>
      <button type="button" class="button button-quiet button-small end" @click=${hide}>${beside.hide}</button>
    </div>
    <p class="hint">${beside.about(step)}</p>
    <ul class="questions">
      ${now.map((question) => html`<li>${question}</li>`)}
    </ul>
    <p><button type="button" class="button button-text button-small" @click=${other}>${beside.others}</button></p>
  </section>`;
}
