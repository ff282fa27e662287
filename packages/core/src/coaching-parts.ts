/**
 * What a `Coaching` is made of, for one that does not run its use cases straight on a storage: the groups of verbs over
 * a context, what fetches that context, events and live queries. Hosts have no use for it.
 * @packageDocumentation
 */
export { checkedActor, checkedRules } from './checked-options.js';
export { createEmitter, type Emitter } from './events.js';
export { createLive, queryRunner, type RunQuery } from './live.js';
export { contextOf } from './use-cases/context-of.js';
export { fetchParts } from './use-cases/fetch-parts.js';
export { createGroups, type Groups } from './use-cases/groups.js';
export type { ContextParts } from './use-cases/make-context.js';
