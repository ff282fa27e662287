import { plural } from '../base/format.js';
import { catalogue } from '../base/messages/catalogue.js';

/** Built-in words of the sync status. */
export const syncStatusCatalogue = catalogue('sync-status', {
  saved: 'Saved',
  sending: 'Saving…',
  connecting: 'Connecting…',
  offline: 'You are offline. What you write is kept on this device.',
  signedOut: 'You are signed out. Sign in again to send what you wrote.',
  signIn: 'Sign in',
  waiting: (n: number): string => plural('en-GB', n, { one: '1 change to send', other: `${n} changes to send` }),
  attention: (n: number): string =>
    plural('en-GB', n, { one: '1 change was not accepted', other: `${n} changes were not accepted` }),
  nothingLeft: 'Nothing needs attention any more.',
  show: 'Show',
  hide: 'Hide',
  online: 'You are connected again.',
});

/** The words of the sync status, as a language has to give them. */
export type SyncStatusWords = typeof syncStatusCatalogue.words;

declare module '../base/messages/catalogue.js' {
  interface Catalogues {
    'sync-status': SyncStatusWords;
  }
}
