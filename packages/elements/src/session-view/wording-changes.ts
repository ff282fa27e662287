import type { FocusKind, SessionContent } from '@coachkit/core';

/** What a correction took out and what it put in; a reworded line is in both. */
export interface WordingChanges {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** How many points are in both. */
  readonly samePoints: number;
}

type Wording = Pick<SessionContent, 'focus' | 'points'>;

/**
 * Compares two wordings of a record line by line: the focus, its kind, each point. A line that only moved is the same
 * line.
 * @param kindInWords a kind of focus as people read it
 */
export function wordingChanges(
  before: Wording,
  after: Wording,
  kindInWords: (kind: FocusKind) => string,
): WordingChanges {
  const lines = ({ focus, points }: Wording): string[] => [
    // So that "Planning" as a focus and "Planning" as a point are two things.
    ...(focus ? [`0${focus.label}`, `1${kindInWords(focus.kind)}`] : []),
    ...points.map((point) => `2${point}`),
  ];
  const [was, is] = [lines(before), lines(after)];
  const only = (these: readonly string[], those: readonly string[]): string[] =>
    these.filter((line) => !those.includes(line)).map((line) => line.slice(1));
  return {
    before: only(was, is),
    after: only(is, was),
    samePoints: before.points.filter((point) => after.points.includes(point)).length,
  };
}
