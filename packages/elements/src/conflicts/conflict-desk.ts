import { CoachingError, type Coaching, type ConflictView, type ResolveConflictInput } from '@coachkit/core';
import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ElementActs } from '../base/element-acts.js';
import { baseCatalogue } from '../base/messages/base.messages.js';
import { rulesCatalogue } from '../base/messages/rules.messages.js';
import { termsCatalogue } from '../base/messages/terms.messages.js';
import { conflictRow } from './conflict-parts.js';
import { conflictsCatalogue } from './conflicts.messages.js';
import { conflictStyles } from './conflicts.styles.js';

/** What holds a part about conflicts. */
export interface ConflictHost {
  readonly coaching: Coaching | undefined;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** The conflicts of an element: shows them and makes the choice. One at a time, so that a double click chooses once. */
export class ConflictDesk {
  #merging = '';
  #isBusy = false;
  #failed: { readonly id: string; readonly error: unknown } | undefined;

  constructor(
    private readonly host: ConflictHost,
    private readonly acts: ElementActs,
  ) {
    const { renderRoot } = host;
    const { styleSheet } = conflictStyles;
    if (renderRoot instanceof ShadowRoot && styleSheet) renderRoot.adoptedStyleSheets.push(styleSheet);
  }

  view(conflicts: readonly ConflictView[], about: (entityId: string) => string | undefined): TemplateResult {
    const { acts } = this;
    const words = acts.wordsOf(conflictsCatalogue);
    const telling = {
      words,
      base: acts.wordsOf(baseCatalogue),
      terms: acts.wordsOf(termsCatalogue),
      format: acts.format(),
      actorId: this.host.coaching?.actor.personId ?? '',
    };
    return html`<section class="conflicts">
      <div>
        <h3 class="section-title" id="conflicts" tabindex="-1">${words.heading}</h3>
        <p class="hint">${words.intro}</p>
      </div>
      ${repeat(
        conflicts,
        ({ conflict }) => conflict.id,
        (view) =>
          conflictRow(telling, view, {
            isMerging: ({ conflict }) => conflict.id === this.#merging,
            merge: ({ conflict }) => this.#merge(conflict.id),
            choose: (choice) => void this.#choose(choice),
            about: about(view.conflict.entityId),
            failure: ({ conflict }) => (this.#failed?.id === conflict.id ? this.#sentence() : undefined),
          }),
      )}
    </section>`;
  }

  #merge(id: string): void {
    const isOpen = this.#merging === id;
    this.#merging = isOpen ? '' : id;
    this.#failed = undefined;
    this.acts.draw();
    void this.acts.focusOn(`[id="merge-${id}${isOpen ? '' : '-0'}"]`);
  }

  async #choose(choice: ResolveConflictInput): Promise<void> {
    const { acts } = this;
    const { conflictId, take } = choice;
    const detail = { conflictId, take };
    if (this.#isBusy || !acts.ask('coaching-conflict-resolving', detail)) return;
    this.#isBusy = true;
    this.#failed = undefined;
    const words = acts.wordsOf(conflictsCatalogue);
    try {
      await this.host.coaching?.conflicts.resolve(choice);
      acts.emit('coaching-conflict-resolved', detail);
      acts.announce({ current: words.kept, other: words.taken, merged: words.merged }[take]);
    } catch (error) {
      this.#failed = { id: conflictId, error };
      acts.report(error);
      acts.announce(this.#sentence());
    }
    this.#isBusy = false;
    acts.draw();
  }

  /** What was wrong with what was written, where something was; else what stands in the way. */
  #sentence(): string {
    const error = this.#failed?.error;
    const [problem] = CoachingError.isInstance(error) ? error.problems : [];
    return problem ? this.acts.wordsOf(rulesCatalogue).rule(problem.rule, problem.limit) : this.acts.sentenceFor(error);
  }
}

declare global {
  interface HTMLElementEventMap {
    'coaching-conflict-resolving': CustomEvent<{ readonly conflictId: string; readonly take: string }>;
    'coaching-conflict-resolved': CustomEvent<{ readonly conflictId: string; readonly take: string }>;
  }
}
