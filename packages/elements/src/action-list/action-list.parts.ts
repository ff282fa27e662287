import { addDays, type ActionView } from '@coachkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { courseState, courseTitle } from '../base/course-state.js';
import { dots } from '../base/dots.js';
import { inputField, sent } from '../base/field.js';
import { courseIcon, moreIcon, plusIcon } from '../base/icons.js';
import { nameFor, type Telling } from '../base/page.js';
import type { ActionListWords } from './action-list.messages.js';

/** What a row needs to know besides its action. */
export interface RowState {
  readonly isBusy: boolean;
  /** Whether it was closed a moment ago and can be brought back in place. */
  readonly canUndo: boolean;
  readonly isEditing: boolean;
  readonly note: unknown;
  readonly dateError: string | undefined;
  readonly reasonError: string | undefined;
}

/** What can be done with a row. */
export interface RowHandlers {
  readonly state: (view: ActionView) => RowState;
  readonly toggle: (view: ActionView) => void;
  readonly undo: (view: ActionView) => void;
  readonly edit: (view: ActionView | undefined) => void;
  readonly move: (view: ActionView, dueDate: string) => void;
  readonly drop: (view: ActionView, reason: string) => void;
}

type ListTelling = Telling<ActionListWords>;

/** The rows of one group. Rows are keyed, so that focus and half-typed text stay with their action. */
export function rowsOf(telling: ListTelling, views: readonly ActionView[], handlers: RowHandlers): TemplateResult {
  return html`<ul class="rows">
    ${repeat(
      views,
      ({ action }) => action.id,
      (view) => row(telling, view, handlers),
    )}
  </ul>`;
}

function row(telling: ListTelling, view: ActionView, handlers: RowHandlers): TemplateResult {
  const { words, terms, format, base } = telling;
  const { action, canClose, courses } = view;
  const { id, text, status } = action;
  const { isBusy, canUndo, isEditing, note } = handlers.state(view);
  const isOpen = status === 'open';
  return html`<li class="row ${isOpen ? '' : 'is-closed'}" data-id=${id} aria-busy=${isBusy ? 'true' : nothing}>
    <label class="tick">
      <input
        type="checkbox"
        .checked=${status === 'done'}
        ?disabled=${!canClose}
        aria-describedby="meta-${id}"
        @click=${(event: Event) => {
          // The box shows what is kept: it is ticked when that is so.
          event.preventDefault();
          handlers.toggle(view);
        }}
      />
      <span class="text">${text}</span>
    </label>
    ${
      canClose && isOpen
        ? html`<button
            type="button"
            class="button button-icon"
            aria-label=${words.change(text)}
            aria-expanded=${isEditing ? 'true' : 'false'}
            @click=${() => handlers.edit(isEditing ? undefined : view)}
          >${moreIcon()}</button>`
        : nothing
    }
    <p class="hint dots meta" id="meta-${id}">
      ${dots(
        nameFor(telling, view.owner),
        when(telling, view),
        courseParty(telling, view),
        isBusy ? words.saving : nothing,
      )}
    </p>
    ${courses.map(
      (course) => html`<p class="small course">
        ${courseIcon()}<span class="dots">${dots(courseTitle(course, terms), courseState(course, terms, format))}</span>
      </p>`,
    )}
    ${
      canUndo
        ? html`<p class="undo small">
            <span>${status === 'dropped' ? words.dropped : words.done}</span>
            <button type="button" class="button button-small" @click=${() => handlers.undo(view)}>${base.undo}</button>
          </p>`
        : nothing
    }
    ${isEditing ? editor(telling, view, handlers) : nothing} ${note}
  </li>`;
}

function when({ words, format }: ListTelling, { action, group, daysOverdue }: ActionView): unknown {
  const { status, dueDate, closedAt } = action;
  if (status === 'open') {
    const due = words.due(format.dayWithDistance(dueDate, addDays(dueDate, daysOverdue)));
    return group === 'overdue' ? html`<span class="caution">${due}</span>` : due;
  }
  const date = closedAt === undefined ? '' : format.date(closedAt);
  return status === 'done' ? words.doneOn(date) : html`${words.droppedOn(date)}`;
}

/** With whom it was agreed, where that is not said by the owner already. */
function courseParty({ words, actorId }: ListTelling, { manager, employee, owner }: ActionView): unknown {
  const other = manager.id === actorId ? employee : manager;
  return other.id === owner.id ? nothing : words.with(other.name);
}

function editor(telling: ListTelling, view: ActionView, handlers: RowHandlers): TemplateResult {
  const { words, base } = telling;
  const { id, dueDate } = view.action;
  const { dateError, reasonError } = handlers.state(view);
  return html`<div
    class="editor"
    @keydown=${({ key }: KeyboardEvent) => {
      if (key === 'Escape') handlers.edit(undefined);
    }}
  >
    <form class="inline" novalidate @submit=${sent((date = '') => handlers.move(view, date))}>
      ${inputField('date', { id: `date-${id}`, label: words.newDate, error: dateError, value: dueDate })}
      <button class="button button-small">${words.saveDate}</button>
    </form>
    <form class="inline" novalidate @submit=${sent((reason = '') => handlers.drop(view, reason))}>
      ${inputField('text', { id: `reason-${id}`, label: words.reason, error: reasonError })}
      <button class="button button-small">${words.drop}</button>
    </form>
    <button type="button" class="button button-text button-quiet" @click=${() => handlers.edit(undefined)}>${base.close}</button>
  </div>`;
}

/** An action of one's own being added. */
export interface AddForm {
  readonly isOpen: boolean;
  readonly textError: string | undefined;
  readonly dueError: string | undefined;
  readonly note: unknown;
  readonly open: () => void;
  readonly close: () => void;
  readonly add: (text: string, dueDate: string) => void;
}

/** The button that opens into the two fields an action needs. What was typed stays while it is closed. */
export function addForm({ words, base }: ListTelling, form: AddForm): TemplateResult {
  const { isOpen, textError, dueError, note, open, close, add } = form;
  return html`<p class="screen-only" ?hidden=${isOpen}>
      <button type="button" class="button button-text" id="add" @click=${open}>${plusIcon()}${words.add}</button>
    </p>
    <form
      class="add screen-only"
      aria-label=${words.add}
      novalidate
      ?hidden=${!isOpen}
      @keydown=${({ key }: KeyboardEvent) => {
        if (key === 'Escape') close();
      }}
      @submit=${sent((text = '', due = '') => add(text, due))}
    >
      ${inputField('text', { id: 'add-text', label: words.addText, error: textError })}
      ${inputField('date', { id: 'add-due', label: words.addDue, error: dueError })} ${note}
      <div class="buttons">
        <button class="button">${words.addIt}</button>
        <button type="button" class="button button-quiet" @click=${close}>${base.cancel}</button>
      </div>
    </form>`;
}
