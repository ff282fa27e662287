import type { RecordNotice } from '@coachkit/core';
import type { UndoableChange } from '@coachkit/core/session-form';
import { number, plural } from '../base/format.js';
import { catalogue } from '../base/messages/catalogue.js';

const notices: Readonly<Record<RecordNotice, string>> = {
  'few-points': 'Three to five points are usual; this record has fewer.',
  'no-action': 'No action was agreed.',
  'length-outside-band': 'The session was shorter or longer than the usual 45 to 60 minutes.',
};

const removed: Readonly<Record<UndoableChange, string>> = {
  point: 'Point removed.',
  action: 'Action removed.',
  course: 'Course removed.',
  focus: 'Focus changed.',
  version: 'The other version is here now.',
};

/** Built-in words of the session form. */
export const sessionFormCatalogue = catalogue('session-form', {
  over: 'Coaching session',
  noneChosen: 'Choose a person to begin a record',
  notYours: 'There is no session here for you to write up',
  notYoursText: 'A record is written by the manager of the pair.',
  date: 'Date',
  length: 'Length',
  readers: (name: string): string => `You and ${name} can read this once you save it. L&D sees counts, never words.`,
  whoSees: 'Who sees what',
  whoReads: (name: string): string => `${name} and you: every word, and who has read it and when.`,
  whoDraft: 'Until you save: only you. How long you write is never sent anywhere.',
  whoCounts: 'L&D: that you met, how many points and actions, which skill. Only for groups of five people or more.',
  whoCourse: 'The learning system: which course is for whom, nothing else.',
  correcting: 'You are correcting a saved record. The earlier wording stays readable for both of you.',

  review: 'Since last time',
  keys: 'dkx',
  done: 'Done',
  keep: 'Keep',
  drop: 'Drop',
  wasDue: (date: string): string => `was due ${date}`,
  due: (date: string): string => `due ${date}`,
  newDate: 'New date',
  newDateFor: (action: string): string => `New date for ${action}`,
  course: 'Course',
  since: (date: string): string => `since ${date}`,
  nothingOpen: 'Nothing is open from earlier sessions.',

  focus: 'Focus',
  proposed: (name: string): string => `${name} suggested:`,
  otherSkill: 'Another skill',
  /** Where no likely ones are shown before it. */
  findSkill: 'Find a skill',
  skills: 'Skills',
  useWords: (words: string): string => `Use “${words}” without a skill`,
  unmapped: 'counts as not linked to a skill',
  kind: 'Kind of focus',
  forGoal: (goal: string): string => `for the goal “${goal}”`,

  points: 'What you talked about',
  pointsHint: '3 to 5 points',
  point: (n: number): string => `Point ${n}`,
  removePoint: (n: number): string => `Remove point ${n}`,
  addPoint: 'Add a point',
  left: (n: number): string => plural('en-GB', n, { one: '1 character left', other: `${n} characters left` }),
  tooMany: (n: number): string =>
    plural('en-GB', n, { one: '1 character too many', other: `${n} characters too many` }),

  actions: 'What happens next',
  addAction: 'Add an action',
  action: (n: number): string => `Action ${n}`,
  removeAction: (text: string): string => `Remove “${text}”`,
  who: 'Who',
  dueDate: 'Due',
  reads: 'Reads as',
  adds: 'adds it',
  quickHint: 'Who and when:',
  quickOr: 'or',
  example: 'fri, 4 dec',
  addCourse: 'Add a course',
  findCourse: 'Find a course',
  courses: 'Courses',
  recommend: 'Recommend',
  assign: 'Assign',
  enrols: (name: string): string => `${name} is enrolled when you save.`,
  recommends: (name: string): string => `${name} sees it as a recommendation. Nobody is enrolled.`,
  removeCourse: (title: string): string => `Remove the course ${title}`,
  nothingFound: 'Nothing found',
  correctActions: 'A correction leaves actions as they are. These were written and not saved:',

  beside: 'Questions and last session',
  signpost: 'This is a coaching record. A performance concern belongs somewhere else: ask your HR partner.',

  save: 'Save session',
  saveCorrection: 'Save correction',
  /** Before anything is written. */
  keeps: 'Your draft is saved as you write',
  saving: 'Saving…',
  kept: (time: string): string => `Draft saved, ${time}`,
  keptOnDevice: (time: string): string => `Draft saved on this device, ${time}`,
  /** Offline, before anything is written. */
  keepsOffline: 'Offline. Your draft is saved on this device as you write',
  keptOffline: (time: string): string => `Offline. Draft saved on this device, ${time}`,
  keptInMemory: 'Not saved on this device: your text is kept until this page is closed',
  /** Signed out: what the button after it says comes next. */
  keptSignedOut: 'Saved on this device.',
  signInToSend: 'Sign in again to send it.',
  waiting: (n: number): string => plural('en-GB', n, { one: '1 change to send', other: `${n} changes to send` }),
  needsAttention: (n: number): string => `Needs attention: ${number('en-GB', n)}`,
  soFar: (minutes: string): string => `${minutes} so far`,
  copy: 'Copy text',
  copied: 'Text copied',
  download: 'Download text',

  removed: (change: UndoableChange): string => removed[change],
  problems: (n: number): string =>
    plural('en-GB', n, { one: 'One thing to fix before saving', other: `${n} things to fix before saving` }),
  chooseFocus: 'Choose a focus for this session',
  writePoint: 'Write at least one point',
  writeAction: 'Write what is to be done',
  at: (place: string, problem: string): string => `${place}: ${problem}`,

  conflict: 'Not saved: this record was changed in another tab or on another device',
  conflictGone: 'Not saved: this record was finished or removed in another tab or on another device',
  conflictText: 'Both versions are here until you choose. Yours is the one in the form.',
  goneText: 'What you wrote is still here.',
  otherVersion: 'The other version',
  keepOwn: 'Keep mine',
  takeOther: 'Take the other',

  recorded: 'Session saved',
  corrected: 'Correction saved',
  recordedInMemory: 'Session kept until this page is closed',
  recordedOnDevice: 'Saved on this device',
  readsOnline: (name: string): string => `${name} can read it once you are back online.`,
  readsSignedIn: (name: string): string => `${name} can read it once you sign in again.`,
  refused: (name: string): string => `Needs attention: it was not accepted, and ${name} cannot read it.`,
  canRead: (name: string): string => `${name} can read it now and comment on it.`,
  next: (date: string): string => `You meet again around ${date}.`,
  notice: (notice: RecordNotice): string => notices[notice],
  correct: 'Correct this record',
});

/** The words of the session form, as a language has to give them. */
export type SessionFormWords = typeof sessionFormCatalogue.words;

declare module '../base/messages/catalogue.js' {
  interface Catalogues {
    'session-form': SessionFormWords;
  }
}
