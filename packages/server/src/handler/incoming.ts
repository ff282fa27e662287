import type { Actor, Clock, NewId, Storage } from '@coachkit/core';
import type { HandlerLimits } from './limits.js';
import type { HandlerOptions } from './options.js';

/** What everything that answers a request is given. */
export interface Incoming {
  readonly options: HandlerOptions;
  readonly limits: HandlerLimits;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly request: Request;
  readonly url: URL;
  readonly actor: Actor;
  readonly storage: Storage;
  /** The text of the body; empty for a method that has none. */
  readonly body: string;
  /** Called before anything is written. @throws CoachingError once the time is over */
  readonly assertGoesOn: () => void;
  /** Hears of an error that nobody expected. */
  readonly onFailure: (error: unknown) => void;
}
