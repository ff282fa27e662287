import type { SkillBranch } from './skill-notes.js';

/** Finding out what is the case. */
export const analysis: SkillBranch = {
  path: 'Analysis, evidence',
  skills: [
    {
      id: 'sk801',
      label: 'Objectivity in research',
      otherLabels: ['bias', 'evidence'],
      goal: 'Plan a study that could prove us wrong',
      points: [
        'Writing the expectation down first made the surprise visible.',
        '{name} looked for the case that does not fit, and found two.',
        'The question was wider than the data; we made it smaller.',
        'Next: ask somebody outside to read the conclusion before {occasion}.',
      ],
      actions: [
        'Write the expectation down before looking at the data',
        'Ask {colleague} to look for a case that does not fit',
      ],
    },
    {
      id: 'sk802',
      label: 'Telling a story with data',
      otherLabels: ['charts', 'visualisation', 'reporting'],
      goal: 'Show one month on one page',
      points: [
        'One chart with a sentence above it replaced four.',
        'The reader of {occasion} looked at the last column first; it is the first one now.',
        '{name} removed a colour and the point became plain.',
        'Would like to begin with the decision that the page is for.',
      ],
      actions: [
        'Put a sentence above each chart for {occasion}',
        'Show the page to one reader and watch where they look',
      ],
    },
    {
      id: 'sk803',
      label: 'Spreadsheet modelling',
      otherLabels: ['Excel', 'models', 'formulas'],
      goal: 'Build a model that others can change',
      points: [
        'Inputs, steps and results stand on three sheets now.',
        'A colleague changed an input and trusted the result.',
        '{name} found two figures typed over a formula, and a way to notice that.',
        'Wants to write the three rules of the model on its first sheet.',
      ],
      actions: ['Move all inputs to one sheet', 'Let {colleague} change an input and say what is unclear'],
    },
    {
      id: 'sk804',
      label: 'Querying data',
      otherLabels: ['SQL', 'databases', 'reports'],
      goal: 'Answer own questions from the data',
      points: [
        '{name} answered the question behind {occasion} without asking for a report.',
        'Counting rows first showed that people were counted twice.',
        'Naming each step made the query readable a week later.',
        'Next: compare the result with one hand-counted case.',
      ],
      actions: ['Answer one own question a week from the data', 'Check one result against a hand-counted case'],
    },
    {
      id: 'sk805',
      label: 'Structured problem solving',
      otherLabels: ['root causes', 'problem statement'],
      goal: 'Lead a problem from question to check',
      points: [
        'The problem of {occasion} fits in one sentence now, and it has a number.',
        'Three of the six ideas answered another question.',
        '{name} tested the cheapest idea first, in one afternoon.',
        'Would like to agree beforehand what would count as solved.',
      ],
      actions: [
        'Write the problem as one sentence with a number',
        'Test the cheapest idea for {occasion} in one afternoon',
      ],
    },
    {
      id: 'sk806',
      label: 'Process mapping',
      otherLabels: ['flow charts', 'workflows'],
      goal: 'Map one process with the people in it',
      points: [
        'Drawing it with the people in it took an hour and showed two loops.',
        'Waiting takes longer than working, in every step but one.',
        '{name} asked who needs the form. It is kept for nobody.',
        'Next: try {occasion} without the second approval.',
      ],
      actions: [
        'Map one process with three people who work in it',
        'Mark the waits in the map and ask about the longest',
      ],
    },
  ],
};
