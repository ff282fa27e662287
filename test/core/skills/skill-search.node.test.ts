import { createIndexedSkills } from '@coachkit/core/skills';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { stemOf, wordsOf } from '../../../packages/core/dist/skills/skill-words.js';

const skill = (label: string, ...otherLabels: string[]) => ({ id: label.replace(/\W+/g, '-'), label, otherLabels });

const sales = createIndexedSkills([
  skill('price negotiation', 'haggling'),
  skill('negotiate'),
  skill('negotiate prices'),
  skill('prepare to negotiate'),
  skill('deal making', 'negotiating prices', 'commercial terms'),
  skill('coaching techniques'),
  skill('C#'),
  skill('C++'),
  { ...skill('fax', 'negotiate by fax'), retired: true },
]);

const labels = async (query: string, limit = 20, framework = sales): Promise<string[]> =>
  (await framework.find(query, limit)).map(({ label }) => label);

describe('the search in skills', () => {
  test('finds "negotiate" from "negotiating": names that begin so first, then whole words, then other labels', async () => {
    const expected = ['negotiate', 'negotiate prices', 'price negotiation', 'prepare to negotiate', 'deal making'];
    for (const query of ['negotiating', 'Negotiate', 'negotiated', 'negotiates', 'negotiatin', 'negotia'])
      assert.deepEqual(await labels(query), expected, query);
    assert.deepEqual(await labels('negotiate', 2), expected.slice(0, 2));
  });

  test('every word has to be there; the last may have just been begun', async () => {
    assert.deepEqual(await labels('negotiate pri'), ['negotiate prices', 'price negotiation', 'deal making']);
    assert.deepEqual(await labels('pri negotiate'), []);
    assert.deepEqual(await labels('deal terms'), ['deal making'], 'words of several labels of one skill');
    assert.deepEqual(await labels('negotiate helicopters'), []);
    assert.deepEqual(await labels('haggle'), ['price negotiation']);
    assert.deepEqual(await labels('  '), []);
    assert.deepEqual(await labels('c#'), ['C#']);
    assert.deepEqual(await labels('c++'), ['C++']);
  });

  test('a retired skill is found by its id only', async () => {
    assert.deepEqual(await labels('fax'), []);
    assert.equal((await sales.get('fax'))?.retired, true);
    assert.equal(await sales.get('constructor'), undefined);
  });

  test('accents, German and French endings, Greek, Arabic and words without a language', async () => {
    const german = createIndexedSkills([skill('schwierige Gespräche führen'), skill('Größe')], { language: 'de' });
    for (const query of ['Gespräch', 'gesprache', 'schwieriges Gesprächs', 'fuhren', 'führe'])
      assert.deepEqual(await labels(query, 9, german), ['schwierige Gespräche führen'], query);
    assert.deepEqual(await labels('grosse', 9, german), ['Größe']);
    const french = createIndexedSkills([skill("négocier les prix d'équipements")], { language: 'fr' });
    for (const query of ['negociation', 'négociant', 'negocié', 'équipement', 'prix negoc'])
      assert.equal((await labels(query, 9, french)).length, 1, query);
    const others = createIndexedSkills([skill('διαπραγμάτευση τιμών'), skill('التفاوض')], { language: 'el' });
    assert.equal((await labels('διαπραγματευση', 9, others)).length, 1);
    assert.equal((await labels('التفا', 9, others)).length, 1);
  });

  test('a skill is found by each of its words, in any order, begun or whole, whatever the words are', async () => {
    const word = fc.string({ unit: fc.constantFrom(...'aeinrstgdyzüéß'), minLength: 1, maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('en', 'de', 'fr', 'pl'),
        fc.nat(),
        async (names, language, chosen) => {
          const skills = names.map((words, at) => ({ id: `s${at}`, label: words.join(' ') }));
          const framework = createIndexedSkills(skills, { language });
          const words = names[chosen % names.length] ?? [];
          const found = async (query: string): Promise<boolean> =>
            (await framework.find(query, 100)).some(({ id }) => id === `s${chosen % names.length}`);
          assert.ok(await found(words.join(' ')));
          assert.ok(await found(words.toReversed().join(' ').toUpperCase()));
        },
      ),
      { numRuns: 400 },
    );
  });

  test('what is left of a word is never empty and is never longer', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.constantFrom('en', 'de-AT', 'fr', 'xx', ''), (text, language) => {
        for (const word of wordsOf(text)) {
          const stem = stemOf(word, language);
          assert.ok(stem.length > 0 && stem.length <= word.length);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
