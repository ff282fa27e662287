import type { SkillBranch } from './skill-notes.js';

/** Figures, and the people who need them. */
export const finance: SkillBranch = {
  path: 'Finance, working with figures',
  skills: [
    {
      id: 'sk501',
      label: 'Explaining figures',
      otherLabels: ['finance for others', 'plain figures'],
      goal: 'Present the month to people outside finance',
      points: [
        'The page for {occasion} says in one line what changed and why.',
        'A table of twelve columns became three, and the question came sooner.',
        '{name} asked the reader first what they need to decide.',
        'Wants to try telling the month without a slide once.',
      ],
      actions: ['Put one sentence above every table for {occasion}', 'Ask two readers what they do with the page'],
    },
    {
      id: 'sk502',
      label: 'Budget planning',
      otherLabels: ['budget round', 'planning year'],
      goal: 'Lead the budget round for one department',
      points: [
        'The first round began with assumptions instead of last year’s figures.',
        'Three assumptions explain most of the difference.',
        '{name} held the line kindly when a wish came without a reason.',
        'Next: agree the assumptions in writing before {occasion}.',
      ],
      actions: [
        'Write down the five assumptions for {occasion}',
        'Meet one department head about assumptions before figures',
      ],
    },
    {
      id: 'sk503',
      label: 'Controls and evidence',
      otherLabels: ['audit', 'compliance', 'reviews'],
      goal: 'Walk an auditor through one process alone',
      points: [
        'The walkthrough went step by step with one real case.',
        'Two controls check the same thing at different times.',
        '{name} explained the reason behind a control, and the team kept it.',
        'Would like to draw the process before the next walkthrough.',
      ],
      actions: [
        'Draw the payment process on one page',
        'Choose one real case for the next walkthrough with {colleague}',
      ],
    },
    {
      id: 'sk504',
      label: 'Closing the month',
      otherLabels: ['month-end', 'reconciliation'],
      goal: 'Close one area in two days',
      points: [
        'Day one of the close went calmly; the list was ready the evening before.',
        'One reconciliation waits for the same message each month.',
        '{name} asked for that message two days earlier and got it.',
        'Wants to note each wait during {occasion}, with its reason.',
      ],
      actions: [
        'Note each wait during the next close, with its reason',
        'Move one reconciliation to the middle of the month',
      ],
    },
    {
      id: 'sk505',
      label: 'Business partnering',
      otherLabels: ['advising', 'working with the business'],
      goal: 'Be asked before a decision, not after',
      points: [
        '{name} sat in on {occasion} and mostly asked questions.',
        'The figures were agreed; the worry behind them had not been said.',
        'Bringing two options with their price changed the conversation.',
        'Next step: a short call before each decision meeting.',
      ],
      actions: [
        'Call one department head a week before {occasion}',
        'Bring two options with their price to the next decision',
      ],
    },
  ],
};
