import type { Actor, CalendarDate } from '@coachkit/core';

/** How the suite gets at the server under test. Only what is not optional is needed; the rest is reported as not offered. */
export interface ServerHarness {
  /** Where the contract begins, without `/v1` and without a slash at the end: `https://coaching.example/api`. */
  readonly url: string;
  /** Sends requests; the platform's `fetch` when absent. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** Makes an empty tenant and resolves with its id. Each case has one of its own. */
  newTenant(): string | Promise<string>;
  /**
   * The headers with which the server takes a request for one of this person: a token, a cookie. The person need not be
   * in the directory yet.
   */
  headersFor(actor: Actor): Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
  /** The date by the server's clock, in UTC; by the clock of this machine when absent. */
  today?(): CalendarDate;
  /**
   * Lets the server keep so many further commits of a tenant, then has every other one fail for now, as a full or
   * unreachable database does, until the returned function is called.
   */
  breakCommits?(tenantId: string, after: number): WholeAgain | Promise<WholeAgain>;
  /** Called once, after the last case of a run. */
  cleanUp?(): void | Promise<void>;
}

/** Lets commits be kept again. */
export type WholeAgain = () => void | Promise<void>;

/** What a case needs besides what every harness has. */
export type ServerNeed = 'breakCommits';
