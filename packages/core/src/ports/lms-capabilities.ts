/** What a learning system offers. What it does not offer rejects with `not-supported` or is absent. */
export interface LearningCapabilities {
  /** Whether `find` searches the catalogue. */
  readonly search: boolean;
  readonly assign: boolean;
  /** Whether `recommend` is there. Without it a recommendation stands in the record of coaching alone. */
  readonly recommend: boolean;
  /** Whether `withdraw` is there. */
  readonly withdraw: boolean;
  /** Whether completion is reported, and with its date. */
  readonly completion: 'dated' | 'undated' | 'none';
  /** How completion arrives: `person` by asking `progress`, `changes` by asking for news, `push` through `receive`. */
  readonly delivery: readonly ('person' | 'changes' | 'push')[];
  /** Whether `skills` is there. */
  readonly skills: boolean;
  /** Whether `plan` is there. */
  readonly plan: boolean;
}

/** What a learning system offers that declares nothing. */
export const plainCapabilities: LearningCapabilities = {
  search: true,
  assign: true,
  recommend: false,
  withdraw: false,
  completion: 'dated',
  delivery: ['person'],
  skills: false,
  plan: false,
};

/** What a learning system offers. */
export function capabilitiesOf(lms: { readonly capabilities?: LearningCapabilities }): LearningCapabilities {
  return lms.capabilities ?? plainCapabilities;
}
