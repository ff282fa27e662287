/** What a handler reports of itself. It never holds an id of a person, a query, a path or anything that was written. */
export type LogEvent =
  | {
      readonly event: 'request';
      readonly method: string;
      /** The name of the route, or `none`. */
      readonly route: string;
      readonly status: number;
      /** Milliseconds to the beginning of the answer. */
      readonly duration: number;
      readonly correlationId: string;
      readonly tenantId?: string;
    }
  | {
      readonly event: 'error';
      readonly route: string;
      readonly correlationId: string;
      /** The name of the error and where it was thrown; never its message, which may hold what somebody wrote. */
      readonly error: string;
      readonly at: readonly string[];
    };

/** What may be said of an error that nobody expected. */
export function describeError(error: unknown): { readonly error: string; readonly at: readonly string[] } {
  if (!(error instanceof Error)) return { error: typeof error, at: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: error.name, at: frames.slice(0, 10).map((line) => line.trim()) };
}
