import type { AccessReceiptView, MissedBy, ReviewOutcome, SessionStatus } from '@coachkit/core';
import { number } from '../base/format.js';
import { catalogue } from '../base/messages/catalogue.js';

const titles: Readonly<Record<SessionStatus, string>> = {
  planned: 'Planned session',
  recorded: 'Recorded session',
  missed: 'Missed session',
  cancelled: 'Cancelled session',
  excused: 'Excused session',
};

const roles: Readonly<Record<AccessReceiptView['role'], string>> = { manager: 'manager', employee: 'employee' };

const outcomes: Readonly<Record<ReviewOutcome, string>> = { done: 'Done', keep: 'Kept', drop: 'Dropped' };

/** Built-in words of the session view. Names and dates come in as they are shown. */
export const sessionViewCatalogue = catalogue('session-view', {
  over: 'Coaching session',
  title: (status: SessionStatus): string => titles[status],
  at: (date: string, time: string): string => `${date}, ${time}`,
  skill: (label: string): string => `Skill: ${label}`,
  noSkill: 'Not linked to a skill',
  corrected: (when: string): string => `Corrected on ${when}`,
  correct: 'Correct this record',

  noneChosen: 'No session is chosen',
  notYours: 'There is nothing here for you to read',
  notYoursText: 'This session does not exist, or is not yours to see.',
  wordsHidden: 'What was written is not shown here',
  wordsHiddenText: 'Only the employee and their manager can read it.',
  notWritten: 'Nothing is written yet',
  notWrittenText: 'What you talk about stands here once it is saved. Both of you can read it then.',
  missed: (by: MissedBy | undefined, name: string): string =>
    by === 'both' ? 'Neither of the two came' : by ? `${name} did not come` : 'It did not take place',
  cancelled: 'This session was cancelled',
  newDate: 'It has a new date.',
  noNewDate: 'It has no new date yet.',
  excused: 'Excused for leave or sickness',
  excusedText: 'It does not count as missed.',

  suggested: (name: string, focus: string): string => `${name} suggested: “${focus}”`,
  points: 'What you talked about',
  reviews: 'Since last time',
  outcome: (outcome: ReviewOutcome): string => outcomes[outcome],
  keptUntil: (date: string): string => `Kept until ${date}`,
  goneAction: 'An action that is no longer there',

  actions: 'What happens next',
  noActions: 'No action was agreed.',
  closedOn: (status: 'done' | 'dropped', date: string): string => `${status === 'done' ? 'Done' : 'Dropped'} ${date}`,
  markDone: 'Mark as done',
  reopen: 'Reopen',
  markedDone: 'Marked as done',
  reopened: 'Open again',

  addAction: 'Add an action of your own',
  actionText: 'What will you do?',
  actionDue: 'By when?',
  addIt: 'Add',
  actionAdded: 'Action added',

  comments: 'Comments',
  noComments: 'No comments yet.',
  comment: 'Add a comment',
  commentHint: (used: number, limit: number): string =>
    `Both of you can read it. ${used > limit - 200 ? number('en-GB', used) + ' of' : 'Up to'} ${number('en-GB', limit)} characters. Ctrl or ⌘ with Enter sends it.`,
  send: 'Send',
  commentAdded: 'Comment added',

  readers: 'Who can read this',
  receipts: 'Who did',
  role: (role: AccessReceiptView['role']): string => roles[role],

  versions: (count: number): string =>
    count === 1 ? '1 earlier wording' : `${number('en-GB', count)} earlier wordings`,
  versionUntil: (when: string): string => `As it stood until ${when}`,
  correctedBy: (name: string): string => `Corrected by ${name}`,
  before: 'Before',
  after: 'After',
  sameWords: 'The words are the same; the date, the length or the skill was corrected',
  samePoints: (count: number): string =>
    count === 1 ? 'One point stayed as it is' : `${number('en-GB', count)} points stayed as they are`,
});

/** The words of the session view, as a language has to give them. */
export type SessionViewWords = typeof sessionViewCatalogue.words;

declare module '../base/messages/catalogue.js' {
  interface Catalogues {
    'session-view': SessionViewWords;
  }
}
