import type { Course, DevelopmentActivity, DraftAction } from '@coachkit/core';
import type { CourseIntent } from '@coachkit/core/session-form';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { courseIcon, crossIcon } from '../base/icons.js';
import type { Combobox } from '../base/combobox.js';
import type { FormTelling } from './form-telling.js';

const intents: readonly CourseIntent[] = ['recommend', 'assign'];

/** A course of an action, recommended or assigned; what that means is said (M24). */
export function linkedCourse(
  { words, terms, format, form, state, name, removed }: FormTelling,
  { id }: DraftAction,
  { courseId, intent }: Extract<DevelopmentActivity, { kind: 'course' }>,
): TemplateResult {
  const course = state.linkedCourses.get(courseId);
  const title = course?.title ?? terms.unknownCourse;
  const minutes = course?.durationMinutes;
  return html`<div class="course">
      <p>${courseIcon()} ${title} <span class="hint">${minutes ? format.count(minutes, 'minute') : nothing}</span></p>
      <fieldset class="choice">
        <legend class="spoken">${title}</legend>
        ${intents.map(
          (each) =>
            html`<label data-words=${words[each]}
              ><input
                type="radio"
                name="${id}-${courseId}"
                .checked=${live(each === intent)}
                @change=${() => form.setIntent(id, courseId, each)}
              />${words[each]}</label
            >`,
        )}
      </fieldset>
      <button
        type="button"
        class="button button-icon"
        aria-label=${words.removeCourse(title)}
        @click=${() => {
          form.unlinkCourse(id, courseId);
          removed('course');
        }}
      >
        ${crossIcon()}
      </button>
    </div>
    <p class="hint">${intent === 'assign' ? words.enrols(name) : words.recommends(name)}</p>`;
}

/** The search for a course, which is linked to the last action, or to one of its own where there is none. */
export function addCourse(telling: FormTelling, combobox: Combobox<Course>): TemplateResult {
  const { words, format, form, state, go } = telling;
  const { query } = state.courses;
  const describe = ({ title, durationMinutes }: Course) => ({
    label: title,
    hint: durationMinutes === undefined ? undefined : format.count(durationMinutes, 'minute'),
  });
  return html`<details class="ask">
    <summary>${courseIcon()}${words.addCourse}</summary>
    ${combobox.render({
      id: 'courses',
      label: words.findCourse,
      listLabel: words.courses,
      nothingFound: words.nothingFound,
      query,
      search: state.courses,
      describe,
      ask: form.searchCourses,
      choose: (course) => {
        if (course) form.linkCourse(course, form.addAction() ?? state.content.actions.at(-1)?.id);
        go('#quickEntry');
      },
    })}
  </details>`;
}
