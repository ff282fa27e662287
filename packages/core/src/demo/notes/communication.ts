import type { SkillBranch } from './skill-notes.js';

/** Speaking, writing and working with people who are not one's own team. */
export const communication: SkillBranch = {
  path: 'Core skills, communication',
  skills: [
    {
      id: 'sk701',
      label: 'Presenting',
      otherLabels: ['public speaking', 'talks'],
      goal: 'Give a talk to the whole department',
      points: [
        '{name} opened {occasion} with a question to the room.',
        'Standing still for the first sentence calmed the voice.',
        'The three pages without pictures lost people; the story did not.',
        'Wants to rehearse the beginning and the end, and leave the middle free.',
      ],
      actions: [
        'Rehearse the first minute of the talk twice with {colleague}',
        'Record five minutes and watch them once',
      ],
    },
    {
      id: 'sk702',
      label: 'Writing for busy readers',
      otherLabels: ['concise writing', 'email', 'summaries'],
      goal: 'Write one page that gets a decision',
      points: [
        'The message about {occasion} has the request in its first line now.',
        'Cutting it by half took ten minutes and brought an answer the same day.',
        '{name} reads it aloud before sending, and finds one sentence to drop.',
        'Next try: headings that say the answer.',
      ],
      actions: ['Halve one message a day for a week', 'Rewrite the note on {occasion} with answers as headings'],
    },
    {
      id: 'sk704',
      label: 'Working across cultures',
      otherLabels: ['intercultural', 'international teams'],
      goal: 'Lead a project with two countries',
      points: [
        'A yes in the call meant “I have heard you”; asking for the next step made it clear.',
        '{name} moved the call so that nobody sits in it at night.',
        'Writing the outcome down after {occasion} spared a misunderstanding.',
        'Would like to ask one colleague abroad how we come across.',
      ],
      actions: [
        'Ask a colleague abroad what helps and what gets in the way',
        'Send a three-line outcome after each call',
      ],
    },
    {
      id: 'sk705',
      label: 'Influencing without authority',
      otherLabels: ['stakeholders', 'persuasion', 'alignment'],
      goal: 'Win another team for a shared plan',
      points: [
        '{name} asked what the other team is measured by, and found the overlap.',
        'A short talk before {occasion} did more than the meeting.',
        'Leaving the credit with the others made the second step easy.',
        'Next: name the common problem before the solution.',
      ],
      actions: ['Talk with two people before {occasion}', 'Write the plan from the other team’s point of view'],
    },
    {
      id: 'sk706',
      label: 'Asking for help',
      otherLabels: ['support', 'raising questions'],
      goal: 'Ask within an hour of being stuck',
      points: [
        'An afternoon went by before the question was asked; the answer took four minutes.',
        'Writing the question down answered half of it.',
        '{name} agreed a signal with a colleague for “five minutes, please”.',
        'Wants to try the one-hour rule for two weeks.',
      ],
      actions: [
        'Try the one-hour rule for two weeks and note what it changed',
        'Agree a short daily slot for questions with {colleague}',
      ],
    },
    {
      id: 'sk707',
      label: 'Saying no clearly',
      otherLabels: ['boundaries', 'declining', 'limits'],
      goal: 'Agree limits early and keep them',
      points: [
        'The no to {occasion} came with an alternative, and was accepted.',
        '{name} noticed that the quick yes comes mostly in the corridor.',
        '“Let me look and tell you by three” bought the time that was needed.',
        'Would like to practise two plain sentences.',
      ],
      actions: [
        'Use “I will tell you by three” three times this week',
        'List what would have to move before the next yes',
      ],
    },
    {
      id: 'sk708',
      label: 'Networking inside the company',
      otherLabels: ['contacts', 'other departments'],
      goal: 'Know one person in each department',
      points: [
        'Coffee with two other teams brought an answer that was missing for weeks.',
        '{name} finds it easier with one question in hand.',
        'Offering something first made the second meeting natural.',
        'Next: one conversation a fortnight outside the department.',
      ],
      actions: ['Plan two coffees with other departments', 'Ask {colleague} for one introduction'],
    },
  ],
};
