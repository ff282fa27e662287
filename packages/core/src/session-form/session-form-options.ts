import type { Clock, NewId } from '../ports/clock.js';
import type { DateWords } from './date-words.js';

/** Which session a form documents, and in which language it reads what is typed. */
export interface SessionFormOptions {
  readonly relationshipId: string;
  /** The planned session to document or the recorded one to correct; the pair's next one to document when absent. */
  readonly sessionId?: string | undefined;
  /** For names of days and months, as a BCP 47 tag; `en-GB` when absent. */
  readonly locale?: string;
  /** Words around dates that the language has besides; English when absent. */
  readonly words?: DateWords;
  /** For the active time and the moment of a save; the machine's clock when absent. */
  readonly clock?: Clock;
  /** For the ids of new actions; random when absent. */
  readonly newId?: NewId;
}
