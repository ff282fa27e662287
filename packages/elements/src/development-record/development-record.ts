import {
  CoachingError,
  invalidInput,
  type Coaching,
  type DevelopmentRecord,
  type Goal,
  type Session,
} from '@coachkit/core';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ChangingElement } from '../base/changing-element.js';
import { inputField } from '../base/field.js';
import { foldingForm } from '../base/folding-form.js';
import { LiveController } from '../base/live.js';
import { OpenConflicts } from '../base/open-conflicts.js';
import { termsCatalogue } from '../base/messages/terms.messages.js';
import { section } from '../base/page.js';
import { choices } from '../base/styles/choices.styles.js';
import { fields } from '../base/styles/fields.styles.js';
import { page } from '../base/styles/page.styles.js';
import { popover } from '../base/styles/popover.styles.js';
import { rows } from '../base/styles/rows.styles.js';
import {
  developmentRecordCatalogue,
  type DevelopmentRecordWords,
  type EntryFilter,
} from './development-record.messages.js';
import { filterChoice, head, skillTable, timeline } from './development-record.parts.js';
import { developmentRecordStyles } from './development-record.styles.js';
import { goalList } from './goal-parts.js';
import type { RecordTelling } from './record-facts.js';
import { SkillField } from './skill-field.js';

// A year of a busy pair; more is asked for.
const pageSize = 50;

/**
 * One person's development in one column: goals with their next step on top, skills by how often they were practised,
 * then sessions, courses and done actions by month, newest first. The employee and their current manager can read it;
 * the employee can take it along as a page or as JSON, which is made in the browser.
 *
 * Keys: Tab goes through what can be done, in reading order; the arrow keys choose what the timeline shows. Escape closes
 * the form for a goal and leads back to the button that opened it. In the field for a skill, Down and Up go through the
 * list, Enter takes the one that is marked, Escape closes the list.
 *
 * @tag coaching-development-record
 * @fires coaching-session-opened - a session is to be shown; `detail: { sessionId, relationshipId }`
 * @fires coaching-goal-adding - before a goal is added, can be prevented; `detail: { employeeId }`
 * @fires coaching-goal-added - a goal was added; `detail: { employeeId, goalId }`
 * @fires coaching-goal-updating - before a goal is marked or opened again, can be prevented; `detail: { goalId, status }`
 * @fires coaching-goal-updated - a goal was marked or opened again; `detail: { goalId, status }`
 * @fires coaching-record-exporting - before the record is handed out as a file, can be prevented; `detail: { employeeId, format }`
 * @fires coaching-record-exported - the record was handed out as a file; `detail: { employeeId, format }`
 * @fires coaching-conflict-resolving - before one of two versions is chosen, can be prevented; `detail: { conflictId, take }`
 * @fires coaching-conflict-resolved - one was chosen: `current`, `other` or `merged`; `detail: { conflictId, take }`
 */
export class CoachingDevelopmentRecord extends ChangingElement<DevelopmentRecordWords> {
  static override readonly catalogue = developmentRecordCatalogue;
  /** @internal */
  static override styles = [ChangingElement.styles, rows, choices, fields, popover, page, developmentRecordStyles];

  /** Whose record; that of the signed-in person when absent. */
  @property({ attribute: 'employee-id' }) employeeId: string | undefined;

  protected override readonly skeletonRows = 8;

  @state() private filter: EntryFilter = 'all';
  @state() private shown = pageSize;
  @state() private isAdding = false;
  // A goal that was marked just now, so that it can be taken back although it is no longer in its place.
  @state() private marked: Goal | undefined;
  readonly #record = new LiveController(this, 'development', () => ({ employeeId: this.employeeId }));
  readonly #conflicts = new OpenConflicts(this, this.acts, 'goal', () => ({
    employeeId: this.#record.data?.employee.id,
  }));
  readonly #skill = new SkillField(this, {
    find: (text) => this.attempt(async () => this.coaching?.skills.find(text, 6)),
    say: (count) => this.announce(this.words.skillsFound(count)),
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('employeeId')) return;
    this.filter = 'all';
    this.shown = pageSize;
    this.isAdding = false;
    this.marked = undefined;
  }

  protected override view(coaching: Coaching): unknown {
    const { words } = this;
    const { snapshot } = this.#record;
    // One answer for what does not exist and for what is not the reader's, and no words left over from before.
    if (snapshot.status === 'failed' && ['not-found', 'forbidden'].includes(snapshot.error.code))
      return this.empty('not-allowed', words.notYours, words.notYoursText);
    return this.show(this.#record, (record) => this.#page(record, coaching));
  }

  #page(record: DevelopmentRecord, coaching: Coaching): TemplateResult {
    const { words } = this;
    const { employee, goals, skills, today } = record;
    const telling: RecordTelling = {
      words,
      base: this.base,
      terms: this.wordsOf(termsCatalogue),
      format: this.format,
      actorId: coaching.actor.personId,
    };
    const isOwn = employee.id === telling.actorId;
    return html`<article class="page" aria-labelledby="title">
      ${head(telling, employee.name, isOwn, isOwn ? this.#exports(record, telling) : nothing)}
      ${section(
        'goals',
        words.goals,
        html`${this.#conflicts.view((id) => goals.find(({ goal }) => goal.id === id)?.goal.title)} ${this.#undo(coaching)}
        ${goalList(telling, goals, today, {
          set: (goal, status) => void this.#mark(coaching, goal, status),
          note: (id) => this.noteAt(id),
        })}
        ${this.#goalForm(coaching, employee.id)}`,
      )}
      ${skills.length > 0 ? section('skills', words.skills, skillTable(telling, record)) : nothing}
      ${section('entries', words.entries, this.#entries(telling, record))}
    </article>`;
  }

  #exports(record: DevelopmentRecord, telling: RecordTelling): TemplateResult {
    const { words } = this;
    const button = (format: 'page' | 'json', label: string): TemplateResult =>
      html`<button
        type="button"
        class="button button-small"
        @click=${() => void this.#export(record, telling, format)}
      >${label}</button>`;
    return html`<div class="buttons screen-only">
        ${button('page', words.exportPage)} ${button('json', words.exportData)}
      </div>
      ${this.noteAt('export')}`;
  }

  #entries(telling: RecordTelling, record: DevelopmentRecord): TemplateResult {
    const { words, filter, shown } = this;
    const { entries } = record;
    if (entries.length === 0) return this.empty('nothing-yet', words.nothing, words.nothingText);
    const matching = filter === 'all' ? entries : entries.filter(({ kind }) => kind === filter);
    const open = ({ id: sessionId, relationshipId }: Session): void =>
      this.emit('coaching-session-opened', { sessionId, relationshipId });
    return html`<div class="screen-only">${filterChoice(telling, filter, (chosen) => this.#narrow(chosen))}</div>
    ${
      matching.length > 0
        ? timeline(telling, matching.slice(0, shown), record, open)
        : this.empty('no-match', words.noMatch(filter), words.noMatchText, this.#showAll())
    }
    ${
      matching.length > shown
        ? html`<p class="buttons screen-only">
            <button type="button" class="button" @click=${() => void this.#showEarlier()}>${words.showEarlier}</button>
            <span class="hint">${words.shownOf(shown, matching.length)}</span>
          </p>`
        : nothing
    }`;
  }

  #showAll(): TemplateResult {
    return html`<button
      type="button"
      class="button button-small"
      @click=${() => {
        this.#narrow('all');
        void this.focusOn('[name=filter]');
      }}
    >${this.words.showAll}</button>`;
  }

  #narrow(filter: EntryFilter): void {
    this.filter = filter;
    this.shown = pageSize;
  }

  async #showEarlier(): Promise<void> {
    const first = this.shown;
    this.shown += pageSize;
    await this.updateComplete;
    const row = this.renderRoot.querySelectorAll<HTMLElement>('.month .entry')[first];
    if (!row) return;
    // A row takes the focus only this once: it is read from there on, and is no stop of the Tab key.
    row.tabIndex = -1;
    row.focus();
  }

  #undo(coaching: Coaching): unknown {
    const { words, marked } = this;
    if (!marked) return nothing;
    const said = marked.status === 'reached' ? words.goalReached(marked.title) : words.goalDropped(marked.title);
    return html`<div class="note screen-only">
      <p>${said}</p>
      <button
        type="button"
        class="button button-small"
        id="undo"
        @click=${() => void this.#mark(coaching, marked, 'open')}
      >${this.base.undo}</button>
    </div>`;
  }

  async #mark(coaching: Coaching, { id: goalId }: Goal, status: Goal['status']): Promise<void> {
    const { words } = this;
    const goal = await this.change({
      place: goalId,
      asking: 'coaching-goal-updating',
      told: 'coaching-goal-updated',
      detail: { goalId, status },
      save: () => coaching.plans.updateGoal({ goalId, status }),
      said: ({ title }) =>
        status === 'reached'
          ? words.goalReached(title)
          : status === 'dropped'
            ? words.goalDropped(title)
            : words.goalOpen(title),
    });
    if (!goal) return;
    this.marked = status === 'open' ? undefined : goal;
    if (this.marked) await this.focusOn('#undo');
  }

  #goalForm(coaching: Coaching, employeeId: string): TemplateResult {
    const { words } = this;
    const error = (path: string): string | undefined => this.errorAt('goal', path);
    return foldingForm(this.base, {
      isOpen: this.isAdding,
      label: words.addGoal,
      act: words.addIt,
      content: html`${inputField('text', { id: 'goal', label: words.goalTitle, error: error('title') })}
        ${inputField('date', { id: 'target', label: words.goalDate, error: error('targetDate') })}
        ${this.#skill.render({ id: 'skill', label: words.goalSkill, hint: words.goalSkillHint, error: error('skillId') })}
        ${this.noteAt('goal', 'title', 'targetDate', 'skillId')}`,
      open: () => {
        this.isAdding = true;
        void this.focusOn('#goal');
      },
      close: () => this.#closeForm(),
      send: (title = '', date = '', skill = '') => void this.#add(coaching, employeeId, title, date, skill),
    });
  }

  async #add(coaching: Coaching, employeeId: string, title: string, targetDate: string, skill: string): Promise<void> {
    const { skillId } = this.#skill;
    const added = await this.change({
      place: 'goal',
      asking: 'coaching-goal-adding',
      told: 'coaching-goal-added',
      detail: { employeeId },
      save: async () => {
        // Typed and not chosen: which one was meant is not for us to guess.
        if (skill.trim() && !skillId) throw invalidInput('skillId', 'not-an-option');
        return coaching.plans.addGoal({
          employeeId,
          title,
          ...(targetDate && { targetDate }),
          ...(skillId && { skillId }),
        });
      },
      result: ({ id: goalId }) => ({ goalId }),
      said: () => this.words.goalAdded,
    });
    if (!added) return this.focusOn('[aria-invalid=true]');
    for (const input of this.renderRoot.querySelectorAll<HTMLInputElement>('form .input')) input.value = '';
    this.#skill.clear();
    this.#closeForm();
  }

  #closeForm(): void {
    this.isAdding = false;
    void this.focusOn('#add');
  }

  async #export(record: DevelopmentRecord, telling: RecordTelling, format: 'page' | 'json'): Promise<void> {
    await this.change({
      place: 'export',
      asking: 'coaching-record-exporting',
      told: 'coaching-record-exported',
      detail: { employeeId: record.employee.id, format },
      save: async () => {
        // Needed once in a while, so it is fetched then.
        const { exportRecord } = await import('./export-record.js').catch((cause: unknown) => {
          throw new CoachingError('part-not-loaded', 'the export could not be fetched', { retryable: true, cause });
        });
        exportRecord(record, telling, format);
        return { value: format };
      },
      said: () => this.words.exported,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'coaching-development-record': CoachingDevelopmentRecord;
  }
  interface HTMLElementEventMap {
    'coaching-session-opened': CustomEvent<{ readonly sessionId: string; readonly relationshipId: string }>;
  }
}
