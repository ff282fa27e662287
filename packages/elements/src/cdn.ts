/**
 * The one file for a script tag: makes every tag known and puts what a page needs beside them into one global,
 * `CoachKit`. It is a classic script, because browsers refuse modules that are opened from disk.
 *
 * @example
 * <script src="coachkit.js"></script>
 * <script>
 *   CoachKit.createDemoCoaching({ as: 'manager' }).then((coaching) => {
 *     document.querySelector('coaching-provider').coaching = coaching;
 *   });
 * </script>
 * @packageDocumentation
 */
import './register.js';

export { connectCoaching } from '@coachkit/adapters/http/connect';
export { createIndexedDbStorage } from '@coachkit/adapters/storage/indexeddb';
export { CoachingError, createCoaching, createMemoryStorage, createSkillList } from '@coachkit/core';
export { createDemoCoaching } from '@coachkit/core/demo';
export * from './index.js';
