import type { CalendarDate } from '../calendar.js';

/** A learning plan that a learning system keeps for somebody. */
export interface PlanSummary {
  readonly id: string;
  /** Plain text. */
  readonly title: string;
  readonly status: 'open' | 'completed';
  readonly dueOn?: CalendarDate;
}

/**
 * The learning plans of a learning system. No words of coaching go into them: a plan is seen by more people than a
 * record of coaching.
 *
 * 1. `list` answers with the plans of that person only; none is an empty list.
 * 2. `addSkill` is safe to repeat.
 */
export interface LearningPlan {
  /** The plans of a person. */
  list(personId: string): Promise<readonly PlanSummary[]>;
  /** Puts a skill on a plan. @throws CoachingError with a `refusal`, as `LearningSystem` does */
  addSkill(planId: string, skillId: string): Promise<void>;
}
