/** The four kinds of focus of the guide (M2). */
export const focusKinds = [
  'skill-development',
  'performance-goals',
  'role-progression',
  'specific-development-area',
] as const;

/** What a session is about, broadly. */
export type FocusKind = (typeof focusKinds)[number];
