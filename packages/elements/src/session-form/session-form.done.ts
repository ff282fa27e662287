import type { ActionList } from '@coachkit/core';
import type { RecordedResult } from '@coachkit/core/session-form';
import { html, nothing, type TemplateResult } from 'lit';
import { courseState, courseTitle } from '../base/course-state.js';
import { warningIcon } from '../base/icons.js';
import type { FormTelling } from './form-telling.js';
import { reachOf, type Reach } from './sync-words.js';

/** After the record: what has become of it, and what happens next. Calm, and in the place of the form. */
export function done(
  telling: FormTelling,
  recorded: RecordedResult,
  list: ActionList | undefined,
  { correct, retry }: { readonly correct: () => void; readonly retry: (assignmentId: string) => void },
): TemplateResult {
  const { words, base, terms, format, state, sync } = telling;
  const { correcting, nextDue } = state.preparation;
  const { notices, actionIds } = recorded;
  const reach = reachOf(recorded, sync);
  const courses = (list?.actions ?? [])
    .filter(({ action }) => actionIds.includes(action.id))
    .flatMap((each) => each.courses);
  const headings: Readonly<Record<Reach, string>> = {
    memory: words.recordedInMemory,
    device: words.recordedOnDevice,
    attention: words.recordedOnDevice,
    server: correcting ? words.corrected : words.recorded,
  };
  return html`<div class="done">
    <h2 class="title" id="done" tabindex="-1">${headings[reach]}</h2>
    <p>${whoReads(telling, reach)} ${correcting ? nothing : words.next(format.weekday(nextDue))}</p>
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

/** Whether the employee can read it yet. The lines are as long as each other, so that arriving moves next to nothing. */
function whoReads({ words, name, sync }: FormTelling, reach: Reach): unknown {
  switch (reach) {
    case 'memory':
      return nothing;
    case 'server':
      return words.canRead(name);
    case 'attention':
      return html`<span class="say caution">${warningIcon()}${words.refused(name)}</span>`;
    case 'device':
      return sync.connection === 'signed-out' ? words.readsSignedIn(name) : words.readsOnline(name);
  }
}
