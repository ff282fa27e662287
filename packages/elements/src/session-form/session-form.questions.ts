import { catalogue } from '../base/messages/catalogue.js';

/**
 * Questions to ask in each step, one a line: our own, along the four stages of GROW (Whitmore; requirements e7). The
 * review is the last agreement, the focus the goal, the conversation reality and options, the actions the will.
 */
export const questionsCatalogue = catalogue('session-form-questions', {
  heading: 'Questions to ask',
  hide: 'Hide',
  others: 'Other questions',
  lastSession: 'Last session',
  about: (step: number): string =>
    [
      'For step 1: what came of what you agreed',
      'For step 2: what it is to be about',
      'For step 3: where things stand, and what else is possible',
      'For step 4: what will happen, and how you will both know',
    ][step - 1] ?? '',
  questions: (step: number): string =>
    [
      `What did you try since we last met, and what came of it?
What turned out easier than you had expected?
What got in the way, and what does that tell us?
Which of these still matters to you?
What would you do in the same way again?`,
      `What would make this hour worth it for you?
If this went well in three months, what would be different?
What would you like to be able to do that you cannot do yet?
How would somebody else notice that you have got there?
Which part of it is in your own hands?`,
      `What happened the last time it came up?
What have you tried already, and what did it change?
What do you do just before it goes well?
If you could change one thing only, which would it be?
Who handles this in a way you like, and what do they do?
What would you try if it could not go wrong?`,
      `Which of these will you take up first?
What is the smallest step that would still count?
What could stop you, and what will you do then?
Whose help do you need, and when will you ask?
When shall we look at it together?`,
    ][step - 1] ?? '',
});

/** The words beside the record, as a language has to give them. */
export type QuestionWords = typeof questionsCatalogue.words;

declare module '../base/messages/catalogue.js' {
  interface Catalogues {
    'session-form-questions': QuestionWords;
  }
}
