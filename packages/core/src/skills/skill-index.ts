import { stemOf, wordsOf } from './skill-words.js';

/** The labels of a skill in one language, the one that is shown first. */
export interface IndexedLabels {
  /** A BCP 47 tag. */
  readonly language: string;
  readonly labels: readonly string[];
}

/** Finds the numbers of skills by words. */
export interface SkillIndex {
  /** @param limit - most numbers to return. Best first: the name begins so, has the words, is also called so */
  find(query: string, limit: number): readonly number[];
}

/** How well a skill fits, best first. */
const fits = {
  exact: 0,
  start: 1,
  words: 2,
  beginnings: 3,
  other: 4,
  otherBeginnings: 5,
  scattered: 6,
  none: 7,
} as const;
const tiers = fits.none;

// Half a word that somebody is still typing may be longer than what is kept of it: "negotiatin".
const mostShortened = 3;
const leastLeft = 5;

/**
 * Builds an index over labels: add the skills in the order of their numbers (0, 1, …), then `finish`. Every word is
 * kept once, without its endings, with the labels that it stands in. A label of `add` that comes first is the name.
 */
export class SkillIndexBuilder {
  readonly #terms = new Map<string, number[]>();
  readonly #termOfWord = new Map<string, number[]>();
  readonly #languages = new Set<string>();
  /** Label → skill. */
  readonly #skillOf: number[] = [];
  /** Skill → the label that is its name. */
  readonly #nameOf: number[] = [];
  /** Skill → words in its name, and letters. */
  readonly #wordCounts: number[] = [];
  readonly #lengths: number[] = [];

  /** Takes the labels of the next skill. */
  add(names: readonly IndexedLabels[]): void {
    const skill = this.#nameOf.length;
    const name = this.#skillOf.length;
    this.#nameOf.push(name);
    this.#wordCounts.push(0);
    this.#lengths.push(names[0]?.labels[0]?.length ?? 0);
    for (const { language, labels } of names) {
      this.#languages.add(language);
      for (const label of labels) {
        const number = this.#skillOf.push(skill) - 1;
        const words = wordsOf(label);
        if (number === name) this.#wordCounts[skill] = words.length;
        words.forEach((word, position) => {
          const entry = number * 2 + (position === 0 ? 1 : 0);
          const places = this.#placesOf(word, language);
          // The same word twice in a label is one place.
          if (places.length === 0 || (places.at(-1) ?? 0) >> 1 !== number) places.push(entry);
        });
      }
    }
  }

  /** The index. The builder is of no use afterwards. */
  finish(): SkillIndex {
    const terms = [...this.#terms.keys()].sort();
    const starts = new Uint32Array(terms.length + 1);
    const places = new Uint32Array([...this.#terms.values()].reduce((sum, { length }) => sum + length, 0));
    terms.forEach((term, number) => {
      const own = this.#terms.get(term) ?? [];
      places.set(own, starts[number] ?? 0);
      starts[number + 1] = (starts[number] ?? 0) + own.length;
    });
    this.#terms.clear();
    this.#termOfWord.clear();
    return new Searcher({
      terms,
      starts,
      places,
      languages: [...this.#languages],
      skillOf: Uint32Array.from(this.#skillOf),
      nameOf: Uint32Array.from(this.#nameOf),
      wordCounts: Uint16Array.from(this.#wordCounts),
      lengths: Uint16Array.from(this.#lengths),
    });
  }

  #placesOf(word: string, language: string): number[] {
    const key = `${language} ${word}`;
    let places = this.#termOfWord.get(key);
    if (places === undefined) {
      const term = stemOf(word, language);
      places = this.#terms.get(term) ?? [];
      this.#terms.set(term, places);
      this.#termOfWord.set(key, places);
    }
    return places;
  }
}

interface Tables {
  /** In order of code units. */
  readonly terms: readonly string[];
  /** Term → where its places begin. */
  readonly starts: Uint32Array;
  /** Twice the number of a label, plus one where the word comes first in it. */
  readonly places: Uint32Array;
  readonly languages: readonly string[];
  readonly skillOf: Uint32Array;
  readonly nameOf: Uint32Array;
  readonly wordCounts: Uint16Array;
  readonly lengths: Uint16Array;
}

class Searcher implements SkillIndex {
  readonly #tables: Tables;
  /** Of the query in hand: how many of its words a label has, how many of them whole, whether it begins with the first. */
  readonly #met: Uint8Array;
  readonly #whole: Uint8Array;
  readonly #begins: Uint8Array;
  /** The same for skills, over all of their labels, and how well they fit. */
  readonly #metBySkill: Uint8Array;
  readonly #fit: Uint8Array;

  constructor(tables: Tables) {
    this.#tables = tables;
    const labels = tables.skillOf.length;
    this.#met = new Uint8Array(labels);
    this.#whole = new Uint8Array(labels);
    this.#begins = new Uint8Array(labels);
    this.#metBySkill = new Uint8Array(tables.nameOf.length);
    this.#fit = new Uint8Array(tables.nameOf.length);
  }

  find(query: string, limit: number): readonly number[] {
    // A count has to fit into a byte; nobody means more words than this.
    const words = wordsOf(query).slice(0, 100);
    if (words.length === 0) return [];
    for (const counts of [this.#met, this.#whole, this.#begins, this.#metBySkill]) counts.fill(0);
    this.#fit.fill(fits.none);
    const last = words.length - 1;
    words.forEach((word, position) => {
      for (const term of this.#termsOf(word)) this.#count(term, position, true);
      if (position === last) for (const term of this.#termsBeginning(word)) this.#count(term, position, false);
    });
    return this.#best(words.length, limit);
  }

  /** Notes the places of a term for the word at a position of the query. */
  #count(term: number, position: number, isWhole: boolean): void {
    const { starts, places, skillOf } = this.#tables;
    const end = starts[term + 1] ?? 0;
    for (let at = starts[term] ?? 0; at < end; at += 1) {
      const place = places[at] ?? 0;
      const label = place >> 1;
      const skill = skillOf[label] ?? 0;
      if (this.#metBySkill[skill] === position) this.#metBySkill[skill] = position + 1;
      if (this.#met[label] !== position) continue;
      this.#met[label] = position + 1;
      if (isWhole) this.#whole[label] = (this.#whole[label] ?? 0) + 1;
      if (position === 0 && place & 1) this.#begins[label] = 1;
    }
  }

  #best(words: number, limit: number): number[] {
    const { skillOf, lengths } = this.#tables;
    const groups: number[][] = Array.from({ length: tiers }, () => []);
    for (let label = 0; label < skillOf.length; label += 1) {
      if (this.#met[label] !== words) continue;
      const skill = skillOf[label] ?? 0;
      this.#fit[skill] = Math.min(this.#fit[skill] ?? fits.none, this.#fitOf(label, skill, words));
    }
    for (let skill = 0; skill < this.#fit.length; skill += 1) {
      const fit = this.#fit[skill] ?? fits.none;
      if (fit < fits.none) groups[fit]?.push(skill);
      else if (this.#metBySkill[skill] === words) groups[fits.scattered]?.push(skill);
    }
    const found: number[] = [];
    for (const group of groups) {
      if (found.length >= limit) break;
      // Short names first: they say the least besides what was asked for.
      found.push(...group.sort((one, other) => (lengths[one] ?? 0) - (lengths[other] ?? 0) || one - other));
    }
    return found.slice(0, limit);
  }

  #fitOf(label: number, skill: number, words: number): number {
    const isWhole = this.#whole[label] === words;
    if (label !== this.#tables.nameOf[skill]) return isWhole ? fits.other : fits.otherBeginnings;
    if (this.#begins[label] === 1) return isWhole && this.#tables.wordCounts[skill] === words ? fits.exact : fits.start;
    return isWhole ? fits.words : fits.beginnings;
  }

  /** The terms that a word is, endings aside, in any of the languages. */
  #termsOf(word: string): ReadonlySet<number> {
    const found = new Set<number>();
    for (const language of this.#tables.languages) {
      const stem = stemOf(word, language);
      const at = this.#firstFrom(stem);
      if (this.#tables.terms[at] === stem) found.add(at);
    }
    return found;
  }

  /** The terms that begin with what was typed so far. */
  #termsBeginning(word: string): number[] {
    const { terms } = this.#tables;
    const found: number[] = [];
    for (let at = this.#firstFrom(word); terms[at]?.startsWith(word); at += 1) found.push(at);
    for (let left = word.length - 1; left >= Math.max(word.length - mostShortened, leastLeft); left -= 1) {
      const shorter = word.slice(0, left);
      const at = this.#firstFrom(shorter);
      if (terms[at] === shorter) found.push(at);
    }
    return found;
  }

  /** The place of the first term that is not before a text. */
  #firstFrom(text: string): number {
    const { terms } = this.#tables;
    let low = 0;
    let high = terms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((terms[middle] ?? '') < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
