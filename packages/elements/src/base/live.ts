import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Coaching, CoachingError, Live, LiveQueries, LiveQuery, Snapshot } from '@coachkit/core';

/** What a `LiveController` needs of its element. Every `CoachingElement` has it. */
export interface LiveHost extends ReactiveControllerHost {
  readonly coaching: Coaching | undefined;
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly isConnected: boolean;
  /** Tells the host page of a failure, once. */
  report(error: unknown): void;
}

/** The parameters of a query; an absent one may be written as `undefined`. */
export type LiveInput<Name extends keyof LiveQueries> = {
  readonly [Key in keyof LiveQueries[Name]['input']]: LiveQueries[Name]['input'][Key] | undefined;
};

/**
 * Follows a live query for an element: subscribes while the element is on the page, anew when the `Coaching` or the
 * parameters change, and lets go of everything when it leaves.
 *
 * @example
 * readonly #agenda = new LiveController(this, 'agenda', () => ({ personId: this.personId }));
 */
export class LiveController<Name extends keyof LiveQueries> implements ReactiveController {
  #live: Live<LiveQueries[Name]['result']> | undefined;
  #snapshot: Snapshot<LiveQueries[Name]['result']> = { status: 'loading' };
  #coaching: Coaching | undefined;
  #query = '';
  #reported: unknown;
  #refused: CoachingError | undefined;
  #unsubscribe: (() => void) | undefined;

  /** @param input the parameters now; `undefined` while they are not known, and nothing is loaded then */
  constructor(
    private readonly host: LiveHost,
    private readonly name: Name,
    private readonly input: () => LiveInput<Name> | undefined,
  ) {
    host.addController(this);
  }

  /** The state of the query now. */
  get snapshot(): Snapshot<LiveQueries[Name]['result']> {
    return this.#snapshot;
  }

  /** What was loaded last, also while newer data is on its way or could not be had. */
  get data(): LiveQueries[Name]['result'] | undefined {
    return 'data' in this.#snapshot ? this.#snapshot.data : undefined;
  }

  /** Loads again, after a failure for example. */
  refresh(): void {
    if (this.#live) this.#live.refresh();
    else this.hostDisconnected();
    this.host.requestUpdate();
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    // An update that was asked for on the page may run after the element has left it. Nobody would let go again.
    if (!this.host.isConnected) return;
    const input = this.input();
    // Text, so that the same parameters in a new object are the same query; it also drops undefined ones.
    const query = input ? JSON.stringify({ ...input, name: this.name }) : '';
    if (query !== this.#query || this.host.coaching !== this.#coaching) {
      this.#holdHeight();
      this.hostDisconnected();
      this.#coaching = this.host.coaching;
      this.#query = query;
      if (query && this.#coaching) this.#follow(this.#coaching, JSON.parse(query) as LiveQuery<Name>);
    }
    this.#read();
  }

  hostUpdated(): void {
    const root = this.host.renderRoot.firstElementChild;
    if (root instanceof HTMLElement && root.style.minBlockSize && this.#snapshot.status !== 'loading') {
      root.style.minBlockSize = '';
    }
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = this.#live = this.#coaching = this.#refused = undefined;
    this.#query = '';
    this.#snapshot = { status: 'loading' };
  }

  #follow(coaching: Coaching, query: LiveQuery<Name>): void {
    try {
      this.#live = coaching.live(query);
      this.#unsubscribe = this.#live.subscribe(() => {
        this.host.requestUpdate();
      });
    } catch (error) {
      // A closed `Coaching` refuses at once. What else it may throw is told apart by `CoachingError.isInstance`.
      this.#refused = error as CoachingError;
    }
  }

  #read(): void {
    this.#snapshot = this.#refused
      ? { status: 'failed', error: this.#refused }
      : (this.#live?.getSnapshot() ?? { status: 'loading' });
    const error = this.#snapshot.status === 'failed' ? this.#snapshot.error : undefined;
    if (error && error !== this.#reported) this.host.report(error);
    this.#reported = error;
  }

  // Content that gives way to a skeleton must not make the page jump.
  #holdHeight(): void {
    const root = this.host.renderRoot.firstElementChild;
    if (this.data !== undefined && root instanceof HTMLElement) root.style.minBlockSize = `${root.offsetHeight}px`;
  }
}
