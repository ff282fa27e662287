import { unavailable } from '@coachkit/core/storage-parts';
import type { OtherTabs } from './other-tabs.js';

/** How long to wait for somebody who does not let go of a database that is to be deleted, in milliseconds. */
const patience = 5_000;

/**
 * Deletes a database and waits until it is gone. Other tabs are asked to close it first; one that runs CoachKit does.
 * @throws CoachingError `storage-unavailable` when the browser refuses or somebody holds on to it; the deletion stays
 *   queued then and happens when they let go
 */
export function deleteDatabase(factory: IDBFactory, name: string, tabs: OtherTabs): Promise<void> {
  return new Promise((resolve, reject) => {
    tabs.tell({ type: 'wipe' });
    const request = factory.deleteDatabase(name);
    const timer = setTimeout(
      () => reject(unavailable('something holds on to the database that is to be deleted')),
      patience,
    );
    // Whoever opens the database now waits behind this deletion.
    const stopListening = tabs.listen((message) => {
      if (message.type === 'opening') tabs.tell({ type: 'held-up' });
    });
    const settle = (): void => {
      clearTimeout(timer);
      stopListening();
    };
    request.onsuccess = () => {
      settle();
      resolve();
    };
    request.onerror = (event) => {
      event.preventDefault();
      settle();
      reject(unavailable('the browser did not delete the database', request.error));
    };
  });
}
