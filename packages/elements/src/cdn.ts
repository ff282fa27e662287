/**
 * The one file for a script tag: makes every tag known and exports what a page needs beside them. No globals.
 *
 * @example
 * import { createDemoCoaching } from './coachkit.js';
 * document.querySelector('coaching-provider').coaching = await createDemoCoaching({ as: 'manager' });
 * @packageDocumentation
 */
import './register.js';

export { createIndexedDbStorage } from '@coachkit/adapters/storage/indexeddb';
export { CoachingError, createCoaching, createMemoryStorage, createSkillList } from '@coachkit/core';
export { createDemoCoaching } from '@coachkit/core/demo';
export * from './index.js';
