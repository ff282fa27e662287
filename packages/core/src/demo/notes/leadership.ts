import type { SkillBranch } from './skill-notes.js';

/** Working through other people. */
export const leadership: SkillBranch = {
  path: 'Leadership, people',
  skills: [
    {
      id: 'sk601',
      label: 'Delegation',
      otherLabels: ['handing over work', 'letting go', 'trust'],
      goal: 'Hand over one area completely',
      points: [
        '{name} handed {occasion} over, with the result named and the way left open.',
        'The urge to step back in came on day three; a question helped instead.',
        'What stays unclear is who may decide on money.',
        'Wants to agree one check-in before handing over the next piece.',
      ],
      actions: [
        'Write what the result of {occasion} looks like, and nothing about the way',
        'Hand over one weekly task and agree a single check-in',
      ],
    },
    {
      id: 'sk602',
      label: 'Coaching others',
      otherLabels: ['asking instead of advising', 'one-to-ones'],
      goal: 'Hold a coaching session every month with each person',
      points: [
        'Five minutes of questions came before the first piece of advice.',
        '{name} noticed how often “have you tried” comes as a question.',
        'The session in which little was planned went furthest.',
        'Next time: ask “what else?” twice before saying anything.',
      ],
      actions: [
        'Ask “what else?” twice in each session this month',
        'Note after each session which question opened it up',
      ],
    },
    {
      id: 'sk603',
      label: 'Giving feedback',
      otherLabels: ['useful feedback', 'praise', 'observations'],
      goal: 'Give feedback within two days',
      points: [
        'We turned one judgement into what was seen, what it led to, and a question.',
        'Feedback within two days was easier than saving it up.',
        '{name} asked for feedback first, and the talk became two-way.',
        'Would like to write the first sentence down beforehand.',
      ],
      actions: ['Give one observation a week within two days', 'Ask {colleague} for one observation after {occasion}'],
    },
    {
      id: 'sk604',
      label: 'Leading a meeting',
      otherLabels: ['facilitation', 'chairing', 'moderation'],
      goal: 'Lead the monthly meeting so that it ends on time',
      points: [
        'The meeting began with the decision that was wanted, and ended early.',
        'Two people had not spoken; a round at the start changed that.',
        '{name} parked a topic on the board and came back to it as promised.',
        'Wants to send questions instead of slides before {occasion}.',
      ],
      actions: [
        'Send the two questions for {occasion} a day ahead',
        'Begin the next meeting with a round of one sentence each',
      ],
    },
    {
      id: 'sk605',
      label: 'Leading change',
      otherLabels: ['change management', 'transition'],
      goal: 'Bring a new way of working to the whole team',
      points: [
        'What people lose came up before what they gain, and that helped.',
        'Two who doubted the change know most about the old way.',
        '{name} said plainly what is decided and what is open.',
        'Next: ask the doubters to name the test that would convince them.',
      ],
      actions: [
        'Say in the next meeting what is decided and what is open',
        'Ask two people who doubt the change what they would test',
      ],
    },
    {
      id: 'sk606',
      label: 'Hiring conversations',
      otherLabels: ['interviewing', 'selection', 'recruiting'],
      goal: 'Lead interviews with the same questions for everybody',
      points: [
        'The same five questions for everybody made the notes comparable.',
        '{name} noticed how quickly the first impression takes over.',
        'Writing before talking kept three views apart.',
        'Would like to practise the follow-up question once.',
      ],
      actions: [
        'Agree five questions with the panel',
        'Practise follow-up questions with {colleague} for thirty minutes',
      ],
    },
    {
      id: 'sk607',
      label: 'Developing a team',
      otherLabels: ['team building', 'growing people'],
      goal: 'Have two people ready for each key task',
      points: [
        'The list of key tasks shows three that hang on one person.',
        '{name} asked each person what they would like to learn next.',
        'Pairing a newcomer with an old hand helped both.',
        'Next step: give one stretch task a month, with a safety net.',
      ],
      actions: [
        'Ask each person what they want to learn by summer',
        'Offer one stretch task in {occasion} and agree the safety net',
      ],
    },
    {
      id: 'sk608',
      label: 'Holding a hard conversation',
      otherLabels: ['difficult conversations', 'candour'],
      goal: 'Raise what is hard within a week',
      points: [
        'We rehearsed the first two sentences aloud, three times.',
        'Saying the intent first made the rest easier to hear.',
        '{name} stayed with a silence and got the real answer.',
        'The plan is to ask how the other side saw {occasion} before telling.',
      ],
      actions: [
        'Write the first two sentences and say them aloud once',
        'Find a time for the conversation within a week',
      ],
    },
    {
      id: 'sk609',
      label: 'Deciding with others',
      otherLabels: ['decision making', 'consent'],
      goal: 'Say beforehand how a decision is made',
      points: [
        '{occasion} went in circles until it was clear who decides.',
        'Asking for objections brought more than asking for agreement.',
        '{name} wrote the decision and the open doubt side by side.',
        'Wants to set a date to look at the decision again.',
      ],
      actions: [
        'Name beforehand who decides in {occasion}, and by when',
        'Write the next decision with its doubt on one page',
      ],
    },
    {
      id: 'sk610',
      label: 'Strategic thinking',
      otherLabels: ['long view', 'direction'],
      goal: 'Write a one-page direction for the area',
      points: [
        'We looked two years ahead and came back with one thing to stop.',
        '{name} sees the choice more clearly after writing what we will not do.',
        'The team connects its work with two of the three aims.',
        'Would like to test the page with somebody who disagrees.',
      ],
      actions: [
        'Write the direction on one page with what we will not do',
        'Ask {colleague} to argue against the page',
      ],
    },
  ],
};
