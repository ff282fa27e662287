import type { MergedKind } from '@coachkit/core';
import { catalogue } from '../base/messages/catalogue.js';

const fields: Readonly<Record<string, string>> = {
  'session date': 'Date of the session',
  'session durationMinutes': 'Length of the session',
  'sessionContent focus': 'Focus',
  'sessionContent points': 'What you talked about',
  'sessionContent proposedFocus': 'Suggested focus',
  'action text': 'Action',
  'action dueDate': 'Due date of an action',
  'action status': 'State of an action',
  'goal title': 'Goal',
  'goal targetDate': 'Target date of a goal',
  'goal status': 'State of a goal',
};

const states: Readonly<Record<string, string>> = { open: 'Open', done: 'Done', dropped: 'Dropped', reached: 'Reached' };

/** Built-in words of two wordings side by side. Fetched with them. */
export const conflictsCatalogue = catalogue('conflicts', {
  heading: 'Two versions',
  intro: 'This was changed twice at the same time. Both versions are kept until one of you chooses.',
  field: (kind: MergedKind, field: string): string => fields[`${kind} ${field}`] ?? 'A change',
  /** A state of an action or a goal. */
  state: (status: string): string => states[status] ?? status,
  removed: 'Removed',
  current: 'As it stands now',
  keep: 'Keep this one',
  take: 'Use the other one',
  merge: 'Make one of both',
  mergePoint: (n: number): string => `Point ${n}`,
  mergeHint: 'Empty a point to leave it out.',
  save: 'Save this version',
  kept: 'Kept as it stands',
  taken: 'The other version is used now',
  merged: 'The new version is saved',
});

/** The words of that part, as a language has to give them. */
export type ConflictWords = typeof conflictsCatalogue.words;

declare module '../base/messages/catalogue.js' {
  interface Catalogues {
    conflicts: ConflictWords;
  }
}
