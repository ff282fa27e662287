import type { ReactiveController, ReactiveControllerHost } from 'lit';

const focusable = ':is(a[href], button, input, select, textarea, summary, [tabindex]):not([disabled], [hidden] *)';

/** Where the focus was before an update, from inside to outside, with what stood beside each place. */
interface Place {
  readonly element: Element;
  readonly next: Element | null;
  readonly previous: Element | null;
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
      this.#places.push({ element, next: element.nextElementSibling, previous: element.previousElementSibling });
    }
  }

  hostUpdated(): void {
    const [active] = this.#places;
    // The focus may have been moved on purpose, to another part of the page too.
    if (!active || active.element.isConnected || this.#root?.activeElement || !isFocusNowhere()) return;
    for (const { element, next, previous } of this.#places) {
      if (focusFirst(next) || focusFirst(previous)) return;
      if (element.isConnected && focusFirst(element)) return;
    }
  }
}

function isFocusNowhere(): boolean {
  const { activeElement } = document;
  return !activeElement || activeElement === document.body;
}

function focusFirst(place: Element | null): boolean {
  if (!place?.isConnected) return false;
  const target = place.matches(focusable) ? place : place.querySelector(focusable);
  if (!(target instanceof HTMLElement)) return false;
  target.focus();
  return target.matches(':focus');
}
