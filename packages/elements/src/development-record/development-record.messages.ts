import type { DevelopmentEntry } from '@coachkit/core';
import { number } from '../base/format.js';
import { catalogue } from '../base/messages/catalogue.js';

/** What the timeline can be narrowed to. */
export type EntryFilter = 'all' | DevelopmentEntry['kind'];

const filters: Readonly<Record<EntryFilter, string>> = {
  all: 'All',
  session: 'Sessions',
  course: 'Courses',
  action: 'Actions',
};

const kinds: Readonly<Record<DevelopmentEntry['kind'], string>> = {
  session: 'Session',
  course: 'Course',
  action: 'Action done',
};

const sessions = (count: number): string => (count === 1 ? '1 session' : `${number('en-GB', count)} sessions`);

/** Built-in words of the development record. Names and dates come in as they are shown. */
export const developmentRecordCatalogue = catalogue('development-record', {
  over: 'Development record',
  ownReaders: 'You and your current manager can read this.',
  readers: (name: string): string => `${name} and you, as the current manager, can read this.`,
  notYours: 'There is nothing here for you to read',
  notYoursText: 'This record does not exist, or is not yours to see.',
  exportPage: 'Export as a page',
  exportData: 'Export as JSON',
  exported: 'Exported',
  exportedOn: (date: string): string => `Exported on ${date}`,

  goals: 'Goals',
  noGoals: 'No goals yet.',
  /** Where there are only goals that were reached. */
  noOpenGoals: 'No open goals.',
  by: (date: string): string => `by ${date}`,
  sessions,
  noSessions: 'No session on it yet',
  lastSession: (count: number, date: string): string => `${sessions(count)}, the last on ${date}`,
  next: (action: string): string => `Next: ${action}`,
  reached: 'Reached',
  reach: 'Mark as reached',
  drop: 'Drop',
  reopen: 'Reopen',
  goalReached: (goal: string): string => `Reached: ${goal}`,
  goalDropped: (goal: string): string => `Dropped: ${goal}`,
  goalOpen: (goal: string): string => `Open again: ${goal}`,
  reachedGoals: (count: number): string => (count === 1 ? '1 goal reached' : `${number('en-GB', count)} goals reached`),

  addGoal: 'Add a goal',
  goalTitle: 'What is the goal?',
  goalDate: 'By when? (optional)',
  goalSkill: 'Skill (optional)',
  goalSkillHint: 'Type a few letters, then choose one.',
  addIt: 'Add',
  goalAdded: 'Goal added',
  skillsFound: (count: number): string => (count === 1 ? '1 skill' : `${number('en-GB', count)} skills`),

  skills: 'Skills practised',
  skillsHint: 'How often and when last. Nobody is rated here.',
  skill: 'Skill',
  sessionCount: 'Sessions',
  lastPractised: 'Last practised',

  entries: 'What has happened',
  show: 'Show',
  filter: (filter: EntryFilter): string => filters[filter],
  kind: (kind: DevelopmentEntry['kind']): string => kinds[kind],
  /** Without a name, the focus is the skill. */
  practised: (skill: string): string => (skill ? `${skill} practised` : 'skill practised'),
  untitled: 'Coaching session',
  /** Follows the focus; for screen readers, which may read a button without its row. */
  sessionOn: (date: string): string => `, session on ${date}`,
  nothing: 'Nothing here yet',
  nothingText: 'Sessions, courses and actions stand here as soon as they are saved or done.',
  noMatch: (filter: EntryFilter): string => `No ${filters[filter].toLowerCase()} so far`,
  noMatchText: 'There are other entries in this record.',
  showAll: 'Show all',
  showEarlier: 'Show earlier',
  shownOf: (shown: number, all: number): string => `${number('en-GB', shown)} of ${number('en-GB', all)}`,
});

/** The words of the development record, as a language has to give them. */
export type DevelopmentRecordWords = typeof developmentRecordCatalogue.words;

declare module '../base/messages/catalogue.js' {
  interface Catalogues {
    'development-record': DevelopmentRecordWords;
  }
}
