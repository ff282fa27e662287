import { number, plural } from '../base/format.js';
import { catalogue } from '../base/messages/catalogue.js';

/** Built-in words of the action list. Names and dates come in as they are shown. */
export const actionListCatalogue = catalogue('action-list', {
  overdue: 'Overdue',
  thisWeek: 'This week',
  later: 'Later',
  closed: (count: number): string => `Done (${number('en-GB', count)})`,
  due: (date: string): string => `due ${date}`,
  doneOn: (date: string): string => `done ${date}`,
  droppedOn: (date: string): string => `dropped ${date}`,
  /** With whom an action was agreed. */
  with: (name: string): string => `with ${name}`,
  done: 'Done.',
  dropped: 'Dropped.',
  saving: 'Saving',
  markedDone: (text: string): string => `Done: ${text}`,
  reopened: (text: string): string => `Open again: ${text}`,
  droppedText: (text: string): string => `Dropped: ${text}`,
  moved: (date: string): string => `Now due ${date}`,
  /** The name of a button among several that say the same. */
  change: (text: string): string => `Change or drop: ${text}`,
  newDate: 'New date',
  reason: 'Why drop it? You can leave this empty.',
  drop: 'Drop this action',
  saveDate: 'Save date',
  filter: 'Find an action',
  matches: (count: number): string =>
    `${number('en-GB', count)} ${plural('en-GB', count, { one: 'action matches', other: 'actions match' })}`,
  clear: 'Show all actions',
  noMatch: 'No action matches',
  nothingYet: 'No actions yet',
  nothingYetText: 'What you agree on in a coaching session stands here, with its date.',
  nothingOpen: 'Nothing is open',
  nothingOpenText: 'Everything you agreed on is done.',
  notYours: 'There are no actions here for you to see',
  notYoursText: 'Actions are seen by the two who agreed on them.',
  add: 'Add an action of your own',
  addText: 'What will you do?',
  addDue: 'By when?',
  addIt: 'Add',
  added: 'Action added',
  keys: 'Arrow keys move between actions, Space ticks one off.',
});

/** The words of the action list, as a language has to give them. */
export type ActionListWords = typeof actionListCatalogue.words;

declare module '../base/messages/catalogue.js' {
  interface Catalogues {
    'action-list': ActionListWords;
  }
}
