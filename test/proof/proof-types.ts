/** One demand on the finished product, measured at full size by `npm run proof` and smaller in a test. */
export interface Demand {
  /** A short name in plain words, unique in its file. */
  readonly name: string;
  /** What is asked for, as a person would say it: "0 acknowledged records missing in 300 kills". */
  readonly demand: string;
  /**
   * Measures. `full` asks for the size the demand names; without it, a size that fits into a test run.
   * A rejection counts as a failure, with its message as the figure.
   */
  run(options: DemandOptions): Promise<DemandResult>;
}

/** How large a measurement is wanted. */
export interface DemandOptions {
  readonly full: boolean;
}

/** What was measured. */
export interface DemandResult {
  /** The figure with its unit, as it stands in the report: "0 of 12,403 missing". */
  readonly figure: string;
  readonly passed: boolean;
}

/** What a file test/proof/*.proof.ts exports. */
export interface ProofFile {
  readonly demands: readonly Demand[];
}
