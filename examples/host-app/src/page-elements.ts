import type { Route } from './routes.js';

const development = () => import('@coachkit/elements/development-record/define');
const actions = () => import('@coachkit/elements/action-list/define');
const agenda = () => import('@coachkit/elements/agenda/define');

/** The elements of each page. They are fetched when somebody opens it, and not before. */
const elements: Readonly<Record<Route['page'], readonly (() => Promise<unknown>)[]>> = {
  'sign-in': [],
  team: [agenda, actions],
  record: [() => import('@coachkit/elements/session-form/define')],
  person: [development, actions],
  session: [() => import('@coachkit/elements/session-view/define')],
  development: [development, actions, agenda],
  programme: [() => import('@coachkit/elements/dashboard/define')],
  unknown: [],
};

/** Fetches the elements of every page while there is nothing else to do, so that no page needs a connection to open. */
export function loadAllElements(): void {
  setTimeout(() => {
    for (const load of new Set(Object.values(elements).flat())) load().catch(() => undefined);
  }, 2_000);
}

/** Makes the elements of a page known. Rejects when one of them cannot be fetched. */
export async function loadElements(page: Route['page']): Promise<void> {
  await Promise.all(elements[page].map((load) => load()));
}
