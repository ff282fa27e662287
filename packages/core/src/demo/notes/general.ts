/** Points that fit any focus. */
export const generalPoints: readonly string[] = [
  'We began with what went well since last time: {name} named two moments.',
  '{name} came with one question, and we stayed with it.',
  'Last time’s action changed one thing that others noticed too.',
  'The week was full; we looked at what is in {name}’s own hands.',
  'Energy is highest in the morning, so the hard part moves there.',
  'We compared how it felt with what could be seen.',
  '{name} would like to hear what I saw in {occasion}; I gave two observations.',
  'A small step every week feels possible, a large one does not.',
  '{colleague} works on something similar; a conversation could help both.',
  'What was hard three months ago has become routine.',
  'We found the moment at which it usually goes another way.',
  '{name} asked for more room to decide, and we agreed where.',
  'The course gave one idea that fits and two that do not.',
  'We tried the first minute here, with changed roles.',
  'Three people outside the team were named who could give a view.',
  'What holds this back is time more than skill.',
  '{name} sees progress in the small signs: fewer questions come back.',
  'We put one idea aside for later, on purpose.',
  'The last try went differently than planned, and taught us the order of steps.',
  'I offered to sit in once, without saying anything.',
  '{name} wants the next step to be visible to the team.',
  'We talked about what to leave out, so that there is time to practise.',
  'Looking back over the quarter, two habits have stayed.',
  'The goal still fits; we made its next step smaller.',
  'After {occasion} there was praise from outside; we looked at what led to it.',
  'One question stayed open, and {name} takes it along.',
  'We wrote down how we will notice that it works.',
  'It helps to talk it through before and not only after.',
  '{name} explained it to a newcomer, which showed what is clear by now.',
  'We looked at one example in detail instead of five in passing.',
];

/** Points that fit any skill and name it. */
export const skillPoints: readonly string[] = [
  'Three tries at {skill} since last time, each a little longer.',
  'What {name} would tell a newcomer about {skill}: start small.',
  'On {skill} we looked for one thing to do more often, and found it.',
  '{name} described {skill} on a day when it went well, step by step.',
  'The part of {skill} that costs most energy is the beginning.',
  'We asked who does {skill} in a way worth watching: {colleague} came to mind.',
  '{occasion} would be a fair place to practise {skill}.',
  'With {skill}, a pause has become part of the plan.',
  '{name} would like to see {skill} done by somebody in another department.',
  'Where {skill} is concerned, preparing less and asking more is the next try.',
  'We drew the steps of {skill} on one sheet; the third one was new.',
  'Half of what makes {skill} hard lies before it starts.',
  '{name} set a small mark for {skill}: once a week, in any form.',
  'Notes on {skill} from the last month show more calm.',
];

/** Second sentences that may follow a point. */
export const reflections: readonly string[] = [
  'We stayed with that for a while.',
  'That was new.',
  'It took less time than expected.',
  'We will look at it again next time.',
  'What made the difference was preparing it the day before.',
  'It worked better in a small group.',
  'Still a stretch, and a welcome one.',
  'A short note beforehand helped.',
  'That came up last time too.',
  'Less was more here.',
  'The first try was enough to see it.',
  'Worth trying in another setting.',
  'It felt easier than a month ago.',
  'Others have asked how it was done.',
  'The timing mattered most.',
  'One more try before we move on.',
  'That surprised us both.',
  'Writing it down helped.',
  'It needs somebody to practise with.',
  'The quiet moments count here.',
];

/** Actions that fit any focus and that the employee may take on. */
export const generalActions: readonly string[] = [
  'Try it once in {occasion} and note what happened',
  'Ask two people what they noticed',
  'Shadow {colleague} for half a day',
  'Write five lines about what changed',
  'Choose one occasion next week to practise',
  'Explain it to a newcomer',
  'Read the chapter and bring one question',
  'Find a practice partner in another team',
  'Prepare the first sentence for {occasion}',
  'Keep a note of every try for two weeks',
  'Bring one example to the next session',
  'Ask {colleague} to watch {occasion} and give two observations',
];

/** What the manager may take on. */
export const managerActions: readonly string[] = [
  'Ask {colleague} for two recorded examples',
  'Introduce {name} to {colleague}',
  'Sit in on {occasion} and give two observations afterwards',
  'Find a date for shadowing with {colleague}',
  'Free two mornings in the calendar for practice',
  'Send the checklist we talked about',
  'Ask whether {name} can lead the next team meeting',
  'Clear up who decides about {occasion}',
  'Share my notes from a similar case',
  'Ask for a place in the next workshop',
  'Speak with {colleague} about swapping one task',
  'Move our meeting to the morning',
  'Look for a second occasion to practise before the end of the month',
  'Ask the learning team which course fits',
  'Bring an example of a one-page plan',
  'Name {name} as the contact for {occasion}',
];

/** A focus in the pair's own words, with a kind that fits; it belongs to no skill of the framework. */
export const ownWords: readonly {
  readonly kind: 'role-progression' | 'performance-goals' | 'specific-development-area';
  readonly label: string;
}[] = [
  { kind: 'role-progression', label: 'Getting ready for a team lead role' },
  { kind: 'role-progression', label: 'Next step after two years in the role' },
  { kind: 'role-progression', label: 'Moving towards a specialist path' },
  { kind: 'role-progression', label: 'First weeks in the new role' },
  { kind: 'specific-development-area', label: 'Working from two sites' },
  { kind: 'specific-development-area', label: 'Speaking up in large meetings' },
  { kind: 'specific-development-area', label: 'Keeping calm in busy weeks' },
  { kind: 'specific-development-area', label: 'Working with the new tools' },
  { kind: 'specific-development-area', label: 'Finding a rhythm between two projects' },
  { kind: 'performance-goals', label: 'The half-year goal and what it needs' },
  { kind: 'performance-goals', label: 'Fewer interruptions in the first hour' },
  { kind: 'performance-goals', label: 'Answer times in the busy season' },
];

/** What employees would like to talk about, said beforehand. */
export const proposals: readonly string[] = [
  'How to prepare for the first weeks of the project',
  'What I learned from last week’s meeting',
  'Speaking with more senior people',
  'A question about the next step',
  'How to say no to a second project',
  'Getting started with the course',
  'What a calmer handover could look like',
  'Working with a new colleague',
  'An idea for the team that I would like to try',
  'Which of the two goals comes first',
];

/** What employees write under a record. */
export const employeeComments: readonly string[] = [
  'Thank you. One thing to add: the idea with the checklist came from the team.',
  'That is how I remember it too. I have found a date for the first try.',
  'I tried it this morning already, and it was easier than I thought.',
  'Could we look at the second point again next time? I see it a little differently.',
  'I would like to keep the goal and move the date by two weeks.',
  'Good to have this in writing. The example helps.',
  'Small update: the conversation took place, and there is a follow-up.',
  'I have added an action of my own so that I do not forget it.',
];

/** What managers answer. */
export const managerComments: readonly string[] = [
  'Thank you, I have noted that for next time.',
  'Yes, let us begin with that.',
  'Glad to hear it. Tell me how the second try goes.',
  'Agreed. I have moved the date.',
];

/** Why a pair meets more often for a while; for the two of them only. */
export const phaseReasons: readonly string[] = [
  'New in the role: closer company during the first months.',
  'Preparing to take over the team in spring.',
  'A plan for getting back on track was agreed; we look at it together every two weeks.',
  'Leads a large project for the first time.',
  'Back after a longer absence: a gentle start.',
];

/** Why an action was dropped. */
export const dropReasons: readonly string[] = [
  'No longer needed: the project ended.',
  'Somebody else has taken it on.',
  'The occasion did not come up.',
  'Replaced by a smaller step.',
];
