import { textLimits, type ActionView, type Coaching, type CourseView, type SessionRecord } from '@coachkit/core';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { ChangingElement } from '../base/changing-element.js';
import { ConflictPart } from '../base/conflict-part.js';
import { courseStateText } from '../base/course-state.js';
import { inputField } from '../base/field.js';
import { foldingForm } from '../base/folding-form.js';
import { LiveController } from '../base/live.js';
import { termsCatalogue } from '../base/messages/terms.messages.js';
import { fields } from '../base/styles/fields.styles.js';
import { section } from '../base/page.js';
import { page } from '../base/styles/page.styles.js';
import { rows } from '../base/styles/rows.styles.js';
import { agreedActions } from './action-parts.js';
import { commentForm } from './comment-form.js';
import { sessionViewCatalogue, type SessionViewWords } from './session-view.messages.js';
import { comments, head, points, readers, receipts, reviews, type SessionTelling } from './session-view.parts.js';
import { sessionViewStyles } from './session-view.styles.js';
import { unwritten } from './unwritten-parts.js';
import { versions } from './version-parts.js';

/**
 * A coaching session as it was saved, to read: what it was about, what was said, what became of earlier actions, what
 * was agreed. Below it the two of the pair comment, and see who can read it and who did. The words of a record are
 * changed nowhere here: whoever may correct them asks for the form. Where two devices have changed the same, both
 * versions stand side by side until one of the two people chooses, or makes one of both.
 *
 * Keys: Tab goes through what can be done, in reading order. Ctrl+Enter or ⌘+Enter in the comment sends it and stays
 * there. Enter in the form for an action adds it, Escape closes the form; both lead back to the button that opened it.
 *
 * @tag coaching-session-view
 * @fires coaching-session-commenting - before a comment is added, can be prevented; `detail: { sessionId }`
 * @fires coaching-session-commented - a comment was added; `detail: { sessionId, commentId }`
 * @fires coaching-action-updating - before an action is marked or opened again, can be prevented; `detail: { actionId, status }`
 * @fires coaching-action-updated - an action was marked or opened again; `detail: { actionId, status }`
 * @fires coaching-action-adding - before an action is added, can be prevented; `detail: { sessionId, relationshipId }`
 * @fires coaching-action-added - an action was added; `detail: { actionId, sessionId, relationshipId }`
 * @fires coaching-course-retrying - before a course is asked for again, can be prevented; `detail: { assignmentId }`
 * @fires coaching-course-retried - the learning system has answered; `detail: { assignmentId, status }`
 * @fires coaching-conflict-resolving - before one of two versions is chosen, can be prevented; `detail: { conflictId, take }`
 * @fires coaching-conflict-resolved - one was chosen: `current`, `other` or `merged`; `detail: { conflictId, take }`
 * @fires coaching-correction-requested - the record is to be corrected: open the form; `detail: { sessionId, relationshipId }`
 */
export class CoachingSessionView extends ChangingElement<SessionViewWords> {
  static override readonly catalogue = sessionViewCatalogue;
  /** @internal */
  static override styles = [ChangingElement.styles, rows, fields, page, sessionViewStyles];

  /** Which session. */
  @property({ attribute: 'session-id' }) sessionId: string | undefined;

  protected override readonly skeletonRows = 8;

  @state() private comment = '';
  @state() private isAdding = false;
  readonly #record = new LiveController(this, 'session', () =>
    this.sessionId ? { sessionId: this.sessionId } : undefined,
  );
  readonly #conflicts = new ConflictPart(this, this.acts);
  // What was typed and not sent stays with its session while the host shows another one.
  readonly #unsent = new Map<string | undefined, string>();

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('sessionId')) return;
    this.#unsent.set(changed.get('sessionId'), this.comment);
    this.comment = this.#unsent.get(this.sessionId) ?? '';
    this.isAdding = false;
  }

  protected override view(coaching: Coaching): unknown {
    const { words } = this;
    const { snapshot } = this.#record;
    if (!this.sessionId) return this.empty('nothing-yet', words.noneChosen);
    // One answer for what does not exist and for what is not the reader's, and no words left over from before.
    if (snapshot.status === 'failed' && ['not-found', 'forbidden'].includes(snapshot.error.code))
      return this.empty('not-allowed', words.notYours, words.notYoursText);
    // Another session is another page: nothing folded open or half typed is taken along.
    return this.show(this.#record, (record) => keyed(record.session.id, this.#document(record, coaching)));
  }

  #document(record: SessionRecord, coaching: Coaching): TemplateResult {
    const telling: SessionTelling = {
      words: this.words,
      base: this.base,
      terms: this.wordsOf(termsCatalogue),
      format: this.format,
      actorId: coaching.actor.personId,
    };
    const isWritten = record.session.status === 'recorded' && record.content;
    return html`<article class="page" aria-labelledby="title">
      ${head(telling, record, this.#correct(record))}
      ${this.#conflicts.view(record.conflicts, (id) => [...record.actions, ...record.reviewed].find(({ action }) => action.id === id)?.action.text)}
      ${isWritten ? this.#written(telling, record, coaching) : unwritten(telling, record)}
    </article>`;
  }

  #correct({ canCorrect, session }: SessionRecord): unknown {
    if (!canCorrect) return nothing;
    const { id: sessionId, relationshipId } = session;
    return html`<div class="buttons screen-only">
      <button
        type="button"
        class="button button-small"
        @click=${() => this.emit('coaching-correction-requested', { sessionId, relationshipId })}
      >
        ${this.words.correct}
      </button>
    </div>`;
  }

  #written(telling: SessionTelling, record: SessionRecord, coaching: Coaching): TemplateResult {
    const { words } = this;
    const { content, actions } = record;
    return html`<div class="stack">
        ${section('points', words.points, points(content?.points ?? []))}
        ${content?.reviews.length ? section('reviews', words.reviews, reviews(telling, record)) : nothing}
        ${section(
          'actions',
          words.actions,
          html`${agreedActions(telling, actions, {
            toggle: (view) => void this.#toggle(coaching, view),
            // Courses are the manager's to assign; the employee sees what became of them.
            retry: telling.actorId === record.manager.id && ((course) => void this.#retry(coaching, course)),
            note: (id) => this.noteAt(id),
          })}
          ${this.#ownAction(record, coaching)}`,
        )}
        ${section('comments', words.comments, html`${comments(telling, record.comments)} ${this.#commentForm(record, coaching)}`)}
      </div>
      <div class="stack side">
        ${section('readers', words.readers, readers(telling, record.readers))}
        <div class="screen-only">${section('receipts', words.receipts, receipts(telling, record.receipts))}</div>
      </div>
      ${versions(telling, record)}`;
  }

  #commentForm({ canComment, session }: SessionRecord, coaching: Coaching): unknown {
    if (!canComment) return nothing;
    return commentForm(this.words, {
      text: this.comment,
      limit: textLimits.comment,
      error: this.errorAt('comment', 'text'),
      note: this.noteAt('comment', 'text'),
      change: (text) => (this.comment = text),
      send: () => void this.#send(coaching, session.id),
    });
  }

  #ownAction({ canComment, employee, session }: SessionRecord, coaching: Coaching): unknown {
    if (!canComment || employee.id !== coaching.actor.personId) return nothing;
    const { words } = this;
    const error = (path: string): string | undefined => this.errorAt('action', path);
    return foldingForm(this.base, {
      isOpen: this.isAdding,
      label: words.addAction,
      act: words.addIt,
      content: html`${inputField('text', { id: 'text', label: words.actionText, error: error('text') })}
        ${inputField('date', { id: 'due', label: words.actionDue, error: error('dueDate') })}
        ${this.noteAt('action', 'text', 'dueDate')}`,
      open: () => {
        this.isAdding = true;
        void this.focusOn('#text');
      },
      close: () => this.#closeForm(),
      send: (text = '', dueDate = '') => void this.#add(coaching, session, text, dueDate),
    });
  }

  #closeForm(): void {
    this.isAdding = false;
    void this.focusOn('#add');
  }

  async #send(coaching: Coaching, sessionId: string): Promise<void> {
    const text = this.comment;
    const saved = await this.change({
      place: 'comment',
      asking: 'coaching-session-commenting',
      told: 'coaching-session-commented',
      detail: { sessionId },
      save: () => coaching.sessions.comment({ sessionId, text }),
      result: ({ id: commentId }) => ({ commentId }),
      said: () => this.words.commentAdded,
    });
    if (saved) this.#unsent.delete(sessionId);
    // Unless more was typed while it was on its way, or another session is shown by now.
    if (saved && this.sessionId === sessionId && this.comment === text) this.comment = '';
    await this.focusOn('#comment');
  }

  async #toggle(coaching: Coaching, { action: { id: actionId, status: before } }: ActionView): Promise<void> {
    const status = before === 'open' ? 'done' : 'open';
    await this.change({
      place: actionId,
      asking: 'coaching-action-updating',
      told: 'coaching-action-updated',
      detail: { actionId, status },
      save: () => coaching.actions.update({ actionId, status }),
      said: () => (status === 'done' ? this.words.markedDone : this.words.reopened),
    });
  }

  async #retry(coaching: Coaching, { assignment: { id: assignmentId } }: CourseView): Promise<void> {
    await this.change({
      place: assignmentId,
      asking: 'coaching-course-retrying',
      told: 'coaching-course-retried',
      detail: { assignmentId },
      save: () => coaching.courses.retry({ assignmentId }),
      result: ({ assignment: { status } }) => ({ status }),
      said: (course) => courseStateText(course, this.wordsOf(termsCatalogue), this.format),
    });
  }

  async #add(coaching: Coaching, session: SessionRecord['session'], text: string, dueDate: string): Promise<void> {
    const { id: sessionId, relationshipId, employeeId: ownerId } = session;
    const added = await this.change({
      place: 'action',
      asking: 'coaching-action-adding',
      told: 'coaching-action-added',
      detail: { sessionId, relationshipId },
      save: () => coaching.actions.add({ relationshipId, sessionId, ownerId, text, dueDate }),
      result: ({ id: actionId }) => ({ actionId }),
      said: () => this.words.actionAdded,
    });
    if (!added) return this.focusOn('[aria-invalid=true]');
    for (const input of this.renderRoot.querySelectorAll('input')) input.value = '';
    this.#closeForm();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'coaching-session-view': CoachingSessionView;
  }
  interface HTMLElementEventMap {
    'coaching-correction-requested': CustomEvent<{ readonly sessionId: string; readonly relationshipId: string }>;
  }
}
