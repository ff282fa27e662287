import type { ActionView, CourseView } from '@coachkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { courseState, courseTitle } from '../base/course-state.js';
import { nameFor } from '../base/page.js';
import { dateField, errorAt, type FormTelling } from './form-telling.js';
import { step } from './session-form.step.js';

const outcomes = ['done', 'keep', 'drop'] as const;

/** Step 1: every open action of earlier sessions, one key each (M13), and the courses that are under way. */
export function reviewStep(telling: FormTelling): TemplateResult {
  const { words, format, state } = telling;
  const { openActions, openCourses, last } = state.preparation;
  const rows = [
    ...openActions.map((view) => actionRow(telling, view)),
    ...openCourses.map((view) => courseRow(telling, view)),
  ];
  const hint = last ? format.day(last.session.date, state.preparation.today) : nothing;
  const keys = outcomes.map(
    (each, index) =>
      html`<span><kbd>${words.keys.charAt(index).toUpperCase()}</kbd> ${words[each].toLowerCase()}</span>`,
  );
  return step(telling, 1, {
    hint,
    end: openActions.length > 0 ? html`<span class="keys hint end">${keys}</span>` : nothing,
    content: rows.length > 0 ? html`<ul class="rows">${rows}</ul>` : html`<p class="hint">${words.nothingOpen}</p>`,
  });
}

function actionRow(telling: FormTelling, { action, owner, daysOverdue }: ActionView): TemplateResult {
  const { words, format, form, state } = telling;
  const index = state.content.reviews.findIndex(({ actionId }) => actionId === action.id);
  const { outcome, dueDate = '' } = state.content.reviews[index] ?? {};
  const { today } = state.preparation;
  const day = format.day(action.dueDate, today);
  const isOpen = !outcome || outcome === 'keep';
  const due = isOpen && daysOverdue > 0 ? words.due(format.dayWithDistance(action.dueDate, today)) : words.due(day);
  const path = `reviews.${index}.dueDate`;
  return html`<li class="past ${isOpen ? '' : 'is-closed'}">
    <div>
      <p>${action.text}</p>
      <p class="hint dots">
        <span>${nameFor(telling, owner)}</span
        ><span class=${isOpen && daysOverdue > 0 ? 'caution' : ''}>${isOpen ? due : words.wasDue(day)}</span>
      </p>
    </div>
    <fieldset class="choice" @keydown=${(event: KeyboardEvent) => choose(telling, action.id, event)}>
      <legend class="spoken">${action.text}</legend>
      ${outcomes.map(
        (each) =>
          html`<label data-words=${words[each]}
            ><input
              type="radio"
              name=${action.id}
              .checked=${live(each === outcome)}
              @change=${() => form.review(action.id, each)}
            />${words[each]}</label
          >`,
      )}
    </fieldset>
    ${
      outcome === 'keep'
        ? html`<div class="kept">
          <span class="hint">${words.newDate}</span>
          ${dateField(telling, {
            path,
            label: words.newDateFor(action.text),
            value: dueDate,
            set: (text) => form.setReviewDate(action.id, text),
            isBoxed: true,
          })}
          ${errorAt(telling, path)}
        </div>`
        : nothing
    }
  </li>`;
}

/** D, K or X on a row answers it and goes on to the next; after the last one to the focus. */
function choose({ words, form, go }: FormTelling, actionId: string, event: KeyboardEvent): void {
  const outcome = outcomes[words.keys.indexOf(event.key.toLowerCase())];
  if (!outcome || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const next = (event.currentTarget as Element).closest('li')?.nextElementSibling?.querySelector('input');
  form.review(actionId, outcome);
  if (next) go(`[name="${next.name}"]:checked`, `[name="${next.name}"]`);
  else go('.chips :checked', '.chips input', '#focus');
}

function courseRow({ words, terms, format, state }: FormTelling, view: CourseView): TemplateResult {
  return html`<li class="past">
    <div>
      <p>${courseTitle(view, terms)}</p>
      <p class="hint dots">
        <span>${words.course}</span><span>${words.since(format.day(view.assignment.requestedOn, state.preparation.today))}</span>
      </p>
    </div>
    <p class="small">${courseState(view, terms, format, state.preparation.today)}</p>
  </li>`;
}
