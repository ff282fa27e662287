import { CoachingError } from '@coachkit/core';
import { nothing, type TemplateResult } from 'lit';
import { CoachingElement } from './element.js';
import type { EventDetail } from './failed.js';
import type { Messages } from './messages/catalogue.js';
import { rulesCatalogue } from './messages/rules.messages.js';

/** One change: where it is tried, what the host is asked and told, and what is done. */
export interface Change<T> {
  /** A name for where on the element it happens; `noteAt` and `errorAt` take the same. */
  readonly place: string;
  /** The event that asks: "coaching-goal-adding". */
  readonly asking: `coaching-${string}ing`;
  /** The event that tells: "coaching-goal-added". */
  readonly told: `coaching-${string}ed`;
  /** What both events say. */
  readonly detail: EventDetail;
  readonly save: () => Promise<{ readonly value: T }>;
  /** What the second event says besides. */
  readonly result?: (value: T) => EventDetail;
  /** What a screen reader says when it is done. */
  readonly said: (value: T) => string;
}

/**
 * An element in which several things can be changed. It says a failure in the place where the change was tried, under
 * the field that was refused where there is one, and takes one change at a time, so that a double click saves once.
 */
export abstract class ChangingElement<Words extends Messages = Messages> extends CoachingElement<Words> {
  #place = '';
  #isBusy = false;

  /**
   * Makes a change, when the host has nothing against it, through `attempt`. While one is on its way, another is not
   * begun.
   * @returns what was saved, or undefined when it was not
   */
  protected async change<T>(change: Change<T>): Promise<T | undefined> {
    const { place, asking, told, detail, save, result, said } = change;
    if (this.#isBusy || !this.ask(asking, detail)) return undefined;
    this.#isBusy = true;
    this.#place = place;
    const saved = await this.attempt(save);
    this.#isBusy = false;
    if (!saved) return undefined;
    this.emit(told, { ...detail, ...result?.(saved.value) });
    this.announce(said(saved.value));
    return saved.value;
  }

  /** What went wrong in a place, unless a field there says so itself. @param paths the input paths that have a field */
  protected noteAt(place: string, ...paths: readonly string[]): TemplateResult | typeof nothing {
    if (place !== this.#place || paths.some((path) => this.errorAt(place, path))) return nothing;
    return this.failureNote();
  }

  /** The sentence for a field that was refused; undefined when it was not. @param path as in `InputProblem` */
  protected errorAt(place: string, path: string): string | undefined {
    if (place !== this.#place || !CoachingError.isInstance(this.failure)) return undefined;
    const problem = this.failure.problems.find((each) => each.path === path);
    return problem && this.wordsOf(rulesCatalogue).rule(problem.rule, problem.limit);
  }
}
