import type { InputRule } from '@coachkit/core';
import { number } from '../format.js';
import { catalogue } from './catalogue.js';

// The rules that a person can break by typing or choosing. The others guard against a fault of a program, and share
// one sentence.
const rules: { readonly [Rule in InputRule]?: string | ((limit: string) => string) } = {
  required: 'Fill this in',
  blank: 'Write a few words',
  'too-long': (limit) => `Use ${limit} characters or fewer`,
  'too-short': (limit) => `Use ${limit} characters or more`,
  'too-many': (limit) => `Keep to ${limit} at most`,
  'too-few': (limit) => `Add more: ${limit} at least`,
  'too-large': (limit) => `Enter ${limit} or less`,
  'too-small': (limit) => `Enter ${limit} or more`,
  'not-an-option': 'Choose one of these',
  'not-plain-text': 'Remove the characters that cannot be shown',
  'needs-a-letter': 'Use at least one letter or digit',
  'not-a-date': 'Enter a date that exists',
  'not-a-time': 'Enter a time, such as 14:30',
  'not-an-address': 'Enter an email address',
  'not-a-link': 'Enter a link that starts with https://',
  'date-in-past': 'Enter a date from today on',
  'date-in-future': 'Enter today or an earlier date',
  'end-before-start': 'Enter an end after the start',
  'cadence-too-long': 'Meet at least once a quarter',
  'cadence-too-short': 'Leave more days between sessions',
  'same-person': 'Choose somebody else',
  'unknown-person': 'Choose a person from the list',
  'unknown-action': 'This action is no longer there',
  'unknown-course': 'This course is no longer in the catalogue',
  'unknown-skill': 'This skill is no longer in the framework',
  twice: 'This is here twice',
};

/** What to say under a refused field. For elements with fields: `this.wordsOf(rulesCatalogue).rule(…)`. */
export const rulesCatalogue = catalogue('rules', {
  /** Without a full stop: it stands as a line of its own. `limit` is in the unit of the rule (characters, items). */
  rule: (rule: InputRule, limit = 0): string => {
    const words = rules[rule] ?? 'This cannot be used here';
    return typeof words === 'string' ? words : words(number('en-GB', limit));
  },
});

declare module './catalogue.js' {
  interface Catalogues {
    rules: typeof rulesCatalogue.words;
  }
}
