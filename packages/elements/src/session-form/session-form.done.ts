import type { ActionList } from '@coachkit/core';
import type { RecordedResult } from '@coachkit/core/session-form';
import { html, nothing, type TemplateResult } from 'lit';
import { courseState, courseTitle } from '../base/course-state.js';
import type { FormTelling } from './form-telling.js';

/** After the record: what has become of it, and what happens next. Calm, and in the place of the form. */
export function done(
  telling: FormTelling,
  { level, notices, actionIds }: RecordedResult,
  list: ActionList | undefined,
  { correct, retry }: { readonly correct: () => void; readonly retry: (assignmentId: string) => void },
): TemplateResult {
  const { words, base, terms, format, state, name } = telling;
  const { correcting, nextDue } = state.preparation;
  const courses = (list?.actions ?? [])
    .filter(({ action }) => actionIds.includes(action.id))
    .flatMap((each) => each.courses);
  const heading = level === 'memory' ? words.recordedInMemory : correcting ? words.corrected : words.recorded;
  return html`<div class="done">
    <h2 class="title" id="done" tabindex="-1">${heading}</h2>
    <p>${level === 'memory' ? nothing : words.canRead(name)} ${correcting ? nothing : words.next(format.weekday(nextDue))}</p>
    ${notices.map((notice) => html`<p class="hint">${words.notice(notice)}</p>`)}
    ${
      courses.length > 0
        ? html`<ul class="rows">
          ${courses.map(
            (course) =>
              html`<li>
                <p>${courseTitle(course, terms)}</p>
                <p class="small">${courseState(course, terms, format)}</p>
                ${
                  course.assignment.status === 'not-delivered'
                    ? html`<button
                      type="button"
                      class="button button-small"
                      @click=${() => retry(course.assignment.id)}
                    >
                      ${base.retry}
                    </button>`
                    : nothing
                }
              </li>`,
          )}
        </ul>`
        : nothing
    }
    <p class="screen-only">
      <button type="button" class="button" @click=${correct}>${words.correct}</button>
    </p>
  </div>`;
}
