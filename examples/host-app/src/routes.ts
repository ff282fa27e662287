/** The pages of the application. Addresses hold ids and never words. */
export type Route =
  | { readonly page: 'sign-in' }
  | { readonly page: 'team' }
  | { readonly page: 'record'; readonly relationshipId: string; readonly sessionId?: string }
  | { readonly page: 'person'; readonly employeeId: string }
  | { readonly page: 'session'; readonly section: 'manager' | 'employee'; readonly sessionId: string }
  | { readonly page: 'development' }
  | { readonly page: 'programme' }
  | { readonly page: 'unknown' };

const id = '([A-Za-z0-9][\\w.:@-]{0,127})';

const patterns: readonly (readonly [RegExp, (one: string, other?: string) => Route])[] = [
  [/^\/$/, () => ({ page: 'sign-in' })],
  [/^\/manager\/?$/, () => ({ page: 'team' })],
  [new RegExp(`^/manager/record/${id}$`), (relationshipId) => ({ page: 'record', relationshipId })],
  [
    new RegExp(`^/manager/record/${id}/${id}$`),
    (relationshipId, sessionId = '') => ({ page: 'record', relationshipId, sessionId }),
  ],
  [new RegExp(`^/manager/person/${id}$`), (employeeId) => ({ page: 'person', employeeId })],
  [new RegExp(`^/manager/session/${id}$`), (sessionId) => ({ page: 'session', section: 'manager', sessionId })],
  [/^\/employee\/?$/, () => ({ page: 'development' })],
  [new RegExp(`^/employee/session/${id}$`), (sessionId) => ({ page: 'session', section: 'employee', sessionId })],
  [/^\/learning\/?$/, () => ({ page: 'programme' })],
];

/** The page of an address. */
export function routeOf(pathname: string): Route {
  for (const [pattern, make] of patterns) {
    const found = pattern.exec(pathname);
    if (found) return make(found[1] ?? '', found[2]);
  }
  return { page: 'unknown' };
}

/** The address of a page. */
export function addressOf(route: Route): string {
  switch (route.page) {
    case 'team':
      return '/manager';
    case 'record':
      return `/manager/record/${route.relationshipId}${route.sessionId === undefined ? '' : `/${route.sessionId}`}`;
    case 'person':
      return `/manager/person/${route.employeeId}`;
    case 'session':
      return `/${route.section}/session/${route.sessionId}`;
    case 'development':
      return '/employee';
    case 'programme':
      return '/learning';
    default:
      return '/';
  }
}
