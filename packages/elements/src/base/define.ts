import { ContextRoot } from '@lit/context';

const rootMarker = Symbol.for('coachkit.context-root');

// An element may ask for its `Coaching` before the provider around it is defined; the root asks again for it then. It
// listens at the document element, which is there even while <body> is not, and once for all copies on the page.
function attachContextRoot(): void {
  const root = document.documentElement;
  if (rootMarker in root) return;
  Object.defineProperty(root, rootMarker, { value: true });
  new ContextRoot().attach(root);
}

/**
 * Makes a tag known to the browser. A tag that is already taken, by this version or another one, stays as it is. Does
 * nothing where there is no document (Node, a worker).
 * @param registry the page's own unless a scoped one is given
 */
export function define(tag: string, element: CustomElementConstructor, registry?: CustomElementRegistry): void {
  if (typeof document === 'undefined') return;
  attachContextRoot();
  const known = registry ?? customElements;
  if (!known.get(tag)) known.define(tag, element);
}
