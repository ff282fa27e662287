import { catalogue } from '../base/messages/catalogue.js';

const changes: Readonly<Record<string, string>> = {
  'sessions.schedule': 'Planned session',
  'sessions.reschedule': 'New date for a session',
  'sessions.cancel': 'Cancelled session',
  'sessions.recordAbsence': 'Missed session',
  'sessions.proposeFocus': 'Suggested focus',
  'sessions.record': 'Record of a session',
  'sessions.correct': 'Correction of a record',
  'sessions.comment': 'Comment',
  'drafts.save': 'Draft of a record',
  'actions.add': 'New action',
  'actions.update': 'Change to an action',
  'courses.retry': 'Course',
  'plans.addGoal': 'New goal',
  'plans.updateGoal': 'Change to a goal',
  'relationships.changeCadence': 'How often you meet',
  'conflicts.resolve': 'Choice between two versions',
};

/** Built-in words of the list of changes that the server has refused. Fetched with the list. */
export const attentionCatalogue = catalogue('attention', {
  intro: 'They are kept on this device until you decide.',
  /** What a change was about. @param verb such as `sessions.record` */
  change: (verb: string): string => changes[verb] ?? 'A change',
  copy: 'Copy text',
  copied: 'Text copied',
  download: 'Download all as text',
  retried: 'Sent again',
  giveUp: 'Give up',
  giveUpSure: 'Give this up for good? What you wrote is gone then.',
  giveUpNow: 'Give up for good',
  keep: 'Keep it',
  givenUp: 'Given up',
});

/** The words of that list, as a language has to give them. */
export type AttentionWords = typeof attentionCatalogue.words;

declare module '../base/messages/catalogue.js' {
  interface Catalogues {
    attention: AttentionWords;
  }
}
