import { createContext } from '@lit/context';
import type { Coaching } from '@coachkit/core';
import type { Translation } from './messages/catalogue.js';

/** How tightly things are set: `compact` 3 px, `comfortable` 4 px, `roomy` 5 px to the unit. */
export type Density = 'compact' | 'comfortable' | 'roomy';

/** What a provider says to the elements inside it besides its `Coaching`. A new object on each change. */
export interface Setting {
  /** The language asked for, as a BCP 47 tag. */
  readonly locale: string;
  /** Whether the provider named the language itself; otherwise the direction of the page holds. */
  readonly localeGiven: boolean;
  readonly density: Density | undefined;
  readonly messages: readonly Translation[];
  /** Whether a `Coaching` is still being made, so that elements wait instead of asking for one. */
  readonly waiting: boolean;
  /** Why no `Coaching` could be made. */
  readonly failure: unknown;
  /** Tries again what has failed. */
  readonly retry: () => void;
  /** Says a text through the one polite live region of the provider. */
  readonly announce: (text: string) => void;
}

// `Symbol.for`, so that two loaded copies of the package on one page understand each other.

/** The `Coaching` that elements act on. */
export const coachingContext = createContext<Coaching | undefined>(Symbol.for('coachkit.coaching'));

/** What the nearest provider says besides. */
export const settingContext = createContext<Setting | undefined>(Symbol.for('coachkit.setting'));
