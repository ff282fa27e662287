import { CoachingError } from '@coachkit/core';
import { nothing, type TemplateResult } from 'lit';
import { CoachingElement } from './element.js';
import type { Messages } from './messages/catalogue.js';
import { rulesCatalogue } from './messages/rules.messages.js';

/**
 * An element in which several things can be changed. It says a failure in the place where the change was tried, under
 * the field that was refused where there is one, and takes one change at a time, so that a double click saves once.
 */
export abstract class ChangingElement<Words extends Messages = Messages> extends CoachingElement<Words> {
  #place = '';
  #isBusy = false;

  /**
   * Makes a change through `attempt`. While one is on its way, another is not begun.
   * @param place a name for where on the element it happens; `noteAt` and `errorAt` take the same
   * @returns what the job resolved with, or undefined when it failed or another change was on its way
   */
  protected async change<T>(place: string, job: () => Promise<T>): Promise<T | undefined> {
    if (this.#isBusy) return undefined;
    this.#isBusy = true;
    this.#place = place;
    try {
      return await this.attempt(job);
    } finally {
      this.#isBusy = false;
    }
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
