import type { AgendaEntry, Coaching } from '@coachkit/core';
import type { DemoPerson } from '@coachkit/core/demo';
import type { Route } from './routes.js';

/** What a page of somebody who is signed in gets to see. */
export interface Visit<Page extends Route = Route> {
  readonly route: Page;
  readonly person: DemoPerson;
  readonly coaching: Coaching;
  /** The pairs this person coaches; empty until they are known. */
  readonly team: readonly AgendaEntry[];
  /** The session that was recorded on this page. */
  readonly recordedId: string | undefined;
  /** The page that led here, when it was one of this application. */
  readonly from: Route | undefined;
  readonly go: (route: Route) => void;
  readonly recorded: (sessionId: string) => void;
}

/** A page by its name. */
export type RouteOf<Name extends Route['page']> = Extract<Route, { readonly page: Name }>;
