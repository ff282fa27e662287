import { formatFor, type Format } from '../format.js';
import { baseCatalogue, type BaseMessages } from './base.messages.js';
import type { Catalogue, Messages, Translation } from './catalogue.js';

/** What an element says things with: one language for its words, its dates and its numbers. */
export interface Speech<Words> {
  /** The language in use, as a BCP 47 tag. */
  readonly locale: string;
  readonly words: Words;
  readonly base: BaseMessages;
  readonly format: Format;
}

const language = (locale: string): string => locale.split('-', 1)[0]?.toLowerCase() ?? '';
const isFor = (translation: Translation, locale: string): boolean =>
  translation.locale.toLowerCase() === locale.toLowerCase() || translation.locale.toLowerCase() === language(locale);
const partOf = (translation: Translation, part: string): Messages | undefined =>
  (translation.parts as Readonly<Record<string, Messages | undefined>>)[part];

/**
 * Puts the words of one element together for a language: built-in English, then what the host handed over for that
 * language, later ones winning. A language without the words of this element gives way to English as a whole.
 */
export function speak<Words extends Messages>(
  { part, words }: Catalogue<Words>,
  locale: string,
  translations: readonly Translation[],
): Speech<Words> {
  const knows = (name: string): boolean =>
    translations.some((one) => one.complete && isFor(one, locale) && partOf(one, name) !== undefined);
  const spoken = language(locale) === 'en' || (knows('base') && knows(part)) ? locale : 'en-GB';
  const fitting = translations.filter((one) => isFor(one, spoken));
  const join = <T extends Messages>(builtIn: T, name: string): T =>
    Object.assign({}, builtIn, ...fitting.map((one) => partOf(one, name))) as T;
  return {
    locale: spoken,
    words: join(words, part),
    base: join(baseCatalogue.words, 'base'),
    format: formatFor(spoken),
  };
}

/** Whether a language is written from right to left. */
export function isRightToLeft(locale: string): boolean {
  return /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/i.test(locale);
}

/** The tag as `Intl` writes it, or `en-GB` for what is none: a page may say `lang="en_GB"`. */
export function validLocale(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en-GB';
  } catch {
    return 'en-GB';
  }
}

/** The language that an element stands in: of the nearest ancestor that names one, else English. */
export function inheritedLocale(element: Element): string {
  return validLocale(element.closest('[lang]:not([lang=""])')?.getAttribute('lang') ?? '');
}
