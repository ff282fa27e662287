import type { InputProblem } from '@coachkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { idOf, type FormTelling } from './form-telling.js';
import { undoLine } from './session-form.step.js';

/** Everything that is to be put right, each with the way to its field (GOV.UK design system, "Error summary"). */
export function errorSummary(telling: FormTelling): TemplateResult | typeof nothing {
  const { words, state, problemAt, go } = telling;
  const { problems } = state;
  return problems.length === 0
    ? nothing
    : html`<div class="note note-critical" id="problems" tabindex="-1" role="group" aria-labelledby="problems-title">
        <h3 class="section-title" id="problems-title">${words.problems(problems.length)}</h3>
        <ul>
          ${problems.map(
            ({ path }) =>
              html`<li>
                <a
                  href="#${idOf(path)}"
                  @click=${(event: Event) => {
                    event.preventDefault();
                    go(`#${idOf(path)}`);
                  }}
                  >${problemLine(telling, path, problemAt(path) ?? '')}</a
                >
              </li>`,
          )}
        </ul>
      </div>`;
}

/** A problem as a line of the summary: with its place, unless it names the place by itself. */
function problemLine({ words, state }: FormTelling, path: string, problem: string): string {
  const [kind, index = '', field] = path.split('.');
  const { points, actions, reviews } = state.content;
  const ofReview = state.preparation.openActions.find(({ action }) => action.id === reviews[Number(index)]?.actionId)
    ?.action.text;
  const places: Readonly<Record<string, string | undefined>> = {
    points: points.some((point) => point.trim()) ? words.point(Number(index) + 1) : undefined,
    actions: field === 'text' ? undefined : actions[Number(index)]?.text,
    reviews: ofReview,
    date: words.date,
    durationMinutes: words.length,
  };
  const place = places[kind ?? ''];
  return place ? words.at(place, problem) : problem;
}

/** The sentence of a problem. */
export function sentenceOf(
  words: FormTelling['words'],
  rule: (rule: InputProblem['rule'], limit?: number) => string,
  { path, rule: broken, limit }: InputProblem,
): string {
  if (path.startsWith('focus') && broken === 'required') return words.chooseFocus;
  if (broken !== 'blank') return rule(broken, limit);
  return path.startsWith('points') ? words.writePoint : words.writeAction;
}

/** What another tab has made of the draft, and the choice (T12: nothing is lost), which can be undone. */
export function conflictNote(telling: FormTelling): TemplateResult | typeof nothing {
  const { words, form, state } = telling;
  const { conflict } = state;
  if (!conflict) return undoLine(telling, 'version');
  const { other } = conflict;
  const lines = other && [
    other.focus?.label,
    ...other.points,
    ...other.actions.map(({ text }) => text),
    other.quickEntry,
  ];
  return html`<div class="note note-caution" id="conflict" tabindex="-1" role="group" aria-labelledby="conflict-title">
    <h3 class="section-title" id="conflict-title">${other ? words.conflict : words.conflictGone}</h3>
    <p>${other ? words.conflictText : words.goneText}</p>
    ${
      lines
        ? html`<div class="other">
          <p class="hint">${words.otherVersion}</p>
          ${lines.filter(Boolean).map((line) => html`<p>${line}</p>`)}
        </div>`
        : nothing
    }
    <div class="buttons">
      <button type="button" class="button button-small" @click=${form.keepOwn}>${words.keepOwn}</button>
      <button type="button" class="button button-small" @click=${form.takeOther}>${words.takeOther}</button>
    </div>
  </div>`;
}
