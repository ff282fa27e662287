import { Documents } from '../documents.js';
import type { UnreadableDocument } from '../coaching.js';
import type { Storage } from '../ports/storage.js';
import type { UseCaseContext } from './context.js';

/** What a context is made of: all that `createCoaching` was given, and where unreadable documents are reported. */
export interface ContextParts extends Omit<UseCaseContext, 'documents'> {
  readonly storage: Storage;
  readonly onUnreadable: (document: UnreadableDocument) => void;
}

/**
 * The context of the use cases. It is fetched like they are, because the schemas of stored documents come with it:
 * a page pays for the parser when it first reads something (docs/decisions/0006).
 */
export function makeContext({ storage, onUnreadable, ...rest }: ContextParts): UseCaseContext {
  return { ...rest, documents: new Documents(storage, onUnreadable) };
}
