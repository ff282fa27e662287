import { CoachingError, type Coaching, type ConflictView } from '@coachkit/core';
import { nothing } from 'lit';
import type { ConflictDesk } from '../conflicts/conflict-desk.js';
import type { ElementActs } from './element-acts.js';
import { baseCatalogue } from './messages/base.messages.js';
import { failureNote, skeleton } from './states.js';

/** What holds a part about conflicts. */
export interface ConflictHost {
  readonly coaching: Coaching | undefined;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Two wordings of the same field, in an element. What draws them is fetched when there are some: they are rare. */
export class ConflictPart {
  #desk: ConflictDesk | undefined;
  #failure: unknown;
  #isFetching = false;

  constructor(
    private readonly host: ConflictHost,
    private readonly acts: ElementActs,
  ) {}

  /** The conflicts with what can be chosen; nothing where there are none. */
  view(conflicts: readonly ConflictView[] = []): unknown {
    if (conflicts.length === 0) return nothing;
    if (this.#desk) return this.#desk.view(conflicts);
    const words = this.acts.wordsOf(baseCatalogue);
    if (this.#failure !== undefined) {
      return failureNote(this.acts.sentenceFor(this.#failure), words.retry, () => void this.#fetch());
    }
    if (!this.#isFetching) void this.#fetch();
    return skeleton(2, words.loading);
  }

  async #fetch(): Promise<void> {
    this.#isFetching = true;
    try {
      const { ConflictDesk } = await import('../conflicts/conflict-desk.js');
      this.#desk = new ConflictDesk(this.host, this.acts);
    } catch (cause) {
      this.#failure = new CoachingError('part-not-loaded', 'the versions could not be fetched', { cause });
      this.acts.report(this.#failure);
    }
    this.#isFetching = false;
    this.acts.draw();
  }
}
