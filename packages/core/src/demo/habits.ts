import type { CoachingHabit } from './plan.js';

/** How a pair documents a session that took place. */
export interface DocumentingHabit {
  /** Least and most points. */
  readonly points: readonly [least: number, most: number];
  /** Least and most actions. */
  readonly actions: readonly [least: number, most: number];
  /** Probability that an open action is reviewed. */
  readonly reviews: number;
  /** Probability that a course is part of it. */
  readonly courses: number;
  /** Probability of a remark of the employee. */
  readonly comments: number;
}

const well: DocumentingHabit = { points: [3, 5], actions: [1, 3], reviews: 1, courses: 0.42, comments: 0.12 };
const mostly: DocumentingHabit = { points: [3, 4], actions: [1, 2], reviews: 0.9, courses: 0.32, comments: 0.06 };
const briefly: DocumentingHabit = { points: [1, 4], actions: [0, 2], reviews: 0.5, courses: 0.16, comments: 0.03 };
const hardly: DocumentingHabit = { points: [1, 2], actions: [0, 1], reviews: 0.2, courses: 0.04, comments: 0 };

/** Share of sessions that take place, so many days ago. */
export function heldShare(habit: CoachingHabit, daysAgo: number): number {
  switch (habit) {
    case 'strong':
      return 0.96;
    case 'steady':
      return 0.86;
    case 'uneven':
      return 0.58;
    case 'fading':
      return daysAgo > 240 ? 0.92 : 0.28 + daysAgo / 400;
    case 'neglected':
      return daysAgo > 200 ? 0.5 : daysAgo > 75 ? 0.22 : 0;
  }
}

/** How sessions are documented, so many days ago. */
export function documenting(habit: CoachingHabit, daysAgo: number): DocumentingHabit {
  if (habit === 'strong') return well;
  if (habit === 'steady') return mostly;
  if (habit === 'uneven') return briefly;
  if (habit === 'fading') return daysAgo > 150 ? mostly : briefly;
  return hardly;
}
