import type { EventDetail } from './failed.js';
import type { Format } from './format.js';
import type { Catalogue, Messages } from './messages/catalogue.js';

/** What a part that is fetched on demand does through its element. */
export interface ElementActs {
  readonly wordsOf: <Words extends Messages>(catalogue: Catalogue<Words>) => Words;
  readonly format: () => Format;
  readonly announce: (text: string) => void;
  readonly report: (error: unknown) => void;
  readonly sentenceFor: (error: unknown) => string;
  readonly ask: (name: `coaching-${string}`, detail?: EventDetail) => boolean;
  readonly emit: (name: `coaching-${string}`, detail?: EventDetail) => void;
  readonly focusOn: (selector: string) => Promise<void>;
  readonly draw: () => void;
}
