import type { CoachingErrorCode } from '@coachkit/core';
import { catalogue } from './catalogue.js';

/** One sentence for each code: what happened and what to do. Never an exception text. */
const errors: Readonly<Record<CoachingErrorCode, string>> = {
  'invalid-input': 'Something needs to be corrected first.',
  'not-found': 'This does not exist, or is not yours to see.',
  forbidden: 'This is not yours to do.',
  'outside-reporting-line': 'Only the line manager on that date can do this.',
  'not-in-this-state': 'This has changed meanwhile and can no longer be done.',
  conflict: 'This was changed somewhere else. Nothing of yours is lost.',
  'storage-full': 'Not saved: this device is full. Your text is still here.',
  'storage-unavailable': 'Nothing can be read or saved just now. Your text is still here.',
  'storage-read-only': 'A newer version was used on this device. Nothing can be changed in this one.',
  closed: 'You are signed out. Sign in to go on.',
  'lms-unavailable': 'The learning system does not answer. What you wrote is saved.',
  'part-not-loaded': 'A part of this page could not be fetched.',
  'not-supported': 'This is not connected here.',
  vetoed: 'The application has stopped this.',
  'auth-required': 'You are signed out. What you wrote is kept on this device; sign in to send it.',
  unreachable: 'The server cannot be reached. Check your connection and try again.',
  busy: 'There is a lot going on just now. Try again in a moment.',
  'server-failed': 'The server could not do this. Try again in a moment.',
  'operation-reused': 'This was sent once before with something else in it. Reload the page and try again.',
};

/** Words that every element uses. */
export const baseCatalogue = catalogue('base', {
  error: (code: CoachingErrorCode): string => errors[code],
  unexpected: 'Something went wrong here. The rest of the page is not affected.',
  noProvider: 'Not connected: this belongs inside a coaching-provider.',
  noCoaching: 'Not connected: the coaching-provider has nothing to show yet.',
  loading: 'Loading',
  retry: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  undo: 'Undo',
  remove: 'Remove',
  you: 'You',
});

/** The words that every element uses, as a language has to give them. */
export type BaseMessages = typeof baseCatalogue.words;

declare module './catalogue.js' {
  interface Catalogues {
    base: BaseMessages;
  }
}
