import { CoachingError, type ActionView, type Coaching, type Saved, type UpdateActionInput } from '@coachkit/core';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CoachingElement } from '../base/element.js';
import { chevronIcon } from '../base/icons.js';
import { LiveController } from '../base/live.js';
import { OpenConflicts } from '../base/open-conflicts.js';
import { rulesCatalogue } from '../base/messages/rules.messages.js';
import { termsCatalogue } from '../base/messages/terms.messages.js';
import { fields } from '../base/styles/fields.styles.js';
import { rows } from '../base/styles/rows.styles.js';
import { groupedActions, matchingActions, type ActionGroup } from './action-groups.js';
import { actionListCatalogue, type ActionListWords } from './action-list.messages.js';
import { addForm, rowsOf, type RowHandlers } from './action-list.parts.js';
import { actionListStyles } from './action-list.styles.js';

/** How long a row that was closed stays in its place with its undo, in milliseconds. */
const undoTime = 8_000;

/** How long the focus goes along with a row that is drawn anew in another group, in milliseconds. */
const followingTime = 400;

/** From how many actions on the field to find one is shown. */
const filterFrom = 20;

/**
 * What two people have agreed to do: overdue, this week, later, and what is done. Both tick off, move and drop; what
 * was ticked off can be brought back in its place for eight seconds.
 *
 * Keys: Arrow down and up move between actions, Home and End to the first and last, Space ticks one off, Ctrl+Z or ⌘+Z
 * brings back the last one. Every control is reached by Tab as well. Escape closes an editor and leads back to its
 * button.
 *
 * @tag coaching-action-list
 * @fires coaching-action-updating - before an action changes, can be prevented; `detail: { actionId, status }`
 * @fires coaching-action-updated - an action has changed; `detail: { actionId, status }`
 * @fires coaching-action-adding - before an action is added, can be prevented; `detail: { relationshipId }`
 * @fires coaching-action-added - an action was added; `detail: { actionId, relationshipId }`
 * @fires coaching-conflict-resolving - before one of two versions is chosen, can be prevented; `detail: { conflictId, take }`
 * @fires coaching-conflict-resolved - one was chosen: `current`, `other` or `merged`; `detail: { conflictId, take }`
 */
export class CoachingActionList extends CoachingElement<ActionListWords> {
  static override readonly catalogue = actionListCatalogue;
  /** @internal */
  static override styles = [CoachingElement.styles, rows, fields, actionListStyles];

  /** Actions of this pair only; of everybody the reader coaches or is coached by when absent. */
  @property({ attribute: 'relationship-id' }) relationshipId: string | undefined;

  /** Actions that this person has taken on only. */
  @property({ attribute: 'owner-id' }) ownerId: string | undefined;

  /** For how many days actions that are done stay in the list, 0 to 400; 30 when absent. */
  @property({ attribute: 'closed-within-days', type: Number }) closedWithinDays: number | undefined;

  @state() private query = '';
  @state() private editing = '';
  @state() private isAdding = false;
  /** Rows as they were before they were closed, while that can be undone. */
  readonly #held = new Map<string, ActionView>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #busy = new Set<string>();
  /** What went wrong, by action; '' for the form that adds one. */
  readonly #failures = new Map<string, unknown>();
  /** The control that has the focus and may be drawn anew in another group. */
  #following = '';
  readonly #list = new LiveController(this, 'actions', () => ({
    relationshipId: this.relationshipId,
    ownerId: this.ownerId,
    closedWithinDays: this.closedWithinDays,
  }));

  readonly #conflicts = new OpenConflicts(this, this.acts, 'action', () => ({ relationshipId: this.relationshipId }));

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#held.clear();
  }

  /** A row that has moved to another group is another element there: the focus goes along. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#following !== '') this.renderRoot.querySelector<HTMLElement>(this.#following)?.focus();
  }

  /** Puts the focus on the first action. */
  override focus(): void {
    this.#ticks()[0]?.focus();
  }

  protected override view(coaching: Coaching): unknown {
    const { snapshot } = this.#list;
    if (snapshot.status === 'failed' && ['not-found', 'forbidden'].includes(snapshot.error.code)) {
      return this.empty('not-allowed', this.words.notYours, this.words.notYoursText);
    }
    return this.show(this.#list, ({ actions }) => this.#content(actions, coaching));
  }

  #content(actions: readonly ActionView[], coaching: Coaching): TemplateResult {
    const found = matchingActions(actions, this.query);
    const groups = groupedActions(found, this.#held);
    const closed = groups.get('closed') ?? [];
    const isNarrowed = this.query.trim() !== '';
    return html`<div class="list" @keydown=${(event: KeyboardEvent) => this.#move(event, coaching)}>
      ${this.#conflicts.view((id) => actions.find(({ action }) => action.id === id)?.action.text)} ${actions.length >= filterFrom || isNarrowed ? this.#filter(found.length, isNarrowed) : nothing}
      ${(['overdue', 'this-week', 'later'] as const).map((group) => this.#group(group, groups.get(group) ?? [], coaching))}
      ${found.length === closed.length ? this.#nothingOpen(actions, isNarrowed) : nothing}
      ${
        closed.length > 0
          ? html`<details ?open=${isNarrowed}>
              <summary class="strong">${chevronIcon()}${this.words.closed(closed.length)}</summary>
              ${this.#rows(closed, coaching)}
            </details>`
          : nothing
      }
      ${this.relationshipId ? this.#addForm(this.relationshipId, coaching) : nothing}
    </div>`;
  }

  #group(group: Exclude<ActionGroup, 'closed'>, views: readonly ActionView[], coaching: Coaching): unknown {
    if (views.length === 0) return nothing;
    const { overdue, thisWeek, later } = this.words;
    const heading = { overdue, 'this-week': thisWeek, later }[group];
    return html`<div role="group" aria-labelledby=${group}>
      <div class="group-head"><h3 class="section-title" id=${group}>${heading}</h3></div>
      ${this.#rows(views, coaching)}
    </div>`;
  }

  #nothingOpen(actions: readonly ActionView[], isNarrowed: boolean): TemplateResult {
    const { words } = this;
    if (isNarrowed) {
      const all = html`<button type="button" class="button button-small" @click=${() => this.#clear()}>${words.clear}</button>`;
      return this.empty('no-match', words.noMatch, undefined, all);
    }
    return actions.length === 0
      ? this.empty('nothing-yet', words.nothingYet, words.nothingYetText)
      : this.empty('nothing-yet', words.nothingOpen, words.nothingOpenText);
  }

  #filter(count: number, isNarrowed: boolean): TemplateResult {
    return html`<div class="find screen-only" role="search">
      <label class="label small" for="find">${this.words.filter}</label>
      <input
        class="input"
        id="find"
        type="search"
        autocomplete="off"
        aria-describedby="found"
        .value=${this.query}
        @input=${({ target }: InputEvent) => (this.query = (target as HTMLInputElement).value)}
      />
      <p class="hint" id="found">${isNarrowed ? this.words.matches(count) : nothing}</p>
    </div>`;
  }

  #rows(views: readonly ActionView[], coaching: Coaching): TemplateResult {
    const { words, base, format } = this;
    const telling = { words, base, format, terms: this.wordsOf(termsCatalogue), actorId: coaching.actor.personId };
    const handlers: RowHandlers = {
      state: ({ action: { id } }) => ({
        isBusy: this.#busy.has(id),
        canUndo: this.#held.has(id),
        isEditing: this.editing === id,
        note: this.#hasField(id) ? nothing : this.failureNote(this.#failures.get(id)),
        dateError: this.#errorAt(id, 'dueDate'),
        reasonError: this.#errorAt(id, 'dropReason'),
      }),
      toggle: (view) =>
        void this.#close(coaching, view, view.action.status === 'open' ? { status: 'done' } : { status: 'open' }),
      undo: (view) => void this.#reopen(coaching, view),
      edit: (view) => this.#edit(view),
      move: (view, dueDate) => void this.#reschedule(coaching, view, dueDate),
      drop: (view, reason) => {
        const dropReason = reason.trim() === '' ? {} : { dropReason: reason };
        void this.#close(coaching, view, { status: 'dropped', ...dropReason });
      },
    };
    return rowsOf(telling, views, handlers);
  }

  #addForm(relationshipId: string, coaching: Coaching): TemplateResult {
    const { words, base, format } = this;
    const telling = { words, base, format, terms: this.wordsOf(termsCatalogue), actorId: coaching.actor.personId };
    return addForm(telling, {
      isOpen: this.isAdding,
      textError: this.#errorAt('', 'text'),
      dueError: this.#errorAt('', 'dueDate'),
      note: this.#hasField('') ? nothing : this.failureNote(this.#failures.get('')),
      open: () => {
        this.isAdding = true;
        void this.focusOn('#add-text');
      },
      close: () => {
        this.isAdding = false;
        void this.focusOn('#add');
      },
      add: (text, dueDate) => void this.#add(coaching, relationshipId, text, dueDate),
    });
  }

  /** One change of one action; several actions may be on their way at once, the same one only once. */
  async #save<T>(
    id: string,
    detail: { readonly status: string },
    save: () => Promise<Saved<T>>,
  ): Promise<T | undefined> {
    if (this.#busy.has(id) || !this.ask('coaching-action-updating', { actionId: id, ...detail })) return undefined;
    this.#busy.add(id);
    this.#failures.delete(id);
    this.requestUpdate();
    try {
      const saved = await save();
      this.emit('coaching-action-updated', { actionId: id, ...detail });
      return saved.value;
    } catch (error) {
      this.#failures.set(id, error);
      this.report(error);
      this.announce(this.sentenceFor(error));
      return undefined;
    } finally {
      this.#busy.delete(id);
      this.requestUpdate();
    }
  }

  async #close(
    coaching: Coaching,
    view: ActionView,
    change: Omit<UpdateActionInput, 'actionId'> & { readonly status: 'open' | 'done' | 'dropped' },
  ): Promise<void> {
    const { id, text } = view.action;
    if (change.status === 'open') return this.#reopen(coaching, view);
    // Held before it is saved, so that the row is in its place when the list comes back changed.
    this.#held.set(id, view);
    const saved = await this.#save(id, { status: change.status }, () =>
      coaching.actions.update({ actionId: id, ...change }),
    );
    if (saved === undefined) {
      this.#held.delete(id);
      return;
    }
    const wasEditing = this.editing === id;
    if (wasEditing) this.editing = '';
    this.announce(change.status === 'done' ? this.words.markedDone(text) : this.words.droppedText(text));
    clearTimeout(this.#timers.get(id));
    this.#timers.set(
      id,
      setTimeout(() => this.#release(id), undoTime),
    );
    if (wasEditing) await this.focusOn(`[data-id="${id}"] .undo button`);
  }

  async #reopen(coaching: Coaching, { action: { id, text } }: ActionView): Promise<void> {
    const reopened = await this.#save(id, { status: 'open' }, () =>
      coaching.actions.update({ actionId: id, status: 'open' }),
    );
    if (reopened === undefined) return;
    this.#release(id);
    this.announce(this.words.reopened(text));
    await this.focusOn(`[data-id="${id}"] input[type=checkbox]`);
  }

  /** Lets a row go where it belongs; while the focus is in it, it stays. */
  #release(id: string): void {
    clearTimeout(this.#timers.get(id));
    const focused = (this.renderRoot as ShadowRoot).activeElement?.closest('[data-id]');
    const isClosed = this.#list.data?.actions.find(({ action }) => action.id === id)?.action.status !== 'open';
    if (isClosed && focused?.getAttribute('data-id') === id) {
      this.#timers.set(
        id,
        setTimeout(() => this.#release(id), undoTime),
      );
      return;
    }
    this.#timers.delete(id);
    this.#held.delete(id);
    this.requestUpdate();
  }

  async #reschedule(coaching: Coaching, { action: { id } }: ActionView, dueDate: string): Promise<void> {
    const moved = await this.#save(id, { status: 'open' }, () => coaching.actions.update({ actionId: id, dueDate }));
    if (moved === undefined) return this.focusOn('[aria-invalid=true]');
    this.editing = '';
    this.announce(this.words.moved(this.format.weekday(moved.dueDate)));
    const button = `[data-id="${id}"] .button-icon`;
    this.#following = button;
    setTimeout(() => {
      if (this.#following === button) this.#following = '';
    }, followingTime);
    await this.focusOn(button);
  }

  async #add(coaching: Coaching, relationshipId: string, text: string, dueDate: string): Promise<void> {
    if (this.#busy.has('') || !this.ask('coaching-action-adding', { relationshipId })) return;
    this.#busy.add('');
    this.#failures.delete('');
    try {
      const ownerId = coaching.actor.personId;
      const { value } = await coaching.actions.add({ relationshipId, ownerId, text, dueDate });
      this.emit('coaching-action-added', { actionId: value.id, relationshipId });
      this.announce(this.words.added);
      for (const input of this.renderRoot.querySelectorAll<HTMLInputElement>('.add input')) input.value = '';
      this.isAdding = false;
      await this.focusOn('#add');
    } catch (error) {
      this.#failures.set('', error);
      this.report(error);
      this.announce(this.sentenceFor(error));
      this.requestUpdate();
      await this.focusOn('.add [aria-invalid=true]');
    } finally {
      this.#busy.delete('');
    }
  }

  #edit(view: ActionView | undefined): void {
    const before = this.editing;
    this.#failures.delete(before);
    this.#following = '';
    this.editing = view?.action.id ?? '';
    void this.focusOn(view ? `[data-id="${this.editing}"] .editor input` : `[data-id="${before}"] .button-icon`);
  }

  #clear(): void {
    this.query = '';
    void this.focusOn('#find');
  }

  #move(event: KeyboardEvent, coaching: Coaching): void {
    if (
      event.key === 'z' &&
      (event.ctrlKey || event.metaKey) &&
      !(event.target instanceof HTMLInputElement && event.target.type !== 'checkbox')
    ) {
      const last = [...this.#held.keys()].at(-1);
      const view = this.#list.data?.actions.find(({ action }) => action.id === last);
      if (view === undefined) return;
      event.preventDefault();
      void this.#reopen(coaching, view);
      return;
    }
    const target = event.target as HTMLInputElement;
    if (target.type !== 'checkbox') return;
    const ticks = this.#ticks();
    const here = ticks.indexOf(target);
    const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: ticks.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    ticks[next]?.focus();
  }

  #ticks(): HTMLInputElement[] {
    const all = this.renderRoot.querySelectorAll<HTMLInputElement>('input[type=checkbox]:enabled');
    return [...all].filter((tick) => tick.closest('details:not([open])') === null);
  }

  #errorAt(id: string, path: string): string | undefined {
    const failure = this.#failures.get(id);
    if (!CoachingError.isInstance(failure)) return undefined;
    const problem = failure.problems.find((each) => each.path === path);
    return problem && this.wordsOf(rulesCatalogue).rule(problem.rule, problem.limit);
  }

  /** Whether a field says itself what went wrong. */
  #hasField(id: string): boolean {
    return ['text', 'dueDate', 'dropReason'].some((path) => this.#errorAt(id, path) !== undefined);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'coaching-action-list': CoachingActionList;
  }
}
