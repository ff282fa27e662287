import { number, plural } from '../base/format.js';
import { catalogue } from '../base/messages/catalogue.js';

const people = (count: number): string =>
  `${number('en-GB', count)} ${plural('en-GB', count, { one: 'person', other: 'people' })}`;

/** Built-in words of the dashboard. Shares and dates come in as they are shown. */
export const dashboardCatalogue = catalogue('dashboard', {
  over: 'Coaching programme',
  counted: (count: string): string => `${count} in a coaching relationship are counted.`,
  people,
  tooFew: 'Too few people to count without showing who they are.',
  hiddenGroups: (count: number): string =>
    `${number('en-GB', count)} ${plural('en-GB', count, { one: 'group is', other: 'groups are' })} hidden to protect people.`,
  noneHidden: 'No group is hidden.',
  running: (date: string): string => `This period is not over: data until ${date}.`,

  unit: 'Period',
  month: 'Month',
  quarter: 'Quarter',
  quarterName: (quarter: number, year: string): string => `Quarter ${number('en-GB', quarter)}, ${year}`,
  earlier: 'Earlier period',
  laterPeriod: 'Later period',
  choose: 'Choose a period',
  csv: 'Download as CSV',
  print: 'Print',

  completion: 'Sessions held',
  completionNote: (held: string, due: string): string => `${held} of ${due} that were due`,
  perPair: 'Sessions for each pair',
  perPairNote: 'in this period',
  assigned: 'Sessions with an assigned course',
  assignedNote: 'of those recorded',
  documented: 'Sessions documented well',
  documentedNote: 'three to five points and an action',
  hidden: 'hidden to protect people',
  noData: 'nothing was due',
  higher: (points: string, period: string): string => `${points} higher than in ${period}`,
  lower: (points: string, period: string): string => `${points} lower than in ${period}`,
  same: (period: string): string => `the same as in ${period}`,
  points: (count: number): string =>
    `${number('en-GB', count)} ${plural('en-GB', count, { one: 'point', other: 'points' })}`,

  whether: 'Is coaching happening?',
  whetherAnswer: (share: string, held: string, due: string): string =>
    `${share}: ${held} of ${due} sessions that were due were held.`,
  whetherHidden: 'Too few people to say.',
  department: 'Department',
  team: 'Team',
  others: (count: number): string =>
    `${number('en-GB', count)} ${plural('en-GB', count, { one: 'other', other: 'others' })}`,
  share: 'Held',
  interval: 'Likely range',
  range: (low: string, high: string): string => `${low} to ${high}`,
  showTeams: (count: number): string => `By team (${number('en-GB', count)})`,

  trend: 'How has it moved?',
  trendAnswer: (first: string, from: string, last: string, to: string): string =>
    `From ${first} in ${from} to ${last} in ${to}.`,
  trendShort: 'There is one period to show so far.',
  periodColumn: 'Period',
  showNumbers: 'Show numbers',

  focus: 'What are people working on?',
  focusAnswer: (label: string, share: string): string => `Most often ${label}: ${share} of the recorded sessions.`,
  focusHidden: 'Too few people or managers to say.',
  focusNone: 'No session was recorded in this period.',
  area: 'Focus',
  areaShare: 'Share of sessions',
  other: 'Other focuses, each shared by few people',
  unmapped: 'Not linked to a skill',

  how: 'How these figures are made',
  howCompletion:
    'Held ÷ due. Due are the cadence slots in the period of pairs that were active, with neither person on leave. A rescheduled session belongs to its first slot. The likely range is the 95% Wilson interval.',
  howFocus: 'Share of the recorded sessions of the period, by the skill of their focus.',
  howThreshold: (count: number): string =>
    `Every figure has at least ${number('en-GB', count)} people behind it; what comes from the content of sessions also at least three managers, and is never shown for a team. Hidden is not the same as no data.`,

  notAllowed: 'The programme is not shown here',
  notAllowedText: 'It is shown to those who look after the programme. What you discuss stays between the two of you.',
  nothingYet: 'Nothing was due in this period',
  nothingYetText: 'Figures stand here once pairs have begun to meet.',
});

/** The words of the dashboard, as a language has to give them. */
export type DashboardWords = typeof dashboardCatalogue.words;

declare module '../base/messages/catalogue.js' {
  interface Catalogues {
    dashboard: DashboardWords;
  }
}
