/**
 * The HTTP contract of CoachKit: routes, operations, problems. Handler and client are made from it, and so can be those
 * of another language.
 * @packageDocumentation
 */
export * from './problem-details.js';
export * from './routes.js';
export * from './sync-routes.js';
