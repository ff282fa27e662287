import type { ChangedDocument, StorageEvent } from '@coachkit/core';
import type { Listeners } from '@coachkit/core/storage-parts';

/** Where the storage objects of one process hear of each other's changes, tenant by tenant. */
export class ChangeHub {
  readonly #tenants = new Map<string, Set<Listeners>>();
  readonly #onListening: (tenantIds: readonly string[]) => void;

  /** @param onListening told whenever there are other tenants than before that somebody listens to */
  constructor(onListening: (tenantIds: readonly string[]) => void) {
    this.#onListening = onListening;
  }

  /** Lets those hear of what changes in a tenant, until they leave. */
  join(tenantId: string, listeners: Listeners): void {
    const present = this.#tenants.get(tenantId);
    if (present) {
      present.add(listeners);
      return;
    }
    this.#tenants.set(tenantId, new Set([listeners]));
    this.#onListening([...this.#tenants.keys()]);
  }

  /** Those hear no more. */
  leave(tenantId: string, listeners: Listeners): void {
    const present = this.#tenants.get(tenantId);
    if (!present?.delete(listeners) || present.size > 0) return;
    this.#tenants.delete(tenantId);
    this.#onListening([...this.#tenants.keys()]);
  }

  /** Tells everybody of a tenant what has changed. @param author whose change it is; absent when another process's */
  changed(tenantId: string, documents: readonly ChangedDocument[], author?: Listeners): void {
    if (documents.length === 0) return;
    this.#tell(tenantId, (listeners) => ({
      type: 'changed',
      documents,
      origin: listeners === author ? 'here' : 'elsewhere',
    }));
  }

  /** Tells everybody of a tenant that nothing is as it was. */
  wiped(tenantId: string): void {
    this.#tell(tenantId, () => ({ type: 'status', status: { level: 'server', readOnly: false } }));
  }

  #tell(tenantId: string, eventFor: (listeners: Listeners) => StorageEvent): void {
    for (const listeners of [...(this.#tenants.get(tenantId) ?? [])]) listeners.emit(eventFor(listeners));
  }
}
