/** The bounds of a handler. Every one of them may be lowered; raising them is the host's own risk. */
export interface HandlerLimits {
  /** Longest body in bytes; 262,144. */
  readonly bodyBytes: number;
  /** Deepest JSON; 32 levels. */
  readonly jsonDepth: number;
  /** Longest time for an answer in milliseconds; 10,000. Nothing is written after it. */
  readonly deadline: number;
  /** Requests that one person may make at once before they are slowed down; 600. */
  readonly burst: number;
  /** Requests that one person may make each second in the long run; 50. */
  readonly perSecond: number;
  /** Most streams of changes that one person holds open; 20. */
  readonly streams: number;
  /** Milliseconds between signs of life on a stream of changes; 20,000. */
  readonly heartbeat: number;
}

/** The bounds unless said otherwise. */
export const usualLimits: HandlerLimits = {
  bodyBytes: 256 * 1024,
  jsonDepth: 32,
  deadline: 10_000,
  burst: 600,
  perSecond: 50,
  streams: 20,
  heartbeat: 20_000,
};
