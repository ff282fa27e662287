import type { SkillBranch } from './skill-notes.js';

/** Conversations with customers who have bought already. */
export const customerCare: SkillBranch = {
  path: 'Customer care, conversations',
  skills: [
    {
      id: 'sk201',
      label: 'Active listening',
      otherLabels: ['hearing', 'paraphrasing', 'summarising'],
      goal: 'Summarise every call in the customer’s words',
      points: [
        'During {occasion} the real question came in the last two minutes.',
        'Repeating the last few words of the customer opened the topic again.',
        '{name} found that typing during the call makes listening harder, and tried pen and paper.',
        'Wants to end each call with a summary and ask what is missing.',
      ],
      actions: [
        'Close three calls this week with a summary in the customer’s words',
        'Listen to one own call and count the seconds before answering',
      ],
    },
    {
      id: 'sk202',
      label: 'Calming a tense call',
      otherLabels: ['de-escalation', 'complaints', 'conflict'],
      goal: 'Take over tense calls with confidence',
      points: [
        'We talked through the tense part of {occasion}, sentence by sentence.',
        'Naming the inconvenience first took the heat out; explaining first did not.',
        '{name} slowed the pace on purpose, and the other side followed.',
        'Next time the plan is to agree what happens in the next hour before anything else.',
      ],
      actions: [
        'Write two first sentences for a tense call and keep them at hand',
        'Sit with {colleague} for one escalation and compare notes after',
      ],
    },
    {
      id: 'sk203',
      label: 'Onboarding a customer',
      otherLabels: ['implementation', 'kick-off', 'go-live'],
      goal: 'Lead an onboarding from kick-off to go-live',
      points: [
        'The kick-off of {occasion} agreed who decides what, which saved a meeting later.',
        'Week two went quiet; a short call brought the reason out.',
        '{name} sees that one page with dates is used and the long plan is not.',
        'Would like the customer to name the first result they want to see.',
      ],
      actions: [
        'Shorten the kick-off agenda to four questions',
        'Ask the customer of {occasion} which result matters in the first thirty days',
      ],
    },
    {
      id: 'sk204',
      label: 'Reviewing with a customer',
      otherLabels: ['business review', 'quarterly review', 'success plan'],
      goal: 'Lead a quarterly review alone',
      points: [
        'The review with {occasion} began with their goals, and the figures came second.',
        'Two slides were left out and nobody missed them.',
        'The question “what would you stop?” brought the best ten minutes.',
        '{name} wants to send the three questions ahead, so that answers can be prepared.',
      ],
      actions: [
        'Send three questions ahead of {occasion}',
        'Cut the review to five pages and try it on {colleague} first',
      ],
    },
    {
      id: 'sk205',
      label: 'Writing a clear answer',
      otherLabels: ['support writing', 'replies', 'plain language'],
      goal: 'Write answers that need no second question',
      points: [
        'We read three answers aloud; the shortest was the clearest.',
        'The answer stands in the first line now, the background after it.',
        'Numbered steps cut the questions that came back.',
        '{name} would like a colleague to read the difficult ones before they go.',
      ],
      actions: [
        'Rewrite two older answers with the result in the first line',
        'Swap one draft a day with {colleague} for a week',
      ],
    },
    {
      id: 'sk206',
      label: 'Finding the cause',
      otherLabels: ['troubleshooting', 'diagnosis', 'root cause'],
      goal: 'Find the cause without passing the question on',
      points: [
        'Writing down what was known and what was assumed split {occasion} in two.',
        'One change at a time took longer and gave an answer.',
        '{name} asked “when did it last work?” and that narrowed it to one day.',
        'Wants to note the dead ends too, so that the next person can skip them.',
      ],
      actions: [
        'Keep a short log of dead ends for two weeks',
        'Write the path to the cause of {occasion} as five lines',
      ],
    },
    {
      id: 'sk207',
      label: 'Setting expectations',
      otherLabels: ['service levels', 'promises', 'dates'],
      goal: 'Give dates that hold',
      points: [
        'A date was given during {occasion} before the team had been asked.',
        '“I will tell you by noon what I know” worked better than a date.',
        'The customer minded the silence more than the delay.',
        '{name} plans to name the next update and keep to it, also without news.',
      ],
      actions: [
        'Agree a time for the next update in every open case',
        'Ask {colleague} how dates are checked before they are given',
      ],
    },
  ],
};
