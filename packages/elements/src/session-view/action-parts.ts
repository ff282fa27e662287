import { addDays, type ActionView, type CourseView } from '@coachkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { courseState, courseTitle } from '../base/course-state.js';
import { dots } from '../base/dots.js';
import { courseIcon } from '../base/icons.js';
import { nameFor } from '../base/page.js';
import type { SessionTelling } from './session-view.parts.js';

/** What can be done with an agreed action. */
export interface ActionHandlers {
  /** Marks it done, or opens it again. */
  readonly toggle: (view: ActionView) => void;
  /** Asks the learning system again; absent when the reader may not. */
  readonly retry: ((course: CourseView) => void) | false;
  /** What went wrong with this action or course, by its id. */
  readonly note: (id: string) => unknown;
}

/** Agreed actions with their state and their courses. */
export function agreedActions(
  telling: SessionTelling,
  actions: readonly ActionView[],
  handlers: ActionHandlers,
): TemplateResult {
  if (actions.length === 0) return html`<p class="quiet">${telling.words.noActions}</p>`;
  return html`<ul class="rows">${actions.map((view) => agreedAction(telling, view, handlers))}</ul>`;
}

function agreedAction(
  telling: SessionTelling,
  view: ActionView,
  { toggle, retry, note }: ActionHandlers,
): TemplateResult {
  const { words, base, terms, format } = telling;
  const { action, canClose, courses } = view;
  const isOpen = action.status === 'open';
  const act = isOpen ? words.markDone : words.reopen;
  return html`<li class="row ${isOpen ? '' : 'is-closed'}">
    <p class="said">${action.text}</p>
    <p class="hint dots">${dots(nameFor(telling, view.owner), stateOf(telling, view), action.dropReason)}</p>
    ${
      canClose
        ? html`<button
            type="button"
            class="button button-small act"
            aria-label=${terms.forThis(act, action.text)}
            @click=${() => toggle(view)}
          >${act}</button>`
        : nothing
    }
    ${note(action.id)}
    ${courses.map((course) => {
      const { id, status } = course.assignment;
      const title = courseTitle(course, terms);
      const minutes = course.course?.durationMinutes;
      return html`<div class="facts">
        ${courseIcon()}
        <div class="row">
          <p>${title} ${minutes ? html`<span class="hint">${format.count(minutes, 'minute')}</span>` : nothing}</p>
          <p class="small">${courseState(course, terms, format)}</p>
          ${
            retry && status === 'not-delivered'
              ? html`<button
                  type="button"
                  class="button button-small"
                  aria-label=${terms.forThis(base.retry, title)}
                  @click=${() => retry(course)}
                >${base.retry}</button>`
              : nothing
          }
          ${note(id)}
        </div>
      </div>`;
    })}
  </li>`;
}

function stateOf({ words, terms, format }: SessionTelling, { action, group, daysOverdue }: ActionView): unknown {
  const { status, dueDate, closedAt } = action;
  if (status === 'open') {
    const due = terms.due(format.dayWithDistance(dueDate, addDays(dueDate, daysOverdue)));
    return group === 'overdue' ? html`<span class="caution">${due}</span>` : due;
  }
  return words.closedOn(status, closedAt ? format.date(closedAt) : '');
}
