import type { SkillBranch } from './skill-notes.js';

/** Conversations in which something is sold or renewed. */
export const salesConversations: SkillBranch = {
  path: 'Sales, customer conversations',
  skills: [
    {
      id: 'sk101',
      label: 'Negotiation',
      otherLabels: ['trading', 'terms', 'price talks'],
      goal: 'Lead a renewal alone',
      points: [
        '{name} led {occasion} alone. The opening went as planned.',
        'The discount came up before the other side had asked for one; we looked at the minute before it.',
        'Silence after naming the price felt long and worked twice.',
        'Wants to name the trade-off first, then wait for an answer.',
      ],
      actions: ['Draft three trade-off questions for {occasion}', 'Write down the walk-away point before {occasion}'],
    },
    {
      id: 'sk102',
      label: 'Discovery questions',
      otherLabels: ['needs analysis', 'qualifying questions', 'open questions'],
      goal: 'Run a full discovery call from own questions',
      points: [
        'Two discovery calls ran long because the agenda came late.',
        'Open questions worked when they were written down beforehand.',
        'The budget question came more easily after asking what happens if nothing changes.',
        '{name} would like to let the first answer stand for a moment before the next question.',
      ],
      actions: [
        'Write five opening questions and try two of them in {occasion}',
        'Listen to one recorded call and note where a question closed the topic',
      ],
    },
    {
      id: 'sk103',
      label: 'Handling objections',
      otherLabels: ['concerns', 'pushback', 'resistance'],
      goal: 'Meet the three usual concerns without notes',
      points: [
        'During {occasion} the concern about switching costs came up early and took half the time.',
        'What helped was repeating the concern in their words before answering.',
        '{name} noticed an urge to answer straight away, most of all on price.',
        'Next try: ask what is behind the concern before offering anything.',
      ],
      actions: [
        'Collect the three concerns heard most this month, each with one question to ask back',
        'Practise the switching-cost conversation with {colleague}',
      ],
    },
    {
      id: 'sk105',
      label: 'Presenting value',
      otherLabels: ['business case', 'value selling', 'return on investment'],
      goal: 'Present a business case to a finance director',
      points: [
        'The slide with three outcomes landed; the one with features did not get a question.',
        '{name} connected the case to the customer’s own figures for the first time.',
        'The buyer asked for the same page to take to their board.',
        'Would like to open {occasion} with the customer’s words instead of ours.',
      ],
      actions: [
        'Rework the one-page case for {occasion} around two outcomes',
        'Ask one customer what they told their board about us',
      ],
    },
    {
      id: 'sk107',
      label: 'Running a demonstration',
      otherLabels: ['product demo', 'showing the product'],
      goal: 'Lead a demonstration for ten people',
      points: [
        'The demonstration for {occasion} followed the customer’s day instead of our menu.',
        'Two people joined late; a one-sentence recap brought them in.',
        'Pausing after each screen made room for the question that mattered.',
        'Wants to cut the first five minutes and start with their example.',
      ],
      actions: [
        'Prepare a ten-minute version of the demonstration and run it with {colleague}',
        'Ask the next audience for their example two days before',
      ],
    },
    {
      id: 'sk109',
      label: 'Closing a renewal',
      otherLabels: ['renewals', 'retention', 'contract extension'],
      goal: 'Start every renewal conversation ninety days ahead',
      points: [
        'The conversation about {occasion} began ninety days before the date, for the first time.',
        'What the customer uses was known; what they hoped for a year ago was not.',
        '{name} asked who else decides, and learned of two people we had not met.',
        'The plan is to agree the next two dates before the end of each call.',
      ],
      actions: [
        'List the renewals of the next quarter with the person who decides in each',
        'Ask what a successful year would look like, in {occasion}',
      ],
    },
  ],
};

/** Work before and between the conversations. */
export const salesPlanning: SkillBranch = {
  path: 'Sales, pipeline',
  skills: [
    {
      id: 'sk104',
      label: 'Forecasting',
      otherLabels: ['pipeline forecast', 'sales forecast', 'commit'],
      goal: 'Give a forecast with reasons for each step',
      points: [
        'We went through how a deal moves from likely to certain, with one real example.',
        'Dates in the plan were the customer’s for the first time, and not ours.',
        '{name} found that the question “what would have to be true?” sorts most deals.',
        'Would like to write one line of evidence beside each expected date.',
      ],
      actions: [
        'Write the evidence beside the five largest deals',
        'Compare last month’s expectation with what happened, in two columns',
      ],
    },
    {
      id: 'sk106',
      label: 'Account planning',
      otherLabels: ['account strategy', 'growth plan', 'stakeholder map'],
      goal: 'Own the plan for one key account',
      points: [
        'The map for {occasion} shows four people; we have spoken with one.',
        '{name} sees more room in the second site than in a larger contract.',
        'Writing the plan on one page made the missing piece visible.',
        'The next step is to learn what the operations side wants from the year.',
      ],
      actions: [
        'Draw the people map of the account and mark who we have not met',
        'Ask for an introduction to one new person in the account',
      ],
    },
    {
      id: 'sk108',
      label: 'Prospecting',
      otherLabels: ['outreach', 'cold calls', 'lead generation'],
      goal: 'Open ten conversations a month from own research',
      points: [
        'Short messages with one observed detail got more answers than the long ones.',
        '{name} keeps the first hour free for calls, and it holds on three days of five.',
        'A no came with a reason twice; both reasons are useful for the next list.',
        'Wants to try calling before writing for one week.',
      ],
      actions: [
        'Write three first lines for one sector and try each with five people',
        'Keep the first hour free for calls for two weeks and note what gets in the way',
      ],
    },
  ],
};
