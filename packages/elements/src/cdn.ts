/**
 * The one file for a script tag: makes every tag known and exports what a page needs beside them. No globals.
 * @packageDocumentation
 */
import './register.js';

export * from './index.js';
