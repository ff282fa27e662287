/**
 * The few words of dates and owners that `Intl` does not know. Each entry holds its words separated by spaces; several
 * words mean the same.
 */
export interface DateWords {
  /** Who is writing: `@me`. */
  readonly me: string;
  /** Before a weekday: the one in the next week. */
  readonly next: string;
  /** Stands for the number one: "in a week". */
  readonly one: string;
  /** Words that lead to a date and go with it: "by Friday". */
  readonly before: string;
}

/** The words of English. */
export const englishDateWords: DateWords = {
  me: 'me myself',
  next: 'next',
  one: 'a an one',
  before: 'by on until till before for due',
};
