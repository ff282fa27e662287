import type { ReactiveController, ReactiveControllerHost } from 'lit';

const focusable = ':is(a[href], button, input, select, textarea, summary, [tabindex]):not([disabled], [hidden] *)';

/** Where the focus was before an update, and what stood beside it: what follows first, then what stands before. */
interface Place {
  readonly element: Element;
  readonly beside: readonly Element[];
}

/**
 * Keeps the focus inside an element when an update removes what had it: it moves to what follows, else to what stands
 * before, else outwards, and last to the element's root. Without it, deleting a row throws a keyboard user back to the
 * top of the page (WCAG 2.4.3).
 */
export class FocusKeeper implements ReactiveController {
  #places: Place[] = [];

  constructor(private readonly host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment }) {
    host.addController(this);
  }

  get #root(): ShadowRoot | undefined {
    const { renderRoot } = this.host;
    return renderRoot instanceof ShadowRoot ? renderRoot : undefined;
  }

  hostUpdate(): void {
    this.#places = [];
    for (let element = this.#root?.activeElement; element; element = element.parentElement) {
      const all = [...(element.parentNode?.children ?? [])];
      const here = all.indexOf(element);
      this.#places.push({ element, beside: [...all.slice(here + 1), ...all.slice(0, here).reverse()] });
    }
  }

  hostUpdated(): void {
    const [active] = this.#places;
    // The focus may have been moved on purpose, to another part of the page too.
    if (!active || active.element.isConnected || this.#root?.activeElement || !isFocusNowhere()) return;
    // From inside to outside.
    for (const { element, beside } of this.#places) {
      if (beside.some(focusFirst) || focusFirst(element)) return;
    }
    const box = this.#root?.firstElementChild;
    if (!(box instanceof HTMLElement)) return;
    box.tabIndex = -1;
    box.focus();
  }
}

function isFocusNowhere(): boolean {
  const { activeElement } = document;
  return !activeElement || activeElement === document.body;
}

function focusFirst(place: Element): boolean {
  if (!place.isConnected) return false;
  const target = place.matches(focusable) ? place : place.querySelector(focusable);
  if (!(target instanceof HTMLElement)) return false;
  target.focus();
  const root = target.getRootNode();
  return root instanceof ShadowRoot && root.activeElement === target;
}
