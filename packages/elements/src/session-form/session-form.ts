import { CoachingError, type Coaching } from '@coachkit/core';
import { createSessionForm, type SessionForm, type WritingState } from '@coachkit/core/session-form';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CoachingElement } from '../base/element.js';
import { codeOf } from '../base/failed.js';
import { LiveController } from '../base/live.js';
import { rulesCatalogue } from '../base/messages/rules.messages.js';
import { termsCatalogue } from '../base/messages/terms.messages.js';
import { SyncWatch } from '../base/sync-watch.js';
import { choices } from '../base/styles/choices.styles.js';
import { fields } from '../base/styles/fields.styles.js';
import { lines } from '../base/styles/lines.styles.js';
import { popover } from '../base/styles/popover.styles.js';
import { rows } from '../base/styles/rows.styles.js';
import type { FormTelling } from './form-telling.js';
import { sessionFormCatalogue, type SessionFormWords } from './session-form.messages.js';
import type { DrawPage } from './session-form.page.js';
import { sessionFormStyles } from './session-form.styles.js';
import { WideWatch } from './wide-watch.js';

type Page = typeof import('./session-form.page.js');
type Rail = typeof import('./session-form.rail.js');

/** Which session an event of the form is about. */
export interface SessionFormDetail {
  readonly relationshipId: string;
  /** Absent before an unplanned session is recorded. */
  readonly sessionId?: string;
}

/**
 * The record of a coaching session, written in one column: what came of earlier actions, the focus, three to five
 * points, what happens next. The draft is kept within a second of each key; the record is saved when somebody says so.
 *
 * Keys. In step 1, on a row: D done, K keep, X drop; each goes on to the next row, the last one to the focus. On a
 * focus: Enter takes it and goes on to the points. In the search: arrows move, Enter takes, Escape closes. In a point:
 * Enter goes on to the next line or makes one, on the last empty line to step 4; Backspace in an empty line removes it;
 * Alt with an arrow moves it. In the line for an action: Enter adds it; in the empty line Enter goes to "Save session".
 * Anywhere: Ctrl+Enter or ⌘+Enter saves, with what stands in the line for an action.
 *
 * @tag coaching-session-form
 * @slot signpost - where a performance concern belongs (M38), in place of the built-in sentence
 * @fires coaching-session-recording - before a session is recorded, can be prevented; `detail: { relationshipId, sessionId }`
 * @fires coaching-session-recorded - a session was recorded; `detail: { relationshipId, sessionId }`
 * @fires coaching-session-correcting - before a record is corrected, can be prevented; `detail: { relationshipId, sessionId }`
 * @fires coaching-session-corrected - a record was corrected; `detail: { relationshipId, sessionId }`
 * @fires coaching-sign-in-wanted - the session of the host has ended and somebody wants to sign in again
 * @fires coaching-session-questions-hidden - the questions were hidden for good; set `hide-questions` from then on
 */
export class CoachingSessionForm extends CoachingElement<SessionFormWords> {
  static override readonly catalogue = sessionFormCatalogue;
  /** @internal */
  static override styles = [CoachingElement.styles, choices, fields, lines, rows, popover, sessionFormStyles];

  /** The pair whose session it is. */
  @property({ attribute: 'relationship-id' }) relationshipId: string | undefined;

  /** The planned session to document or the recorded one to correct; the pair's next one to document when absent. */
  @property({ attribute: 'session-id' }) sessionId: string | undefined;

  /** Whether no questions are offered. */
  @property({ type: Boolean, attribute: 'hide-questions' }) hideQuestions = false;

  protected override readonly skeletonRows = 9;

  @state() private step: 1 | 2 | 3 | 4 = 1;
  @state() private turn = 0;
  @state() private page: Page | undefined;
  @state() private pageFailure: unknown;
  @state() private rail: Rail | undefined;

  #form: SessionForm | undefined;
  /** What the form was made for. */
  #made: readonly unknown[] = [];
  #isTyping = false;
  #said = '';
  #drawPage: DrawPage | undefined;
  // What has become of the courses that were assigned with this record.
  readonly #delivery = new LiveController(this, 'actions', () => {
    const { recorded, content } = this.#state ?? {};
    const hasCourses = recorded && content?.actions.some(({ activities }) => activities.length > 0);
    return hasCourses ? { relationshipId: content?.relationshipId } : undefined;
  });

  readonly #wide = new WideWatch(this, 900);
  readonly #sync = new SyncWatch(this);

  get #state(): WritingState | undefined {
    const snapshot = this.#form?.getSnapshot();
    return snapshot && 'content' in snapshot ? snapshot : undefined;
  }

  /** Puts the focus on the first thing to do. */
  override focus(): void {
    this.#go(
      'fieldset.choice:not(:has(:checked)) input',
      ...(this.#state?.content.focus ? [] : ['.chips input', '#focus']),
      '.points :placeholder-shown',
      '#quickEntry',
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#shown);
    window.addEventListener('pagehide', this.#flush);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#shown);
    window.removeEventListener('pagehide', this.#flush);
    // An element that is only moved is back before this runs, and keeps what it shows.
    queueMicrotask(() => {
      if (!this.isConnected) this.#close();
    });
  }

  readonly #flush = (): void => void this.#form?.flush();

  readonly #shown = (): void => void (document.hidden ? this.#form?.flush() : this.#form?.load());

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { coaching, relationshipId, sessionId, locale } = this;
    const wanted = [coaching, relationshipId, sessionId, locale];
    if (!this.isConnected || wanted.every((each, index) => each === this.#made[index])) return;
    this.#close();
    this.#made = wanted;
    if (!coaching || !relationshipId) return;
    this.#form = createSessionForm(coaching, { relationshipId, sessionId, locale });
    this.#form.subscribe(() => this.#changed());
    void this.#fetchPage();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#grow();
    if (this.#wide.isWide && this.#state) void this.#fetchRail();
  }

  #close(): void {
    void this.#form?.dispose();
    this.#form = undefined;
    this.#made = [];
  }

  #changed(): void {
    if (!this.#isTyping) this.requestUpdate();
    const { keeping } = this.#state ?? {};
    if (!keeping || keeping.status === this.#said) return;
    this.#said = keeping.status;
    if (keeping.status === 'failed') {
      this.report(keeping.error);
      this.announce(this.sentenceFor(keeping.error));
    } else if (keeping.status === 'conflict') this.announce(this.words.conflict);
  }

  // Fields show by themselves what is typed; drawing all for each key would cost a phone several milliseconds.
  readonly #typed = (change: () => void): void => {
    const before = this.#state;
    this.#isTyping = true;
    change();
    this.#isTyping = false;
    const after = this.#state;
    if (before?.status !== after?.status || before?.problems.length !== after?.problems.length) this.requestUpdate();
  };

  /** Browsers that do not let a text area grow with its text get its height from here. */
  readonly #grow = (): void => {
    if (CSS.supports('field-sizing', 'content')) return;
    for (const area of this.renderRoot.querySelectorAll('textarea')) {
      area.style.blockSize = 'auto';
      area.style.blockSize = `${area.scrollHeight}px`;
    }
  };

  readonly #go = (...selectors: readonly string[]): void =>
    void this.updateComplete.then(() => {
      const found = selectors.map((each) => this.renderRoot.querySelector<HTMLElement>(each)).find(Boolean);
      found?.focus();
    });

  /** In parallel with the draft, which is being read. */
  async #fetchPage(): Promise<void> {
    this.pageFailure = undefined;
    try {
      const page = await import('./session-form.page.js');
      this.#drawPage ??= page.createPage(() => this.requestUpdate());
      this.page = page;
    } catch (cause) {
      this.pageFailure = new CoachingError('part-not-loaded', 'the form could not be fetched', {
        retryable: true,
        cause,
      });
      this.report(this.pageFailure);
    }
  }

  async #fetchRail(): Promise<void> {
    // Without it the record is written all the same.
    this.rail ??= await import('./session-form.rail.js').catch(() => undefined);
  }

  readonly #focused = ({ target }: Event): void => {
    this.#form?.touch();
    const element = target as Element;
    // Browsers bring a caret into view without the margin that the foot bar needs.
    if (element.matches(':focus-visible')) element.scrollIntoView({ block: 'nearest' });
    const step = Number(element.closest<HTMLElement>('[data-step]')?.dataset['step']);
    if (step) this.step = step as typeof this.step;
  };

  readonly #hide = (): void => {
    this.hideQuestions = true;
    this.emit('coaching-session-questions-hidden');
  };

  async #copy(text: string): Promise<void> {
    const isCopied = await this.attempt(() => navigator.clipboard.writeText(text).then(() => true));
    if (isCopied) this.announce(this.words.copied);
  }

  readonly #save = async (): Promise<void> => {
    const form = this.#form;
    const { content, preparation, status } = this.#state ?? {};
    if (!form || !content || !preparation || status === 'saving' || status === 'saved') return;
    this.failure = undefined;
    if (!form.check()) {
      this.#go('#problems');
      return;
    }
    const { relationshipId } = content;
    const change = preparation.correcting ? 'correct' : 'record';
    const asked = { relationshipId, sessionId: preparation.session?.id };
    if (!this.ask(`coaching-session-${change}ing`, asked)) {
      this.#failed(new CoachingError('vetoed', 'a listener prevented it'));
      return;
    }
    const recorded = await form.save();
    if (recorded) {
      this.emit(`coaching-session-${change}ed`, { relationshipId, sessionId: recorded.sessionId });
      this.#go('#done');
      return;
    }
    const { error, problems = [] } = this.#state ?? {};
    if (error !== undefined) this.#failed(error);
    this.#go(problems.length > 0 ? '#problems' : '#conflict');
  };

  #failed(error: unknown): void {
    this.failure = error;
    this.report(error);
    this.announce(this.sentenceFor(error));
  }

  protected override view(coaching: Coaching): unknown {
    const snapshot = this.#form?.getSnapshot();
    if (!this.#form || !snapshot) return this.empty('nothing-yet', this.words.noneChosen);
    if (snapshot.status === 'unavailable') {
      if (['not-found', 'forbidden'].includes(codeOf(snapshot.error)))
        return this.empty('not-allowed', this.words.notYours, this.words.notYoursText);
      return this.failureNote(snapshot.error, () => void this.#form?.load());
    }
    if (this.pageFailure !== undefined) return this.failureNote(this.pageFailure, () => void this.#fetchPage());
    if (snapshot.status === 'loading' || !this.page) return this.skeleton();
    return this.#written(this.#telling(coaching, this.#form, snapshot, this.page), coaching, this.page);
  }

  #telling(coaching: Coaching, form: SessionForm, state: WritingState, { sentenceOf }: Page): FormTelling {
    const rules = this.wordsOf(rulesCatalogue);
    const { name } = state.preparation.employee;
    return {
      words: this.words,
      base: this.base,
      terms: this.wordsOf(termsCatalogue),
      format: this.format,
      actorId: coaching.actor.personId,
      form,
      state,
      sync: this.#sync.status,
      name: name.split(' ', 1)[0] ?? name,
      typed: this.#typed,
      go: this.#go,
      removed: (change) => this.announce(this.words.removed(change)),
      problemAt: (path) => {
        const problem = state.problems.find((each) => each.path === path || each.path.startsWith(`${path}.`));
        return problem && sentenceOf(this.words, (rule, limit) => rules.rule(rule, limit), problem);
      },
    };
  }

  #written(telling: FormTelling, coaching: Coaching, { done, recordText }: Page): TemplateResult {
    const { recorded } = telling.state;
    if (recorded) {
      return done(telling, recorded, this.#delivery.data, {
        correct: () => {
          this.sessionId = recorded.sessionId;
        },
        retry: (assignmentId) => void this.attempt(() => coaching.courses.retry({ assignmentId })),
      });
    }
    return html`<div
      class="form"
      @focusin=${this.#focused}
      @input=${this.#grow}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void this.#save();
      }}
    >
      ${this.#drawPage?.(telling, {
        readOnly: coaching.storageStatus.readOnly ? this.base.error('storage-read-only') : undefined,
        panel: this.#panel(telling),
        isWide: this.#wide.isWide,
        unfolded: () => void this.#fetchRail(),
        save: () => void this.#save(),
        copy: () => void this.#copy(recordText(telling)),
        failure: this.failure === undefined ? undefined : this.sentenceFor(this.failure),
        sentenceFor: (error) => this.sentenceFor(error),
        signIn: () => this.emit('coaching-sign-in-wanted'),
      })}
    </div>`;
  }

  #panel(telling: FormTelling): unknown {
    return this.rail?.rail(telling, {
      beside: this.wordsOf(this.rail.questionsCatalogue),
      step: this.step,
      turn: this.turn,
      other: () => {
        this.turn += 1;
      },
      hide: this.hideQuestions ? undefined : this.#hide,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'coaching-session-form': CoachingSessionForm;
  }
  interface HTMLElementEventMap {
    'coaching-session-recording': CustomEvent<SessionFormDetail>;
    'coaching-session-recorded': CustomEvent<SessionFormDetail>;
    'coaching-session-correcting': CustomEvent<SessionFormDetail>;
    'coaching-session-corrected': CustomEvent<SessionFormDetail>;
    'coaching-session-questions-hidden': CustomEvent<Readonly<Record<string, never>>>;
  }
}
