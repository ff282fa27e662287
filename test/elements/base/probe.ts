import { catalogue, CoachingElement, define, LiveController, plural } from '@coachkit/elements';
import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';

/** Words of the probe. */
export const probeCatalogue = catalogue('probe', {
  heading: 'Due now',
  people: (count: number): string => plural('en-GB', count, { one: 'one person', other: `${count} people` }),
  nobody: 'Nobody is due',
  remove: (name: string): string => `Remove ${name}`,
});

declare module '@coachkit/elements' {
  interface Catalogues {
    probe: typeof probeCatalogue.words;
  }
}

/** The smallest element that uses everything the base gives. */
export class CoachingProbe extends CoachingElement<typeof probeCatalogue.words> {
  static override readonly catalogue = probeCatalogue;

  @property({ attribute: 'person-id' }) personId: string | undefined;

  /** Rows that the test sets, to try the focus. */
  @property({ attribute: false }) rows: readonly string[] = [];

  /** What rendering throws, to try the error state. */
  @property({ attribute: false }) fault: Error | undefined;

  readonly agenda = new LiveController(this, 'agenda', () => ({ personId: this.personId }));

  protected override view(): unknown {
    if (this.fault) throw this.fault;
    return html`<h2 class="title">${this.words.heading}</h2>
      ${this.failureNote()}
      ${this.rows.length === 0 ? nothing : html`<ul class="rows">${this.#rows()}</ul>`}
      ${this.show(this.agenda, ({ entries, today }) =>
        entries.length === 0
          ? this.empty('nothing-yet', this.words.nobody)
          : html`<p>${this.words.people(entries.length)}, ${this.format.fullDate(today)}</p>`,
      )}`;
  }

  // Nodes that come and go with their name, as those of a list of records do.
  #rows(): unknown {
    return repeat(
      this.rows,
      (name) => name,
      (name) => html`<li><button type="button" id=${name}>${this.words.remove(name)}</button></li>`,
    );
  }

  /** What `attempt` hands back. */
  run<T>(job: () => Promise<T>): Promise<T | undefined> {
    return this.attempt(job);
  }

  /** Emits and asks in the name of the probe. */
  tell(): boolean {
    const allowed = this.ask('coaching-probe-moving', { sessionId: 's1' });
    if (allowed) this.emit('coaching-probe-moved', { sessionId: 's1' });
    return allowed;
  }

  /** Says a text. */
  speak(text: string): void {
    this.announce(text);
  }
}

define('coaching-probe', CoachingProbe);

declare global {
  interface HTMLElementTagNameMap {
    'coaching-probe': CoachingProbe;
  }
}
