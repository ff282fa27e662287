import type { CalendarDate, Goal, GoalView } from '@coachkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { dots } from '../base/dots.js';
import { chevronIcon, goalIcon } from '../base/icons.js';
import { tellGoal, type RecordTelling } from './record-facts.js';

/** What can be done with a goal. */
export interface GoalHandlers {
  /** Says what became of a goal. */
  readonly set: (goal: Goal, status: Goal['status']) => void;
  /** What went wrong with this goal, by its id. */
  readonly note: (id: string) => unknown;
}

/** Goals with their next step and their sessions: open ones first by date, reached ones folded up below. */
export function goalList(
  telling: RecordTelling,
  goals: readonly GoalView[],
  today: CalendarDate,
  handlers: GoalHandlers,
): TemplateResult {
  const { words } = telling;
  const open = goals.filter(({ goal }) => goal.status === 'open').sort(byTarget);
  const reached = goals.filter(({ goal }) => goal.status !== 'open');
  const rows = (some: readonly GoalView[]): TemplateResult =>
    html`<ul class="rows">${some.map((view) => goalRow(telling, view, today, handlers))}</ul>`;
  return html`${open.length > 0 ? rows(open) : html`<p class="quiet">${reached.length > 0 ? words.noOpenGoals : words.noGoals}</p>`}
  ${
    reached.length > 0
      ? html`<details><summary>${chevronIcon()}${words.reachedGoals(reached.length)}</summary>${rows(reached)}</details>`
      : nothing
  }`;
}

// A goal without a date can wait for those that have one.
function byTarget({ goal: one }: GoalView, { goal: other }: GoalView): number {
  return (one.targetDate ?? '9') < (other.targetDate ?? '9') ? -1 : 1;
}

function goalRow(
  telling: RecordTelling,
  view: GoalView,
  today: CalendarDate,
  { set, note }: GoalHandlers,
): TemplateResult {
  const { words, terms } = telling;
  const { goal } = view;
  const { title, facts, next } = tellGoal(telling, view, today);
  const act = (label: string, status: Goal['status']): TemplateResult =>
    html`<button
      type="button"
      class="button button-text button-small"
      aria-label=${terms.forThis(label, title)}
      @click=${() => set(goal, status)}
    >${label}</button>`;
  return html`<li class="entry goal">
    ${goalIcon()}
    <div>
      <p class="strong said">${title}</p>
      <p class="hint dots">${dots(...facts)}</p>
      <p class="small dots">${dots(...next)}</p>
      ${note(goal.id)}
    </div>
    <div class="buttons end">
      ${goal.status === 'open' ? [act(words.reach, 'reached'), act(words.drop, 'dropped')] : act(words.reopen, 'open')}
    </div>
  </li>`;
}
