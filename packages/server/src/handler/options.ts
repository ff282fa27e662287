import type {
  Actor,
  Clock,
  LearningSystem,
  NewId,
  ProgrammeRules,
  SkillsFramework,
  StorageSource,
} from '@coachkit/core';
import type { HandlerLimits } from './limits.js';
import type { LogEvent } from './log-event.js';

/** What a handler is made of. */
export interface HandlerOptions {
  /** Where documents are kept. */
  readonly storage: StorageSource;
  /**
   * Who asks, by the host's own sign-in: a session cookie, a token, a header that a proxy of the host has set. Nothing
   * answers 401. It is never read from the body or the query.
   */
  readonly authenticate: (request: Request) => Promise<Actor | undefined> | Actor | undefined;
  /** Courses to recommend and assign. */
  readonly lms?: LearningSystem;
  /** Skills to choose a focus from. */
  readonly skills?: SkillsFramework;
  /** Rules of the programme that differ from the defaults of the guide. */
  readonly rules?: Partial<ProgrammeRules>;
  /** The machine's clock when absent. */
  readonly clock?: Clock;
  /** Random ids when absent. */
  readonly newId?: NewId;
  /**
   * At least 32 characters from which the keys are made with which devices keep the words of their person. Without it
   * devices are told that there is none (501), and keep no words. Changing it makes what devices keep unreadable.
   */
  readonly deviceKeySecret?: string;
  /** Origins whose pages may call with CORS, exactly as browsers send them: `https://app.example`. None when absent. */
  readonly allowedOrigins?: readonly string[];
  /** Origins from which requests are accepted across sites without CORS, where a proxy of the host answers for them. */
  readonly trustedSites?: readonly string[];
  /** The path under which the handler is mounted, without a slash at its end: `/api/coaching`. */
  readonly basePath?: string;
  /** Bounds that differ from the usual ones. */
  readonly limits?: Partial<HandlerLimits>;
  /** Hears one event for each request, and one more for each error that nobody expected. */
  readonly log?: (event: LogEvent) => void;
}
