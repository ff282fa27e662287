import type { DraftAction, Course } from '@coachkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { usualDueDate } from '@coachkit/core/session-form';
import { crossIcon, plusIcon } from '../base/icons.js';
import { nameFor } from '../base/page.js';
import type { Combobox } from '../base/combobox.js';
import { dateField, errorAt, type FormTelling } from './form-telling.js';
import { addCourse, linkedCourse } from './session-form.courses.js';
import { step, undoLine } from './session-form.step.js';

/** Step 4: what one of the two will do, by when, with courses where they help (M19, M24). */
export function actionsStep(telling: FormTelling, courses: Combobox<Course>): TemplateResult {
  const { words, name, state } = telling;
  const { actions } = state.content;
  return step(telling, 4, {
    content: html`<ul class="lines">
        ${actions.map((action, index) => actionLine(telling, action, index))} ${quickEntry(telling)}
      </ul>
      <div class="after screen-only">
        ${addCourse(telling, courses)}
        <p class="hint">
          ${words.quickHint} <kbd>@${name.toLowerCase()}</kbd> ${words.example.split(', ').map((each) => html`<kbd>${each}</kbd> `)}
        </p>
      </div>
      ${undoLine(telling, 'action', 'course')}`,
  });
}

function actionLine(telling: FormTelling, action: DraftAction, index: number): TemplateResult {
  const { words, base, form, state, typed, problemAt, removed, actorId } = telling;
  const { id, text, ownerId, dueDate, activities } = action;
  const { manager, employee } = state.preparation;
  const path = `actions.${index}`;
  return html`<li>
    <span class="number"></span>
    <textarea
      class="text"
      id="actions-${index}-text"
      rows="1"
      dir="auto"
      aria-label=${words.action(index + 1)}
      aria-invalid=${problemAt(`${path}.text`) ? 'true' : nothing}
      .value=${live(text)}
      @input=${({ target }: Event) =>
        typed(() => form.changeAction(id, { text: (target as HTMLTextAreaElement).value }))}
    ></textarea>
    <button
      type="button"
      class="button button-icon"
      aria-label=${words.removeAction(text)}
      @click=${() => {
        form.removeAction(id);
        removed('action');
      }}
    >
      ${crossIcon()}
    </button>
    <div class="under">
      <p class="hint dots">
        <span
          ><select
            class="fact"
            aria-label=${words.who}
            @change=${({ target }: Event) => form.changeAction(id, { ownerId: (target as HTMLSelectElement).value })}
          >
            ${[employee, manager].map(
              (person) =>
                html`<option value=${person.id} .selected=${person.id === ownerId}>
                  ${person.id === actorId ? base.you : person.name}
                </option>`,
            )}
          </select></span
        ><span
          >${dateField(telling, {
            path: `${path}.dueDate`,
            label: words.dueDate,
            value: dueDate,
            set: (due) => form.changeAction(id, { dueDate: due }),
          })}</span
        >
      </p>
      ${errorAt(telling, `${path}.text`)}${errorAt(telling, `${path}.dueDate`)}
      ${activities.map((activity) => (activity.kind === 'course' ? linkedCourse(telling, action, activity) : nothing))}
    </div>
  </li>`;
}

/** One line for an action with who and when; underneath stands how it is read. */
function quickEntry(telling: FormTelling): TemplateResult {
  const { words, form, format, state, go, problemAt } = telling;
  const { preparation, content } = state;
  const reading = form.readEntry();
  const owner = [preparation.manager, preparation.employee].find(({ id }) => id === reading?.ownerId);
  const marks = reading?.marks ?? [];
  const entry = content.quickEntry;
  const pieces = marks.map(
    ({ start, end }, index) =>
      html`${entry.slice(marks[index - 1]?.end ?? 0, start)}<mark>${entry.slice(start, end)}</mark>`,
  );
  return html`<li class=${entry ? '' : 'screen-only'}>
    <span class="number">${plusIcon()}</span>
    <div class="marked">
      <div class="text" dir="auto" aria-hidden="true">${pieces}</div>
      <textarea
        class="text"
        id="quickEntry"
        rows="1"
        dir="auto"
        aria-label=${words.addAction}
        placeholder=${words.addAction}
        aria-describedby="quickEntry-say"
        aria-invalid=${problemAt('quickEntry') ? 'true' : nothing}
        .value=${live(entry)}
        @input=${({ target }: Event) => form.setQuickEntry((target as HTMLTextAreaElement).value)}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key !== 'Enter' || event.isComposing || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          if (!form.addAction() && !entry.trim()) go('.button-primary');
        }}
      ></textarea>
    </div>
    ${
      reading
        ? html`<p class="under hint reading">
          <span
            >${words.reads} <b>${nameFor(telling, owner ?? preparation.employee)}</b>,
            <b>${format.weekday(reading.dueDate ?? usualDueDate(preparation))}</b></span
          ><span><kbd>Enter</kbd> ${words.adds}</span>
        </p>`
        : nothing
    }
    ${errorAt(telling, 'quickEntry')}
  </li>`;
}
