import type { Coaching, Synchronisation, SyncStatus } from '@coachkit/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

type SyncHost = ReactiveControllerHost & { readonly coaching: Coaching | undefined; readonly isConnected: boolean };

const local: SyncStatus = { connection: 'local', waiting: 0, needsAttention: 0 };

/** Follows how things stand with the server, for an element: while it is on the page, and anew for another `Coaching`. */
export class SyncWatch implements ReactiveController {
  #sync: Synchronisation | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(private readonly host: SyncHost) {
    host.addController(this);
  }

  /** The status now; that of a device without a server while there is no `Coaching`. */
  get status(): SyncStatus {
    return this.#sync?.getStatus() ?? local;
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    const sync = this.host.isConnected ? this.host.coaching?.sync : undefined;
    if (sync === this.#sync) return;
    this.hostDisconnected();
    this.#sync = sync;
    this.#unsubscribe = sync?.subscribe(() => this.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = this.#sync = undefined;
  }
}

declare global {
  interface HTMLElementEventMap {
    'coaching-sign-in-wanted': CustomEvent<Readonly<Record<string, never>>>;
  }
}
