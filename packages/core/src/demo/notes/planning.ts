import type { SkillBranch } from './skill-notes.js';

/** Deciding what to do and when. */
export const planning: SkillBranch = {
  path: 'Core skills, planning',
  skills: [
    {
      id: 'sk711',
      label: 'Setting objectives',
      otherLabels: ['goals', 'key results', 'targets'],
      goal: 'Write objectives that the team remembers',
      points: [
        'Three objectives are left of seven, and the team can say them.',
        'Asking how we would notice made one of them clearer.',
        '{name} separated what we aim at from what we do.',
        'Next: look at them once a month, for ten minutes.',
      ],
      actions: ['Cut the list to three objectives with {colleague}', 'Write for each objective how we would notice'],
    },
    {
      id: 'sk712',
      label: 'Prioritising',
      otherLabels: ['focus', 'choosing', 'trade-offs'],
      goal: 'Choose the first thing of the day the evening before',
      points: [
        'Choosing the first task the evening before held on four days of five.',
        'Half of the list was somebody else’s first priority.',
        '{name} asked what may wait, and got an answer at once.',
        'Wants to keep one hour free before {occasion}.',
      ],
      actions: [
        'Choose the first task the evening before, for two weeks',
        'Ask what may wait before taking on something new',
      ],
    },
    {
      id: 'sk713',
      label: 'Time planning',
      otherLabels: ['calendar', 'time management', 'deep work'],
      goal: 'Keep two mornings a week free for deep work',
      points: [
        'Two mornings without meetings brought {occasion} forward.',
        'Answering messages three times a day caused no trouble.',
        '{name} plans half the day and leaves the rest open.',
        'Would like to move one regular meeting to the afternoon.',
      ],
      actions: ['Block two mornings for three weeks', 'Move one regular meeting to the afternoon'],
    },
    {
      id: 'sk714',
      label: 'Running a project',
      otherLabels: ['project management', 'milestones'],
      goal: 'Run a small project from start to finish',
      points: [
        'The start of {occasion} agreed what “done” means, on half a page.',
        'A weekly note of five lines replaced the long meeting.',
        '{name} saw the delay two weeks ahead and said so.',
        'Next: name the next decision and who takes it.',
      ],
      actions: ['Write what “done” means for {occasion} on half a page', 'Send a five-line note every Friday'],
    },
    {
      id: 'sk715',
      label: 'Working with risk',
      otherLabels: ['risk register', 'contingency'],
      goal: 'Name the three largest risks before each start',
      points: [
        'Imagining that {occasion} had failed gave us the list in ten minutes.',
        'Two of the five risks have an owner now.',
        '{name} would rather have a small test than a large plan.',
        'Wants to look at the list again in a month.',
      ],
      actions: [
        'Hold a ten-minute “what if it failed” before {occasion}',
        'Find an owner for each of the three largest risks',
      ],
    },
  ],
};
