import type { Course } from '../ports/lms.js';

/** The catalogue of the sample organisation's learning system. */
export const demoCourses: readonly Course[] = [
  { id: 'c101', title: 'Negotiation fundamentals', durationMinutes: 150, skillIds: ['sk101', 'sk109'] },
  { id: 'c102', title: 'Trading concessions', durationMinutes: 40, skillIds: ['sk101'] },
  {
    id: 'c103',
    title: 'Questions that open a conversation',
    durationMinutes: 60,
    skillIds: ['sk102', 'sk201', 'sk602'],
  },
  { id: 'c104', title: 'When the customer hesitates', durationMinutes: 45, skillIds: ['sk103'] },
  { id: 'c105', title: 'Forecasting with evidence', durationMinutes: 90, skillIds: ['sk104'] },
  { id: 'c106', title: 'The one-page business case', durationMinutes: 60, skillIds: ['sk105', 'sk702'] },
  { id: 'c107', title: 'Demonstrations that listen', durationMinutes: 75, skillIds: ['sk107', 'sk701'] },
  { id: 'c108', title: 'Account plans on one page', durationMinutes: 50, skillIds: ['sk106'] },
  { id: 'c201', title: 'Calm in a tense call', durationMinutes: 60, skillIds: ['sk202', 'sk201'] },
  { id: 'c202', title: 'Writing answers people understand', durationMinutes: 55, skillIds: ['sk205', 'sk702'] },
  { id: 'c203', title: 'Onboarding in thirty days', durationMinutes: 80, skillIds: ['sk203', 'sk207'] },
  { id: 'c204', title: 'Reviews with customers', durationMinutes: 45, skillIds: ['sk204'] },
  { id: 'c301', title: 'Code review as a conversation', durationMinutes: 70, skillIds: ['sk301', 'sk307'] },
  { id: 'c302', title: 'Slicing work so that it ships', durationMinutes: 60, skillIds: ['sk302'] },
  { id: 'c303', title: 'Leading an incident', durationMinutes: 120, skillIds: ['sk303'] },
  { id: 'c304', title: 'Design with trade-offs', durationMinutes: 180, skillIds: ['sk305'] },
  { id: 'c305', title: 'Accessibility for makers', durationMinutes: 90, skillIds: ['sk308'] },
  { id: 'c401', title: 'Safety talks that stay in mind', durationMinutes: 40, skillIds: ['sk402'] },
  { id: 'c402', title: 'Small improvements, every week', durationMinutes: 90, skillIds: ['sk403', 'sk406'] },
  { id: 'c403', title: 'Working with suppliers', durationMinutes: 75, skillIds: ['sk404'] },
  {
    id: 'c501',
    title: 'Figures for people who do not love figures',
    durationMinutes: 60,
    skillIds: ['sk501', 'sk802'],
  },
  { id: 'c502', title: 'Models that others can change', durationMinutes: 110, skillIds: ['sk803'] },
  { id: 'c503', title: 'SQL from the first question', durationMinutes: 160, skillIds: ['sk804'] },
  { id: 'c601', title: 'Delegating results, not tasks', durationMinutes: 60, skillIds: ['sk601', 'sk607'] },
  { id: 'c602', title: 'Feedback people can use', durationMinutes: 50, skillIds: ['sk603', 'sk608'] },
  { id: 'c603', title: 'Meetings that decide', durationMinutes: 45, skillIds: ['sk604', 'sk609'] },
  { id: 'c701', title: 'Speaking to a room', durationMinutes: 120, skillIds: ['sk701'] },
  { id: 'c702', title: 'Choosing what comes first', durationMinutes: 40, skillIds: ['sk712', 'sk713'] },
];

/** Closed for new people, so that a demonstration can show what an assignment looks like that is not delivered. */
export const closedCourse = 'c107';
