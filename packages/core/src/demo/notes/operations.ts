import type { SkillBranch } from './skill-notes.js';

/** Running a site and what comes in and goes out. */
export const operations: SkillBranch = {
  path: 'Operations, daily running',
  skills: [
    {
      id: 'sk401',
      label: 'Shift handover',
      otherLabels: ['handing over', 'start of shift'],
      goal: 'Hand over in ten minutes with nothing left open',
      points: [
        'The handover before {occasion} took eight minutes and one thing was open after.',
        'Standing at the board worked better than reading from the sheet.',
        '{name} asks the next shift to say back the first task.',
        'Would like to try three fixed questions for two weeks.',
      ],
      actions: ['Try three fixed handover questions for two weeks', 'Ask the night shift what they miss most at seven'],
    },
    {
      id: 'sk402',
      label: 'Safety conversations',
      otherLabels: ['toolbox talk', 'hazards', 'near misses'],
      goal: 'Lead the weekly safety talk with a story of our own',
      points: [
        'The talk used a near miss from our own dock, and people stayed to talk.',
        'Asking “what nearly happened?” brought more than asking about accidents.',
        '{name} stopped a lift during {occasion} and explained why on the spot.',
        'Wants to let a different person lead the talk each week.',
      ],
      actions: [
        'Ask two people for a near miss to use in the next talk',
        'Walk the yard with {colleague} and note three things each',
      ],
    },
    {
      id: 'sk403',
      label: 'Continuous improvement',
      otherLabels: ['lean', 'kaizen', 'small improvements'],
      goal: 'Lead one improvement from idea to habit',
      points: [
        'The labelled shelf saved a walk; people moved it once more themselves.',
        'Measuring for a week before changing anything changed the idea.',
        '{name} put the idea of a colleague first, and it stuck.',
        'Next: try one change on one line only, with an end date.',
      ],
      actions: [
        'Measure the walk to the labels for one week',
        'Ask each person on the line for one thing that slows them',
      ],
    },
    {
      id: 'sk404',
      label: 'Supplier conversations',
      otherLabels: ['vendor management', 'procurement', 'sourcing'],
      goal: 'Lead the yearly talk with a main supplier',
      points: [
        'The supplier named a problem on our side: late forecasts.',
        '{name} asked for their view of the last three deliveries before showing ours.',
        'A shared list of open points took the edge off {occasion}.',
        'Would like to visit their site once before the next round.',
      ],
      actions: [
        'Prepare two questions about their side for {occasion}',
        'Share our forecast a week earlier with one supplier',
      ],
    },
    {
      id: 'sk405',
      label: 'Planning capacity',
      otherLabels: ['rota', 'staffing', 'load planning'],
      goal: 'Plan the peak weeks with the team',
      points: [
        'The rota for {occasion} was drawn up with the people on it.',
        'Two skills are held by one person each; we made a list.',
        '{name} kept half a day free as a buffer, and it was used.',
        'Wants to show the plan a week earlier and ask for swaps.',
      ],
      actions: [
        'List who can do what, and where one person stands alone',
        'Show the next rota a week earlier and ask for swaps',
      ],
    },
    {
      id: 'sk406',
      label: 'Standard work',
      otherLabels: ['work instructions', 'procedures'],
      goal: 'Rewrite one instruction with those who use it',
      points: [
        'The instruction has photographs now, and the words are half as many.',
        'A new colleague did the job from the sheet; we watched and changed two steps.',
        '{name} asked why step six is there. Nobody knew, so we found out.',
        'Next one: the packing bench, together with the late shift.',
      ],
      actions: [
        'Rewrite the packing instruction with two people who use it',
        'Watch somebody new follow the sheet, without helping',
      ],
    },
    {
      id: 'sk407',
      label: 'Stock accuracy',
      otherLabels: ['inventory', 'cycle counts'],
      goal: 'Bring the weekly count to one calm hour',
      points: [
        'Counting ten places a day found the difference earlier than the monthly count.',
        'Most differences began at one door, in the hour of {occasion}.',
        '{name} talked with the drivers before changing the form.',
        'Would like to try a second scan at that door for a week.',
      ],
      actions: [
        'Count ten places a day for two weeks and note where differences begin',
        'Ask three drivers what would make the second scan easy',
      ],
    },
  ],
};
