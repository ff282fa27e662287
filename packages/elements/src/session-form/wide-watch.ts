import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Follows whether an element is at least so wide, for what has to be made anew and not only set differently. */
export class WideWatch implements ReactiveController {
  isWide = false;
  #observer: ResizeObserver | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly least: number,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer ??= new ResizeObserver(([entry]) => {
      const isWide = (entry?.contentRect.width ?? 0) >= this.least;
      if (isWide === this.isWide) return;
      this.isWide = isWide;
      // In a task of its own: what is drawn anew changes its height, of which this observer would be told in the same
      // frame, and the host page would see "ResizeObserver loop completed with undelivered notifications".
      setTimeout(() => this.host.requestUpdate());
    });
    this.#observer.observe(this.host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }
}
