/** One row of `npm run bench`: the product beside the fastest thing that could do the same, measured in one run. */
export interface BenchRow {
  /** The heading the row stands under: "Browser storage, 10,000 records". */
  readonly section: string;
  readonly name: string;
  /** What the limit took or weighs, with its unit: "655 ms". */
  readonly limit: string;
  /** What the product took or weighs, in the same unit. */
  readonly product: string;
  /** The best others, when they were measured beside it: "Dexie 1.0 ×". */
  readonly peers?: string;
  /** Product divided by limit. */
  readonly ratio: number;
  /** What is allowed: "≤ 1.15 ×". */
  readonly budget: string;
  readonly passed: boolean;
}

/** What a file test/bench/*.bench.ts exports. */
export interface BenchFile {
  rows(): Promise<readonly BenchRow[]>;
}
