import { CoachingError, type ConflictView } from '@coachkit/core';
import { nothing } from 'lit';
import type { ConflictDesk, ConflictHost } from '../conflicts/conflict-desk.js';
import type { ElementActs } from './element-acts.js';
import { baseCatalogue } from './messages/base.messages.js';
import { failureNote, skeleton } from './states.js';

/** Two wordings of the same field, in an element. What draws them is fetched when there are some: they are rare. */
export class ConflictPart {
  #desk: ConflictDesk | undefined;
  #failure: unknown;
  #isFetching = false;

  constructor(
    private readonly host: ConflictHost,
    private readonly acts: ElementActs,
  ) {}

  /**
   * The conflicts with what can be chosen; nothing where there are none.
   * @param about what an action or a goal with that id says
   */
  view(conflicts: readonly ConflictView[] = [], about: (entityId: string) => string | undefined): unknown {
    if (conflicts.length === 0) return nothing;
    if (this.#desk) return this.#desk.view(conflicts, about);
    const words = this.acts.wordsOf(baseCatalogue);
    if (this.#failure !== undefined) {
      return failureNote(this.acts.sentenceFor(this.#failure), words.retry, () => void this.#load());
    }
    if (!this.#isFetching) void this.#load();
    return skeleton(2, words.loading);
  }

  async #load(): Promise<void> {
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
