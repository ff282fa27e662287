/** A sentence, or a function that makes one from plain values (names, numbers, dates already put in words). */
export type Message = string | ((...values: never[]) => string);

/** The words of one element, by key. */
export type Messages = Readonly<Record<string, Message>>;

/**
 * The words of every element by the name of its part. Each `<element>.messages.ts` adds its own by declaration merging,
 * so that a language with a missing key fails the type check.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by declaration merging
export interface Catalogues {}

/** The built-in words (en-GB) of one part. */
export interface Catalogue<Words> {
  readonly part: string;
  readonly words: Words;
}

/** Declares the built-in words of one element. Lives in `<element>.messages.ts`. */
export function catalogue<Words extends Messages>(part: string, words: Words): Catalogue<Words> {
  return { part, words };
}

/** A language, or changed words, as it is handed to `coaching-provider` in `messages`. */
export interface Translation {
  /** The language it is for, as a BCP 47 tag. `de` serves `de-AT` as well. */
  readonly locale: string;
  /** Words by part; a part that is absent stays English. */
  readonly parts: { readonly [Part in keyof Catalogues]?: Partial<Catalogues[Part]> };
  /** Whether the given parts hold every word, so that an element may be shown in this language. */
  readonly complete: boolean;
}

/**
 * A new language, for all elements or for some: `base` and every part that is given must be complete. An element whose
 * part is absent is shown in English as a whole, dates included, rather than in two languages.
 *
 * @example
 * provider.messages = defineMessages('de', { base: { … }, 'action-list': { … } });
 */
export function defineMessages(
  locale: string,
  parts: Pick<Catalogues, 'base'> & { readonly [Part in Exclude<keyof Catalogues, 'base'>]?: Catalogues[Part] },
): Translation {
  return { locale, parts, complete: true };
}

/**
 * Other words for some messages of a language that is there already.
 *
 * @example
 * provider.messages = changeMessages('en', { 'session-form': { save: 'Save check-in' } });
 */
export function changeMessages(locale: string, parts: Translation['parts']): Translation {
  return { locale, parts, complete: false };
}
