import type { Coaching, Synchronisation } from '@coachkit/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { define } from '../base/define.js';
import { CoachingSyncStatus } from '../sync-status/sync-status.js';
import { fetchPartsWhenQuiet } from './fetch-parts.js';

/** Providers that could show how things stand, by what they have to say: the first one of a page does. */
const places = new WeakMap<Synchronisation, Set<SyncPlace>>();

/**
 * The sync status of a provider. Fetched once there is a server, while it can be reached; a page without one never pays
 * for it. Of several providers on a page that hand out the same `Coaching` one shows it.
 */
export class SyncPlace implements ReactiveController {
  /** What lies over the page. */
  readonly element: HTMLElement;
  #sync: Synchronisation | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly coaching: () => Coaching | undefined,
  ) {
    // A suffix of the provider is that of what it holds; a class goes with one tag only.
    const [, suffix = ''] = /^coaching-provider(-.+)$/.exec(host.localName) ?? [];
    const tag = `coaching-sync-status${suffix}`;
    define(tag, suffix ? class extends CoachingSyncStatus {} : CoachingSyncStatus);
    this.element = document.createElement(tag);
    this.element.setAttribute('floating', '');
    this.element.setAttribute('part', 'sync-status');
    host.addController(this);
    fetchPartsWhenQuiet();
  }

  /** Whether it is this provider that shows it. */
  get isFirst(): boolean {
    return this.#sync !== undefined && places.get(this.#sync)?.values().next().value === this;
  }

  hostUpdate(): void {
    const sync = this.host.isConnected ? this.coaching()?.sync : undefined;
    if (sync !== this.#sync) {
      this.#leave();
      if (!sync || sync.getStatus().connection === 'local') return;
      this.#sync = sync;
      places.set(sync, (places.get(sync) ?? new Set()).add(this));
    }
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#leave();
  }

  #leave(): void {
    const others = this.#sync && places.get(this.#sync);
    this.#sync = undefined;
    others?.delete(this);
    for (const other of others ?? []) other.host.requestUpdate();
  }
}
