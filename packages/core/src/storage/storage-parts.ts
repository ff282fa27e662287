/**
 * What storage adapters are made of: a commit taken apart, the order of indexes, listeners, and the refusals of the
 * port. Hosts have no use for it.
 * @packageDocumentation
 */
export { combineChanges, type CombinedChanges, type DocumentChange } from './changes.js';
export {
  compareKeys,
  comparePrefix,
  indexKey,
  indexValue,
  isIndexValue,
  queryBounds,
  writeCursor,
  type IndexKey,
  type QueryBounds,
} from './index-keys.js';
export { createListeners, type Listeners } from './listeners.js';
export { closed, conflict, readOnly, storageFull, unavailable } from './refusals.js';
