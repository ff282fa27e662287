import { documentKinds, type ChangedDocument } from '@coachkit/core';

/** What tabs with the same database tell each other: ids and kinds, never words. */
export type TabMessage =
  | { readonly type: 'changed'; readonly documents: readonly ChangedDocument[] }
  /** The database is about to be deleted: close it and be done. */
  | { readonly type: 'wipe' }
  /** A tab is about to open the database and asks whether others wait for it already. */
  | { readonly type: 'opening' }
  /** A tab waits for an older one to let go of the database; whoever opens it now waits behind that tab. */
  | { readonly type: 'held-up' };

/** The other tabs, and other storage objects of this one, that use the same database. */
export interface OtherTabs {
  /** False where the page has no BroadcastChannel, in a sandboxed frame for example. */
  readonly isHeard: boolean;
  tell(message: TabMessage): void;
  /** Calls `hear` with what others tell from now on, until the returned function is called. */
  listen(hear: (message: TabMessage) => void): () => void;
  close(): void;
}

/** Joins the channel of a database. */
export function joinOtherTabs(databaseName: string): OtherTabs {
  const channel = openChannel(databaseName);
  const listeners = new Set<(message: TabMessage) => void>();
  channel?.addEventListener('message', ({ data }) => {
    // Anything of this origin can write into the channel, another version of CoachKit too.
    if (isTabMessage(data)) for (const hear of [...listeners]) hear(data);
  });
  return {
    isHeard: channel !== undefined,
    tell(message) {
      try {
        channel?.postMessage(message);
      } catch {
        // The channel is closed; whoever closed it has nothing more to tell.
      }
    },
    listen(hear) {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
    close: () => channel?.close(),
  };
}

function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}

function isTabMessage(data: unknown): data is TabMessage {
  if (typeof data !== 'object' || data === null || !('type' in data)) return false;
  if (data.type === 'changed')
    return 'documents' in data && Array.isArray(data.documents) && data.documents.every(isChangedDocument);
  return data.type === 'wipe' || data.type === 'opening' || data.type === 'held-up';
}

function isChangedDocument(value: unknown): value is ChangedDocument {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, id, deleted } = value as Record<string, unknown>;
  return (
    typeof kind === 'string' &&
    Object.hasOwn(documentKinds, kind) &&
    typeof id === 'string' &&
    typeof deleted === 'boolean'
  );
}
