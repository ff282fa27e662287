/** Why a learning system did not do what it was asked for. */
export interface LearningRefusal {
  /** `refused`: it does not want to, and will not later. `unavailable`: nobody knows yet, and later may work. */
  readonly reason: 'unknown-person' | 'unknown-course' | 'refused' | 'unavailable';
  /** The learning system's own code, for whoever looks after it: up to 64 letters, digits and `_ . -`. */
  readonly code?: string;
  /** How long it asks to be left alone, in milliseconds. */
  readonly retryAfter?: number;
}
