import { addressOf, routeOf, type Route } from './routes.js';

/**
 * Follows links inside the application without loading the page again: what is kept in memory stays, and so does the
 * connection to storage. Reload and the back button work because every page has its address.
 */
export class Navigation {
  #path = location.pathname;
  #route = routeOf(location.pathname);
  readonly #changed: (how: 'link' | 'history') => void;

  constructor(changed: (how: 'link' | 'history') => void) {
    this.#changed = changed;
    addEventListener('popstate', () => {
      // A jump within the page is in the history too, and no other page.
      if (location.pathname !== this.#path) this.#show('history');
    });
    document.addEventListener('click', (event) => this.#follow(event));
  }

  get route(): Route {
    return this.#route;
  }

  /** The page of this application that led here. */
  get from(): Route | undefined {
    const state: unknown = history.state;
    const from = typeof state === 'object' && state !== null && 'from' in state ? state.from : undefined;
    const route = typeof from === 'string' ? routeOf(from) : undefined;
    return route?.page === 'unknown' ? undefined : route;
  }

  /** Goes to a page. */
  go(route: Route): void {
    const address = addressOf(route);
    if (address !== location.pathname) history.pushState({ from: location.pathname }, '', address);
    this.#show('link');
  }

  /** Gives the page that is open the address of another one, which is shown when somebody reloads or comes back. */
  rename(route: Route): void {
    history.replaceState(history.state, '', addressOf(route));
    this.#path = location.pathname;
  }

  #show(how: 'link' | 'history'): void {
    this.#path = location.pathname;
    this.#route = routeOf(this.#path);
    this.#changed(how);
  }

  #follow(event: MouseEvent): void {
    const wantsNewPlace = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
    if (!link?.href || wantsNewPlace || event.defaultPrevented || link.target || link.hasAttribute('download')) return;
    const url = new URL(link.href);
    if (url.origin !== location.origin || url.hash !== '' || routeOf(url.pathname).page === 'unknown') return;
    event.preventDefault();
    this.go(routeOf(url.pathname));
  }
}
