// Apart from the schemas, so that a form that tells a limit does not carry them.

/**
 * Longest texts, in UTF-16 code units. They bound the burden of a record (guide: "Nothing more") and the size of what
 * a device keeps.
 */
export const textLimits = {
  /** A name of a person, a unit, a skill or a course. */
  name: 200,
  /** A focus or a goal. */
  label: 160,
  /** One of the three to five points of a record. */
  point: 600,
  /** An agreed action. */
  action: 400,
  /** A comment on a record, a reason. */
  comment: 2000,
  /** Where something stands in its framework. */
  path: 400,
  /** An id. */
  id: 128,
} as const;

/** Fewest points before the form notices (soft) and most points (hard) of a record (M18). */
export const pointLimits = { expected: 3, most: 5 } as const;

/** Usual length of a session in minutes (M9): lengths outside are allowed and flagged. */
export const sessionLengthBand = { shortest: 45, longest: 60, usual: 60 } as const;

/** Most activities of one action. */
export const mostActivities = 5;
