import type { Cadence, RecordAbsenceInput } from '@coachkit/core';
import { number, plural } from '../base/format.js';
import { catalogue } from '../base/messages/catalogue.js';
import type { AgendaAct } from './agenda-acts.js';

const acts: Readonly<Record<AgendaAct, string>> = {
  record: 'Record',
  plan: 'Plan',
  move: 'New date',
  cancel: 'Cancel the session',
  absence: 'It did not take place',
  cadence: 'Change how often you meet',
  focus: 'Propose a focus',
};

const days = (count: number): string =>
  `${number('en-GB', count)} ${plural('en-GB', count, { one: 'day', other: 'days' })}`;

/** Built-in words of the agenda. Names and dates come in as they are shown. */
export const agendaCatalogue = catalogue('agenda', {
  group: (group: 'due' | 'this-week' | 'later' | 'on-leave'): string =>
    ({ due: 'Due now', 'this-week': 'This week', later: 'Later', 'on-leave': 'On leave' })[group],

  toDocument: (date: string): string => `Write it up: planned for ${date}`,
  notDocumented: (date: string): string => `Not written up yet: planned for ${date}`,
  missed: (date: string): string => `Missed on ${date}: there is no new date`,
  cancelled: (date: string): string => `Cancelled for ${date}: there is no new date`,
  neverMet: 'You have not met yet',
  dueToday: 'Due today',
  dueOn: (date: string): string => `Due ${date}`,
  overdue: (count: number): string => `${days(count)} overdue`,
  lastMet: (date: string): string => `last met ${date}`,
  plannedToday: 'Planned for today',
  planned: (date: string): string => `Planned for ${date}`,
  /** After another fact about the same person. */
  plannedToo: (date: string): string => `planned for ${date}`,
  dueToo: (date: string): string => `due ${date}`,
  at: (day: string, time: string): string => `${day} at ${time}`,
  /** With whose leave it is: the reader's, the other's, or that of both. */
  away: (who: 'you' | 'other' | 'both', date: string): string =>
    `${{ you: 'You are away', other: 'Away', both: 'Both of you are away' }[who]} until ${date}`,
  /** Two facts about one person in one line. */
  and: (one: string, other: string): string => `${one}; ${other}`,
  draft: 'Draft begun',
  yourManager: 'Your manager',
  focusProposed: 'Focus proposed',

  act: (act: AgendaAct): string => acts[act],
  more: 'More',
  /** The name of a button among several that say the same. */
  forPerson: (act: string, name: string): string => `${act}: ${name}`,

  date: 'Date',
  time: 'Time (optional)',
  newDate: 'New date',
  newDateHint: 'Without one, the session stays due.',
  plan: 'Plan',
  move: 'Save new date',
  cancelIt: 'Cancel the session',
  keepIt: 'Keep it',
  whoMissed: 'Who did not come?',
  absence: (absence: RecordAbsenceInput['absence'], name: string): string =>
    ({
      employee: name,
      manager: 'I could not come',
      both: 'Neither of us came',
      excused: 'Excused: leave or sickness',
    })[absence],
  note: 'Note it',
  cadence: ({ unit, every }: Cadence): string =>
    every === 1
      ? `Every ${unit}`
      : `Every ${number('en-GB', every)} ${plural('en-GB', every, { one: unit, other: `${unit}s` })}`,
  howOften: 'How often you meet',
  until: 'Only until',
  untilHint: 'Leave this empty to change it for good.',
  reason: 'Reason',
  reasonHint: 'Only the two of you can read this. Can be left empty.',
  focus: 'What would you like to talk about?',
  focusHint: 'Your manager sees this before you meet.',
  propose: 'Propose',

  savedAbsence: 'Noted: it did not take place',
  savedCancel: 'Cancelled',
  savedCadence: (cadence: string): string => `How often you meet: ${cadence}`,

  nobody: 'Nobody to coach yet',
  nobodyText: 'When you and somebody begin coaching, they stand here with the date of your next session.',
  notYours: 'There is no agenda here for you to see',
  notYoursText: 'An agenda is seen only by the person it belongs to.',
});

/** The words of the agenda, as a language has to give them. */
export type AgendaWords = typeof agendaCatalogue.words;

declare module '../base/messages/catalogue.js' {
  interface Catalogues {
    agenda: AgendaWords;
  }
}
