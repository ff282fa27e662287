import type { Shown } from './report-types.js';

/** A figure that may not be shown: "hidden to protect people". */
export const hidden = { hidden: true } as const;

/** A figure that may be shown. */
export function shown<T>(value: T): Shown<T> {
  return { hidden: false, value };
}

/** A group with the people behind its figure. */
export interface SizedGroup {
  readonly people: number;
}

/**
 * Which of the groups under one parent may be shown. A group needs `threshold` people. What is hidden must not follow
 * from the parent minus what is shown: never exactly one group is hidden, and the hidden ones together are at least
 * `threshold` people; the next smallest is hidden until that holds (design: disclosure rules 1 and 6).
 */
export function showable<Group extends SizedGroup>(siblings: readonly Group[], threshold: number): ReadonlySet<Group> {
  const smallestFirst = [...siblings].sort((one, other) => one.people - other.people);
  let hide = smallestFirst.filter(({ people }) => people < threshold).length;
  const hiddenPeople = (): number => smallestFirst.slice(0, hide).reduce((sum, { people }) => sum + people, 0);
  while (hide > 0 && hide < smallestFirst.length && (hide === 1 || hiddenPeople() < threshold)) hide += 1;
  return new Set(smallestFirst.slice(hide));
}

/** Least number of managers behind a figure that is derived from content (design: disclosure rule 2). */
export const leastManagers = 3;
