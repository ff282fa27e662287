import { inBrowser } from './browser-guard.js';

/*
 * What bundlers for browsers find in place of the adapters of learning systems (export condition `browser`): nothing of
 * them, and so no token either, can end up in a page by mistake.
 */
const refuse = (): never => {
  throw inBrowser();
};

/** Throws: this adapter runs on a server only. */
export const createMoodle = refuse;
/** Throws: this adapter runs on a server only. */
export const createCanvas = refuse;
/** Throws: this adapter runs on a server only. */
export const createLearningRecordStore = refuse;
/** Throws: this adapter runs on a server only. */
export const createRestLearningSystem = refuse;
