import type { CoachingErrorCode, InputRule } from '@coachkit/core';
import { number, plural } from '../format.js';
import { catalogue } from './catalogue.js';

const count = (n: number, one: string, other: string): string => `${number('en-GB', n)} ${plural('en-GB', n, { one, other })}`;
const limited = (limit: number | undefined, say: (limit: string) => string, otherwise: string): string =>
  limit === undefined ? otherwise : say(number('en-GB', limit));

/** One sentence for each code: what happened and what to do. Never an exception text. */
const errors: Readonly<Record<CoachingErrorCode, string>> = {
  'invalid-input': 'Something needs to be corrected first.',
  'not-found': 'This does not exist, or it is not yours to see.',
  forbidden: 'You cannot do this here.',
  'outside-reporting-line': 'Only the line manager on that date can do this.',
  'not-in-this-state': 'This can no longer be done. It has changed in the meantime.',
  conflict: 'This was changed somewhere else. Nothing of yours is lost: look at both before you save.',
  'storage-full': 'This device is full, so it is not saved. Your text is still here: make room, then try again.',
  'storage-unavailable': 'It could not be read or saved just now. Your text is still here.',
  'storage-read-only': 'A newer version has been used on this device, so nothing can be changed in this one.',
  closed: 'You are signed out. Sign in again to go on.',
  'part-not-loaded': 'A part of this page could not be fetched. Check the connection, then try again.',
  'lms-unavailable': 'The learning system does not answer. What you wrote is saved.',
  'not-supported': 'This is not connected here.',
  vetoed: 'This was stopped by the application.',
};

/** One sentence for each rule that an input can break; `limit` is in the rule's own unit. */
const rules: Readonly<Record<InputRule, (limit?: number) => string>> = {
  'wrong-type': () => 'This cannot be used here',
  required: () => 'Fill this in',
  'unknown-key': () => 'This cannot be used here',
  'not-an-option': () => 'Choose one of the options',
  'too-long': (limit) => limited(limit, (n) => `Use ${n} characters or fewer`, 'Make this shorter'),
  'too-short': (limit) => limited(limit, (n) => `Use ${n} characters or more`, 'Make this longer'),
  'too-many': (limit) => limited(limit, (n) => `Keep to ${n} at most`, 'There are too many'),
  'too-few': (limit) => limited(limit, (n) => `At least ${n} needed`, 'There are too few'),
  'too-large': (limit) => limited(limit, (n) => `Enter ${n} or less`, 'Enter a smaller number'),
  'too-small': (limit) => limited(limit, (n) => `Enter ${n} or more`, 'Enter a larger number'),
  blank: () => 'Write a few words',
  'not-plain-text': () => 'Remove the characters that cannot be stored',
  'needs-a-letter': () => 'Use at least one letter or digit',
  'not-an-id': () => 'This cannot be used here',
  'not-a-date': () => 'Enter a date that exists',
  'not-a-time': () => 'Enter a time, such as 14:30',
  'not-a-time-zone': () => 'Choose a time zone',
  'not-an-instant': () => 'Enter a date and a time',
  'not-an-address': () => 'Enter an email address',
  'not-a-link': () => 'Enter a link that starts with https://',
  'date-in-past': () => 'Enter a date from today on',
  'date-in-future': () => 'Enter today or an earlier date',
  'end-before-start': () => 'The end comes before the start',
  'cadence-too-long': () => 'Meet at least once a quarter',
  'cadence-too-short': () => 'Leave more days between sessions',
  'same-person': () => 'Choose two different people',
  'reporting-cycle': () => 'These people would report to each other',
  'unknown-person': () => 'Choose a person from the list',
  'unknown-action': () => 'This action does not exist any more',
  'unknown-course': () => 'This course is not in the catalogue any more',
  'unknown-skill': () => 'This skill is not in the framework any more',
  twice: () => 'This is here twice',
};

/** Words that every element uses. */
export const baseCatalogue = catalogue('base', {
  error: (code: CoachingErrorCode): string => errors[code],
  /** Without a full stop: it stands as a line of its own under a field. */
  rule: (rule: InputRule, limit?: number): string => rules[rule](limit),
  unexpected: 'Something went wrong here. The rest of the page is not affected.',
  noProvider: 'Not connected yet. This part of the page belongs inside a coaching-provider.',
  noCoaching: 'Not connected yet. The coaching-provider has no coaching to show.',
  loading: 'Loading',
  retry: 'Try again',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  undo: 'Undo',
  remove: 'Remove',
  edit: 'Change',
  more: 'More',
  showAll: 'Show all',
  you: 'You',
  today: 'today',
  yesterday: 'yesterday',
  tomorrow: 'tomorrow',
  /** A date with how far it is from today, both already in words. */
  dateWithDistance: (date: string, distance: string): string => `${date}, ${distance}`,
  minutes: (n: number): string => count(n, 'minute', 'minutes'),
  days: (n: number): string => count(n, 'day', 'days'),
  weeks: (n: number): string => count(n, 'week', 'weeks'),
  /** `at` is a time of day in words. */
  savedOnDevice: (at: string): string => `Saved on this device, ${at}`,
  savedOnServer: (at: string): string => `Saved, ${at}`,
  saving: 'Saving',
  notSaved: 'Not saved. Your text is still here',
  memoryOnly: 'Kept until you close this page. This browser does not let us save it',
  offline: (at: string): string => `Offline. Saved on this device, ${at}`,
  nothingYet: 'Nothing here yet',
  noMatch: 'Nothing matches',
  notAllowed: 'This is not yours to see',
});

/** The words that every element uses, as a language has to give them. */
export type BaseMessages = typeof baseCatalogue.words;

declare module './catalogue.js' {
  interface Catalogues {
    base: BaseMessages;
  }
}
