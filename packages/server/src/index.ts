/**
 * The back end of CoachKit: `createHandler` makes one function of a storage and of the host's own sign-in.
 * @packageDocumentation
 */
export { createHandler, type Handler } from './handler/create-handler.js';
export { usualLimits, type HandlerLimits } from './handler/limits.js';
export type { LogEvent } from './handler/log-event.js';
export type { HandlerOptions } from './handler/options.js';
export type { StorageSource } from '@coachkit/core';
