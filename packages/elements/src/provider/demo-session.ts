import { CoachingError, type Coaching } from '@coachkit/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What the demo is made from: the attributes of the provider. */
export interface DemoRequest {
  /** Same seed and day, same organisation; the usual one when absent. */
  readonly seed?: number;
  /** Whom the demo signs in. */
  readonly as?: string;
}

/**
 * The sample organisation of a provider: made when it is asked for, closed when it is not or the provider leaves the
 * page. Its code is fetched only then.
 */
export class DemoSession implements ReactiveController {
  coaching: Coaching | undefined;
  failure: unknown;
  #key = '';
  /** Changes with each beginning and end, so that what comes too late is known as such. */
  #round = 0;

  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly request: () => DemoRequest | undefined,
    private readonly report: (error: unknown) => void,
  ) {
    host.addController(this);
  }

  /** Whether it is still being made. */
  get isWaiting(): boolean {
    return this.#key !== '' && !this.coaching && this.failure === undefined;
  }

  hostUpdate(): void {
    const request = this.host.isConnected ? this.request() : undefined;
    const key = request ? JSON.stringify(request) : '';
    if (key === this.#key) return;
    this.#end();
    this.#key = key;
    if (request) void this.#begin(request, this.#round);
  }

  hostDisconnected(): void {
    // An element that is only moved is back before this runs.
    queueMicrotask(() => {
      if (!this.host.isConnected) this.#end();
    });
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  /** Tries again after a failure. */
  retry(): void {
    this.#end();
    this.host.requestUpdate();
  }

  async #begin(request: DemoRequest, round: number): Promise<void> {
    try {
      const { createDemoCoaching } = await import('@coachkit/core/demo').catch((cause: unknown) => {
        throw new CoachingError('part-not-loaded', 'the sample could not be fetched', { retryable: true, cause });
      });
      const coaching = await createDemoCoaching(request);
      if (round === this.#round) this.coaching = coaching;
      else await coaching.close();
    } catch (error) {
      if (round !== this.#round) return;
      this.failure = error;
      this.report(error);
    }
    this.host.requestUpdate();
  }

  #end(): void {
    // What a demo holds goes with it; that closing fails is of no use to anybody.
    this.coaching?.close().catch(() => undefined);
    this.coaching = this.failure = undefined;
    this.#key = '';
    this.#round += 1;
  }
}
