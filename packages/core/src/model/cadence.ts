// Apart from the schema, so that what names a usual cadence does not carry a parser.

/**
 * How often a pair meets. At least fortnightly apart and at most a quarter: beyond that there is no programme
 * (guide, "The Session Cadence and Format"; M8, M10, M11).
 */
export type Cadence =
  { readonly unit: 'week'; readonly every: number } | { readonly unit: 'month'; readonly every: number };

/** Every two weeks, for intensive phases (M10). */
export const fortnightly: Cadence = { unit: 'week', every: 2 };
/** The standard (M8). */
export const monthly: Cadence = { unit: 'month', every: 1 };
/** The least that may be called a programme (M11). */
export const quarterly: Cadence = { unit: 'month', every: 3 };
