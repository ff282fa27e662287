import type { DocumentKind, Storage } from '@coachkit/core';

/** Whose documents a storage keeps. */
export interface StorageScope {
  readonly tenantId: string;
  readonly personId?: string;
}

/** How the suite gets at the adapter under test. Only `open` is needed; what is absent is reported as not offered. */
export interface StorageHarness {
  /**
   * Opens a storage. Opening the same scope again gives another object over the same documents, as a second tab or a
   * second server process would; scopes of other tenants share the medium.
   */
  open(scope: StorageScope): Storage | Promise<Storage>;
  /** Leaves the medium no room for another document until the returned function is called. */
  fill?(): FreeAgain | Promise<FreeAgain>;
  /** Damages what is kept of a document, so that it is there and cannot be read any more. */
  damage?(scope: StorageScope, kind: DocumentKind, id: string): void | Promise<void>;
  /** Called once, after the last case of a run. */
  cleanUp?(): void | Promise<void>;
}

/** Makes room again. */
export type FreeAgain = () => void | Promise<void>;

/**
 * What a case needs besides `open`: a function of the harness, hearing other objects (`capabilities.hearsOthers`), or
 * keeping documents beyond the storage object (`capabilities.level` above `memory`).
 */
export type StorageNeed = 'fill' | 'damage' | 'hearsOthers' | 'keeps';
