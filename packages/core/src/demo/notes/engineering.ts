import type { SkillBranch } from './skill-notes.js';

/** Making and running software together. */
export const engineering: SkillBranch = {
  path: 'Engineering, craft',
  skills: [
    {
      id: 'sk301',
      label: 'Code review',
      otherLabels: ['review comments', 'pull requests'],
      goal: 'Review changes outside the own area',
      points: [
        'We looked at two review comments and rewrote one as a question.',
        'Smaller changes came back the same day; the large one waited for three.',
        '{name} says first what a comment is: a wish, a question, or a stop.',
        'Would like to review one change a week in a part that is new.',
      ],
      actions: [
        'Review one change a week in the billing code',
        'Split the next large change into three and note how the review went',
      ],
    },
    {
      id: 'sk302',
      label: 'Breaking work down',
      otherLabels: ['slicing', 'estimation', 'small steps'],
      goal: 'Slice a feature so that each part can ship',
      points: [
        'The first slice of {occasion} was a layer, the second one a use.',
        'Asking who would notice each part helped to find the smallest useful one.',
        'The estimate changed by half once the unknown part was named.',
        '{name} wants to put the riskiest slice first next time.',
      ],
      actions: [
        'Slice the next feature in two ways and choose with {colleague}',
        'Mark the unknown part of each story before planning',
      ],
    },
    {
      id: 'sk303',
      label: 'Incident response',
      otherLabels: ['on call', 'outages', 'post-mortem'],
      goal: 'Lead an incident from call to review',
      points: [
        '{name} took the lead in {occasion} and kept a running note for everybody.',
        'Saying out loud what we do not know calmed the channel.',
        'The first idea was tried for twenty minutes before anyone looked at the graphs.',
        'Next time: name one person who talks to the outside, in the first five minutes.',
      ],
      actions: [
        'Write the timeline of {occasion} without names of causes',
        'Prepare a one-page checklist for the first five minutes',
      ],
    },
    {
      id: 'sk304',
      label: 'Technical writing',
      otherLabels: ['documentation', 'decision records', 'runbooks'],
      goal: 'Write the runbook that the night shift uses',
      points: [
        'The decision record says why and names what was left out.',
        'A newcomer followed the runbook and stopped at step four; that was the missing step.',
        '{name} writes the summary last, and it has become three lines.',
        'Would like to have somebody outside the team read the next one.',
      ],
      actions: [
        'Ask a newcomer to follow the runbook and watch without helping',
        'Write a decision record for {occasion} on one page',
      ],
    },
    {
      id: 'sk305',
      label: 'System design',
      otherLabels: ['architecture', 'trade-offs'],
      goal: 'Present a design with two honest alternatives',
      points: [
        'The design for {occasion} compared two ways, each with its price.',
        'Drawing the failure first made the simple version look better.',
        'A question from operations changed the order of the steps.',
        '{name} would like to show the next sketch earlier, while it can still change.',
      ],
      actions: [
        'Show a first sketch to two people before it is finished',
        'List what happens in {occasion} when each part is down',
      ],
    },
    {
      id: 'sk306',
      label: 'Testing strategy',
      otherLabels: ['test design', 'quality'],
      goal: 'Make the slowest tests worth their time',
      points: [
        'We sorted the tests by what they would tell us when something breaks.',
        'Three slow tests turned out to check the same thing.',
        '{name} wrote the test before the fix, and the fix became smaller.',
        'Wants to agree with the team what is tested where.',
      ],
      actions: [
        'Find the ten slowest tests and say what each would tell us',
        'Write the failing test first for the next two fixes',
      ],
    },
    {
      id: 'sk307',
      label: 'Pair programming',
      otherLabels: ['pairing', 'mobbing', 'working together'],
      goal: 'Pair with everybody in the team once',
      points: [
        'Pairing on {occasion} went best when roles changed every twenty minutes.',
        '{name} found it easier to think aloud after a first plain sketch.',
        'Half a day was tiring; ninety minutes with a clear end were not.',
        'Would like to pair across teams once, on something small.',
      ],
      actions: [
        'Plan two ninety-minute sessions with {colleague}',
        'Try changing roles by a timer in the next pairing',
      ],
    },
    {
      id: 'sk308',
      label: 'Accessibility in design',
      otherLabels: ['inclusive design', 'a11y', 'screen readers'],
      goal: 'Make one page fully usable by keyboard',
      points: [
        'Using the page by keyboard alone for ten minutes showed five places to mend.',
        'Labels were there for the eye and missing for the ear.',
        '{name} asked a user to narrate, and the order of the page changed.',
        'The next page begins with the keyboard path on paper.',
      ],
      actions: [
        'Go through {occasion} by keyboard alone and note where it stops',
        'Ask one screen-reader user for thirty minutes',
      ],
    },
  ],
};
