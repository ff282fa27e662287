import type { CalendarDate } from '../calendar.js';

/** A closed or running calendar period. Reports know no other (no rolling windows, no free ranges). */
export interface ReportPeriod {
  readonly unit: 'month' | 'quarter';
  readonly start: CalendarDate;
  readonly end: CalendarDate;
  /** Whether the period is over. A running one is shown as such. */
  readonly closed: boolean;
}

/** A figure that counts how many of something there are. A hidden one says so and never why in particular. */
export type Shown<T> = { readonly hidden: false; readonly value: T } | { readonly hidden: true };

/** Held against due, of one group (requirements e3). */
export interface CompletionFigure {
  /** Recorded sessions matched to due slots. */
  readonly held: number;
  /** Cadence slots in the period while the relationship was active and neither person was on leave. */
  readonly due: number;
  /** Slots excused by leave: not in `due`, reported apart. */
  readonly excused: number;
  /** `held ÷ due`, 0 to 1. */
  readonly rate: number;
  /** 95 % Wilson interval of the rate; printed below 100 slots. */
  readonly interval: readonly [number, number];
  /** Distinct employees behind the figure. */
  readonly people: number;
}

/** A group of people with its figure. */
export interface GroupFigure {
  readonly unitId: string;
  readonly name: string;
  readonly completion: Shown<CompletionFigure>;
}

/** One focus area and its share of the recorded sessions. */
export interface FocusFigure {
  /** Skill id; `unmapped` for focuses without one, `other` for those merged because too few people share them. */
  readonly key: string;
  readonly label: string;
  /** Share of the recorded sessions, 0 to 1. */
  readonly share: number;
  readonly sessions: number;
  readonly people: number;
}

/** The programme over one period, from facts alone. */
export interface ProgrammeOverview {
  readonly period: ReportPeriod;
  /** The periods that can be chosen, newest first. */
  readonly periods: readonly ReportPeriod[];
  readonly dataUntil: CalendarDate;
  /** The least number of people behind any figure shown. */
  readonly threshold: number;
  /** Employees with a slot that was due in the period. */
  readonly people: Shown<number>;
  readonly completion: Shown<CompletionFigure>;
  /** The same figure one period earlier. */
  readonly completionBefore: Shown<CompletionFigure>;
  /** Recorded sessions of the period for each relationship that has a slot in it. */
  readonly sessionsPerPair: Shown<number>;
  /** Share of recorded sessions with at least one assigned course (M48). */
  readonly assignmentRate: Shown<number>;
  /** Share of recorded sessions with three to five points and at least one action (M41). */
  readonly documentedWell: Shown<number>;
  readonly departments: readonly GroupFigure[];
  readonly teams: readonly GroupFigure[];
  /** How many groups are hidden to protect people. */
  readonly hiddenGroups: number;
  readonly focusAreas: Shown<readonly FocusFigure[]>;
  /** Completion of the last twelve periods, oldest first. */
  readonly trend: readonly { readonly period: ReportPeriod; readonly completion: Shown<CompletionFigure> }[];
}
