/** How one case ended. */
export interface CaseOutcome {
  readonly promise: number;
  readonly name: string;
  readonly result: 'pass' | 'not offered' | 'fail';
  /** Why it failed, or which need is not met. */
  readonly reason?: string;
}

/** The line of one promise. */
export interface CertificateRow {
  readonly promise: number;
  readonly statement: string;
  /** `fail` when one case failed, `not offered` when none could be tried, otherwise `pass`. */
  readonly result: CaseOutcome['result'];
  readonly outcomes: readonly CaseOutcome[];
}

/** What a run of the suite found. */
export interface Certificate {
  readonly rows: readonly CertificateRow[];
  /** Whether no case failed. */
  readonly passed: boolean;
  /** The numbers of the promises that are not kept, rising. */
  readonly broken: readonly number[];
  /** A table to print: promise, result, and the reason of each failure. */
  readonly table: string;
}

/** Puts outcomes together, promise by promise. */
export function certify(outcomes: readonly CaseOutcome[], statements: Readonly<Record<number, string>>): Certificate {
  const promises = [...new Set(outcomes.map(({ promise }) => promise))].sort((one, other) => one - other);
  const rows = promises.map((promise) =>
    rowOf(
      promise,
      statements[promise] ?? '',
      outcomes.filter((outcome) => outcome.promise === promise),
    ),
  );
  const broken = rows.filter(({ result }) => result === 'fail').map(({ promise }) => promise);
  return { rows, passed: broken.length === 0, broken, table: rows.flatMap(linesOf).join('\n') };
}

function rowOf(promise: number, statement: string, outcomes: readonly CaseOutcome[]): CertificateRow {
  const results = outcomes.map(({ result }) => result);
  const result = results.includes('fail') ? 'fail' : results.includes('pass') ? 'pass' : 'not offered';
  return { promise, statement, result, outcomes };
}

function linesOf({ promise, statement, result, outcomes }: CertificateRow): string[] {
  const count = (wanted: CaseOutcome['result']): number =>
    outcomes.filter((outcome) => outcome.result === wanted).length;
  const left = count('not offered');
  const counts = `${count('pass')} of ${outcomes.length - left} cases${left > 0 ? `, ${left} not offered` : ''}`;
  const line = `${String(promise).padStart(2)}  ${statement.padEnd(44)}${result.padEnd(13)}${counts}`;
  const failures = outcomes.filter((outcome) => outcome.result === 'fail');
  return [line, ...failures.map(({ name, reason = '' }) => `      ${name}: ${reason}`)];
}
