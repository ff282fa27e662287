import { fold } from '../ports/skills.js';

/**
 * The words of a text, lower-case and without accents. `+` and `#` belong to a word that they follow ("C++", "C#");
 * combining marks belong to their letter.
 */
export function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}+#]*/gu) ?? [];
  // eslint-disable-next-line no-control-regex -- nothing to fold in ASCII, which is most of what there is
  return words.map((word) => (/^[\u0000-\u007F]*$/.test(word) ? word : foldLetters(word)));
}

/** Letters that have no accent to take off and are written with two letters where they cannot be typed. */
const pairs: Readonly<Record<string, string>> = { ß: 'ss', œ: 'oe', æ: 'ae', ø: 'o', ł: 'l', đ: 'd' };

function foldLetters(word: string): string {
  return fold(word).replace(/[ßœæøłđ]/g, (letter) => pairs[letter] ?? letter);
}

const stems: Readonly<Record<string, (word: string) => string>> = { en: english, de: german, fr: french };

/**
 * A word without the endings that grammar gives it: "negotiating", "negotiated" and "negotiate" have the same. What is
 * left is no word and is only compared. Light on purpose: a skill found too many stands further down, one that is
 * missing cannot be chosen.
 * @param word - one of `wordsOf`
 * @param language - a BCP 47 tag; words of languages other than English, German and French stay as they are
 */
export function stemOf(word: string, language: string): string {
  if (word.length < 3) return word;
  return stems[language.slice(0, 2).toLowerCase()]?.(word) ?? word;
}

function english(word: string): string {
  let stem = word;
  if (stem.length > 3) {
    if (stem.endsWith('ies')) stem = `${stem.slice(0, -3)}y`;
    else if (/(?:s|x|z|ch|sh)es$/.test(stem)) stem = stem.slice(0, -2);
    else if (/[^siu]s$/.test(stem)) stem = stem.slice(0, -1);
  }
  const verb = /^(.*[aeiouy].*?)(?:ing|(?<!e)ed)$/.exec(stem)?.[1];
  if (verb !== undefined && verb.length > 1) stem = verb;
  else if (/.{4}[st]ion$/.test(stem)) stem = stem.slice(0, -3);
  if (stem.length > 2 && stem.endsWith('e')) stem = stem.slice(0, -1);
  return single(stem).replace(/(?<=.[^aeiou])y$/, 'i');
}

function german(word: string): string {
  return single(word.replace(/(?<=.{3})(?:ern|e[mnrs]|[ens])$/, ''));
}

function french(word: string): string {
  const one = word.endsWith('aux') && word.length > 4 ? `${word.slice(0, -3)}al` : word.replace(/(?<=.{2})[sx]$/, '');
  return single(one.replace(/(?<=.{3})(?:ation|ant|er|ee|ez)$/, '').replace(/(?<=.{2})e$/, ''));
}

/** "plann" of "planning" is "plan"; done to every word, "sell" and "selling" stay alike. */
function single(stem: string): string {
  return stem.length > 3 && stem.at(-1) === stem.at(-2) && /[a-z]$/.test(stem) ? stem.slice(0, -1) : stem;
}
