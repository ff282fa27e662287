/**
 * The HTTP contract of CoachKit: routes, operations, problems. Handler and client are made from it, and so can be those
 * of another language.
 * @packageDocumentation
 */
export * from '../use-cases/replica/replica.js';
export * from './apply-operation.js';
export * from './apply-operations.js';
export * from './document-mark.js';
export * from './fingerprint.js';
export * from './invoke.js';
export * from './merge-input.js';
export * from './problem-details.js';
export * from './request-storage.js';
export * from './response-schemas.js';
export * from './routes.js';
export * from './sync-answer-schemas.js';
export * from './sync-routes.js';
export * from './sync-schemas.js';
