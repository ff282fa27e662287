import type { Coaching, Synchronisation } from '@coachkit/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Providers that could show how things stand, by what they have to say: the first one of a page does. */
const places = new WeakMap<Synchronisation, Set<SyncPlace>>();

/**
 * The sync status of a provider. Its code is fetched once there is a server, while it can be reached; a page without
 * one never pays for it. Of several providers on a page that hand out the same `Coaching` one shows it.
 */
export class SyncPlace implements ReactiveController {
  /** What lies over the page. */
  element: HTMLElement | undefined;
  #sync: Synchronisation | undefined;
  #isLoading = false;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly coaching: () => Coaching | undefined,
  ) {
    host.addController(this);
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
    if (this.isFirst && !this.element && !this.#isLoading) void this.#load();
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

  async #load(): Promise<void> {
    this.#isLoading = true;
    // Without it every element still says where its own words are; the next change of the provider tries again.
    const parts = await Promise.all([import('../sync-status/sync-status.js'), import('../base/define.js')]).catch(
      () => undefined,
    );
    this.#isLoading = false;
    if (!parts) return;
    const [{ CoachingSyncStatus }, { define }] = parts;
    // A suffix of the provider is that of what it holds; a class goes with one tag only.
    const tag = this.host.localName.replace('provider', 'sync-status');
    define(tag, tag === 'coaching-sync-status' ? CoachingSyncStatus : class extends CoachingSyncStatus {});
    this.element = document.createElement(tag);
    this.element.setAttribute('floating', '');
    this.element.setAttribute('part', 'sync-status');
    this.host.requestUpdate();
  }
}
