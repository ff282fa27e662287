import { baseCatalogue } from './base.messages.js';
import type { Catalogue, Messages, Translation } from './catalogue.js';

const language = (locale: string): string => locale.toLowerCase().split('-', 1)[0] ?? '';

const partOf = (translation: Translation, part: string): Messages | undefined =>
  (translation.parts as Readonly<Record<string, Messages | undefined>>)[part];

const isFor = (translation: Translation, locale: string): boolean =>
  [locale.toLowerCase(), language(locale)].includes(translation.locale.toLowerCase());

/**
 * The language that an element with these words is shown in: the one asked for, when its words are there and those
 * that all elements share; else English as a whole, dates included.
 */
export function spokenLocale(part: string, locale: string, translations: readonly Translation[]): string {
  const knows = (name: string): boolean =>
    translations.some((one) => one.complete && isFor(one, locale) && partOf(one, name));
  return language(locale) === 'en' || (knows(baseCatalogue.part) && knows(part)) ? locale : 'en-GB';
}

/** The built-in words of a part, changed by what the host handed over for a language; what came later wins. */
export function wordsIn<Words extends Messages>(
  { part, words }: Catalogue<Words>,
  locale: string,
  translations: readonly Translation[],
): Words {
  const changes = translations.filter((one) => isFor(one, locale)).map((one) => partOf(one, part));
  return Object.assign({}, words, ...changes) as Words;
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
