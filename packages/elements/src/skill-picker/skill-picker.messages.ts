import { number, plural } from '../base/format.js';
import { catalogue } from '../base/messages/catalogue.js';

/** Built-in words of the skill picker. */
export const skillPickerCatalogue = catalogue('skill-picker', {
  label: 'Skill',
  search: 'Search skills',
  list: 'Skills',
  searching: 'Searching',
  nothing: 'No skill has these words. Try fewer or others.',
  failed: 'The skills could not be searched. Type on to try again.',
  chooseOne: 'Choose a skill from the list',
  retired: 'Not offered any more: choose another skill where you can',
  /** Read out, not shown. */
  count: (n: number): string => plural('en-GB', n, { one: '1 skill', other: `${number('en-GB', n)} skills` }),
});

declare module '../base/messages/catalogue.js' {
  interface Catalogues {
    'skill-picker': typeof skillPickerCatalogue.words;
  }
}
