import { textLimits } from '@coachkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { crossIcon, plusIcon } from '../base/icons.js';
import { errorAt, type FormTelling } from './form-telling.js';
import { step, undoLine } from './session-form.step.js';

const most = 5;
/** From so many characters before the limit it is told how many are left. */
const nearLimit = 60;

/** Step 3: three to five points, typed in place (M18). */
export function pointsStep(telling: FormTelling, aside: unknown): TemplateResult {
  const { words, form, state, go } = telling;
  const { points } = state.content;
  return step(telling, 3, {
    hint: words.pointsHint,
    content: html`${aside}
      <ol class="lines points">
        ${points.map((text, index) => line(telling, text, index))}
      </ol>
      ${
        points.length < most
          ? html`<p class="screen-only">
            <button
              type="button"
              class="button button-text"
              @click=${() => {
                form.addPoint(points.length - 1);
                go(`#points-${points.length}`);
              }}
            >
              ${plusIcon()}${words.addPoint}
            </button>
          </p>`
          : nothing
      }
      ${undoLine(telling, 'point')}`,
  });
}

function line(telling: FormTelling, text: string, index: number): TemplateResult {
  const { words, form, problemAt, removed } = telling;
  const path = `points.${index}`;
  const said = limitSaid(telling, text);
  return html`<li>
    <span class="number">${index + 1}</span>
    <textarea
      class="text"
      id="points-${index}"
      rows="1"
      dir="auto"
      placeholder=" "
      aria-label=${words.point(index + 1)}
      aria-describedby="points-${index}-say"
      aria-invalid=${problemAt(path) ? 'true' : nothing}
      .value=${live(text)}
      @input=${(event: InputEvent) => typed(telling, index, event)}
      @keydown=${(event: KeyboardEvent) => keydown(telling, index, event)}
      @paste=${(event: ClipboardEvent) => paste(telling, index, event)}
    ></textarea>
    <button
      type="button"
      class="button button-icon"
      aria-label=${words.removePoint(index + 1)}
      @click=${() => {
        form.removePoint(index);
        removed('point');
      }}
    >
      ${crossIcon()}
    </button>
    ${said ? html`<p class="under hint" id="points-${index}-say">${said}</p>` : errorAt(telling, path)}
  </li>`;
}

function limitSaid({ words }: FormTelling, text: string): string {
  const left = textLimits.point - text.length;
  return left > nearLimit ? '' : left < 0 ? words.tooMany(-left) : words.left(left);
}

function typed(telling: FormTelling, index: number, { target }: InputEvent): void {
  const { form, state, typed: quietly } = telling;
  const { value } = target as HTMLTextAreaElement;
  const change = (): void => form.setPoint(index, value);
  if (limitSaid(telling, value) || limitSaid(telling, state.content.points[index] ?? '')) change();
  else quietly(change);
}

function keydown({ form, go }: FormTelling, index: number, event: KeyboardEvent): void {
  const { key, target, isComposing, shiftKey, ctrlKey, metaKey, altKey } = event;
  const { value } = target as HTMLTextAreaElement;
  const snapshot = form.getSnapshot();
  const count = 'content' in snapshot ? snapshot.content.points.length : 0;
  const by = key === 'ArrowUp' ? -1 : 1;
  if (isComposing || ctrlKey || metaKey) return;
  if (altKey && /^Arrow(Up|Down)$/.test(key)) {
    form.movePoint(index, index + by);
    go(`#points-${Math.min(Math.max(index + by, 0), count - 1)}`);
  } else if (key === 'Enter' && !shiftKey) {
    const isLast = index === count - 1;
    if (isLast && (value.trim() === '' || !form.addPoint(index))) go('#quickEntry');
    else go(`#points-${index + 1}`);
  } else if (key === 'Backspace' && value === '' && count > 1) {
    form.removePoint(index);
    go(`#points-${Math.max(index - 1, 0)}`);
  } else return;
  event.preventDefault();
}

function paste({ form, go }: FormTelling, index: number, event: ClipboardEvent): void {
  const { value, selectionStart, selectionEnd } = event.target as HTMLTextAreaElement;
  const pasted = event.clipboardData?.getData('text/plain') ?? '';
  const end = form.pastePoints(index, value.slice(0, selectionStart), pasted, value.slice(selectionEnd));
  if (end === undefined) return;
  event.preventDefault();
  go(`#points-${end}`);
}
