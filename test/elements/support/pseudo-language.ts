import { baseCatalogue, rulesCatalogue, type Catalogue, type Messages, type Translation } from '@coachkit/elements';

const accented: Readonly<Record<string, string>> = Object.fromEntries(
  [...'aåbƀcçdðeéfƒgĝhĥiîjĵkķlļmɱnñoöpþrŕsštţuûvṽwŵxẋyýzž'].reduce<[string, string][]>((pairs, letter, index, all) => {
    if (index % 2 === 0) pairs.push([letter, all[index + 1]!]);
    return pairs;
  }, []),
);

/** A text that is plainly not from the built-in words: accents, two fifths longer, in brackets. */
export function pseudo(text: string): string {
  const longer = '~'.repeat(Math.ceil(text.length * 0.4));
  return `[${text.replace(/[a-z]/g, (letter) => accented[letter] ?? letter)}${longer}]`;
}

/**
 * A made-up language: every built-in word of the catalogues, plainly changed. What is not in brackets on the screen did
 * not come from a catalogue, and what breaks will break in German.
 * @param locale `en-XA` reads from left to right, `ar-XB` from right to left
 */
export function pseudoLanguage(catalogues: readonly Catalogue<Messages>[], locale: 'en-XA' | 'ar-XB'): Translation {
  const parts = [baseCatalogue, rulesCatalogue, ...catalogues].map(({ part, words }) => [
    part,
    Object.fromEntries(
      Object.entries(words).map(([key, message]) => [
        key,
        typeof message === 'string' ? pseudo(message) : (...values: never[]) => pseudo(message(...values)),
      ]),
    ),
  ]);
  return { locale, complete: true, parts: Object.fromEntries(parts) };
}
