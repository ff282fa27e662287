import type { Agenda, AgendaEntry, Coaching } from '@coachkit/core';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { ChangingElement } from '../base/changing-element.js';
import { LiveController } from '../base/live.js';
import { termsCatalogue } from '../base/messages/terms.messages.js';
import { fields } from '../base/styles/fields.styles.js';
import { rows } from '../base/styles/rows.styles.js';
import type { AgendaAct } from './agenda-acts.js';
import { agendaCatalogue, type AgendaWords } from './agenda.messages.js';
import { agendaGroups, type AgendaTelling, type Unfolded } from './agenda.parts.js';
import { agendaStyles } from './agenda.styles.js';
import { changeFor, type AgendaChange } from './changes.js';
import { editorFor } from './editors.js';

/** How long the focus goes along with a row that is drawn anew in another group, in milliseconds. */
const followingTime = 400;

/**
 * Whom the reader coaches, the most pressing first: who is due, what is planned, who is away. Each row says why it
 * stands where it stands and offers the likeliest thing to do; the rest is folded away behind three dots. A pair in
 * which the reader is the one who is coached is a row to read, with a way to propose what to talk about.
 *
 * Keys: Arrow up and down move between the main buttons of the rows, Home and End to the first and the last; Enter does
 * what the button says. Every control is reached by Tab as well. Escape folds up what is open under a row and leads
 * back to its button; so does a change that was saved.
 *
 * @tag coaching-agenda
 * @fires coaching-session-requested - a session is to be recorded: open the form; `detail: { relationshipId, sessionId }`
 * @fires coaching-session-scheduling - before a session is planned, can be prevented; `detail: { relationshipId }`
 * @fires coaching-session-scheduled - a session was planned; `detail: { relationshipId, sessionId }`
 * @fires coaching-session-rescheduling - before a session gets a new date, can be prevented; `detail: { relationshipId, sessionId }`
 * @fires coaching-session-rescheduled - it has one; `detail: { relationshipId, sessionId }`, the replacement of one that fell through
 * @fires coaching-session-cancelling - before a session is cancelled, can be prevented; `detail: { relationshipId, sessionId }`
 * @fires coaching-session-cancelled - it was cancelled; `detail: { relationshipId, sessionId, replacementId }`
 * @fires coaching-absence-recording - before it is noted that a session did not take place, can be prevented; `detail: { relationshipId, sessionId }`
 * @fires coaching-absence-recorded - it was noted; `detail: { relationshipId, sessionId }`
 * @fires coaching-cadence-changing - before a pair meets more or less often, can be prevented; `detail: { relationshipId }`
 * @fires coaching-cadence-changed - it was changed; `detail: { relationshipId }`
 * @fires coaching-focus-proposing - before a focus is proposed, can be prevented; `detail: { relationshipId, sessionId }`
 * @fires coaching-focus-proposed - it was proposed; `detail: { relationshipId, sessionId }`
 */
export class CoachingAgenda extends ChangingElement<AgendaWords> {
  static override readonly catalogue = agendaCatalogue;
  /** @internal */
  static override styles = [ChangingElement.styles, rows, fields, agendaStyles];

  /** Whose agenda; that of the signed-in person when absent. */
  @property({ attribute: 'person-id' }) personId: string | undefined;

  protected override readonly skeletonRows = 6;

  /** What is folded out, under which row, and which of its buttons was used. */
  @state() private open: { readonly id: string; readonly what: Unfolded; readonly opener: string } | undefined;
  @state() private proposed: readonly string[] = [];
  #following = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #agenda = new LiveController(this, 'agenda', () => ({ personId: this.personId }));

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#following = '';
  }

  /** Puts the focus on the main button of the first row. */
  override focus(): void {
    this.#mainButtons()[0]?.focus();
  }

  /** A row that has moved to another group is another element there: the focus goes along. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#following) this.renderRoot.querySelector<HTMLElement>(this.#following)?.focus();
  }

  protected override view(coaching: Coaching): unknown {
    const { words } = this;
    const { snapshot } = this.#agenda;
    if (snapshot.status === 'failed' && ['not-found', 'forbidden'].includes(snapshot.error.code))
      return this.empty('not-allowed', words.notYours, words.notYoursText);
    return this.show(this.#agenda, (agenda) =>
      agenda.entries.length === 0
        ? this.empty('nothing-yet', words.nobody, words.nobodyText)
        : this.#list(agenda, coaching),
    );
  }

  #list(agenda: Agenda, coaching: Coaching): TemplateResult {
    const telling: AgendaTelling = {
      words: this.words,
      base: this.base,
      terms: this.wordsOf(termsCatalogue),
      format: this.format,
      actorId: coaching.actor.personId,
    };
    const { open } = this;
    return html`<div class="agenda" @keydown=${(event: KeyboardEvent) => this.#move(event)}>
      ${agendaGroups(telling, agenda, {
        unfolded: ({ relationshipId }) => (open?.id === relationshipId ? open.what : undefined),
        begin: (entry, act) => this.#begin(entry, act),
        close: () => this.#close(),
        hasProposed: ({ session }) => session !== undefined && this.proposed.includes(session.id),
        editor: (entry, act) => act !== 'record' && this.#editor(telling, agenda, entry, act, coaching),
      })}
    </div>`;
  }

  #editor(
    telling: AgendaTelling,
    { today }: Agenda,
    entry: AgendaEntry,
    act: Exclude<AgendaAct, 'record'>,
    coaching: Coaching,
  ): unknown {
    const place = `${act} ${entry.relationshipId}`;
    const change = changeFor(telling, coaching, entry, act, today);
    return keyed(
      act,
      editorFor(telling, entry, {
        act,
        today,
        errorAt: (path) => this.errorAt(place, path),
        note: this.noteAt(place, ...change.paths),
        close: () => this.#close(),
        send: (form) => void this.#send(entry, act, place, change, form),
      }),
    );
  }

  async #send(
    { relationshipId, session }: AgendaEntry,
    act: AgendaAct,
    place: string,
    { paths: _fields, ...change }: AgendaChange,
    form: FormData,
  ): Promise<void> {
    const saved = await this.change({ ...change, place, save: () => change.save(form) });
    if (saved === undefined) return this.focusOn('[aria-invalid=true]');
    if (act === 'focus' && session) this.proposed = [...this.proposed, session.id];
    this.#follow(relationshipId);
  }

  #begin({ relationshipId, session }: AgendaEntry, what: Unfolded): void {
    const id = relationshipId;
    if (what === 'record') {
      const sessionId = session?.status === 'planned' ? session.id : undefined;
      this.emit('coaching-session-requested', { relationshipId, ...(sessionId && { sessionId }) });
      return;
    }
    this.failure = undefined;
    // What was chosen behind the three dots leads back there.
    const isFurther = what === 'more' || (this.open?.id === id && this.open.what === 'more');
    this.open = { id, what, opener: isFurther ? '.further' : '.act' };
    const first = what === 'more' ? 'button' : ':is(input, select)';
    void this.focusOn(`.under ${first}`);
  }

  #close(): void {
    const { open } = this;
    this.open = undefined;
    if (open) void this.focusOn(`${rowOf(open.id)} ${open.opener}`);
  }

  #follow(id: string): void {
    this.open = undefined;
    this.#following = `${rowOf(id)} .act`;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.#following = ''), followingTime);
  }

  #move(event: KeyboardEvent): void {
    const buttons = this.#mainButtons();
    const here = buttons.indexOf(event.target as HTMLButtonElement);
    if (here < 0) return;
    const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    buttons[next]?.focus();
  }

  #mainButtons(): HTMLButtonElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLButtonElement>('.act')];
  }
}

function rowOf(id: string): string {
  return `[data-id="${CSS.escape(id)}"]`;
}

declare global {
  interface HTMLElementTagNameMap {
    'coaching-agenda': CoachingAgenda;
  }
  interface HTMLElementEventMap {
    'coaching-session-requested': CustomEvent<{ readonly relationshipId: string; readonly sessionId?: string }>;
  }
}
