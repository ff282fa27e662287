import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wordChanges } from '../../../packages/elements/dist/conflicts/word-changes.js';

const marked = (one: string, other: string, locale = 'en'): string[] =>
  wordChanges(one, other, locale).map((stretches) =>
    stretches.map(({ text, isChanged }) => (isChanged ? `[${text}]` : text)).join(''),
  );

describe('the words in which two versions differ', () => {
  it('are marked in both, a phrase as a whole', () => {
    assert.deepEqual(marked('He gives the discount early.', 'He names the price early.'), [
      'He [gives] the [discount] early.',
      'He [names] the [price] early.',
    ]);
    assert.deepEqual(marked('Call Elena on Friday', 'Call both of them on Friday'), [
      'Call [Elena] on Friday',
      'Call [both of them] on Friday',
    ]);
  });

  it('are none where the two are the same, and all where one is empty', () => {
    assert.deepEqual(marked('The same.', 'The same.'), ['The same.', 'The same.']);
    assert.deepEqual(marked('', 'All of it'), ['', '[All of it]']);
  });

  it('are found across lines, and white space alone is nothing to see', () => {
    assert.deepEqual(marked('One.\nTwo.', 'One. Two, and more.\nTwo.')[0], 'One.\nTwo.');
    assert.match(marked('One.\nTwo.', 'One.\nThree is new.\nTwo.')[1] ?? '', /\[Three is new/);
    assert.deepEqual(marked('a  b', 'a b'), ['a  b', 'a b']);
  });

  it('are words of the language, spaces or none, and every letter is still there', () => {
    assert.deepEqual(marked('سأل قبل العرض', 'سأل بعد العرض', 'ar'), ['سأل [قبل] العرض', 'سأل [بعد] العرض']);
    const [before, after] = ['价格谈判很难', '价格谈判容易'];
    const found = wordChanges(before, after, 'zh').map((each) => each.map(({ text }) => text).join(''));
    assert.deepEqual(found, [before, after]);
  });

  it('are compared in no time for the longest record, and marked as a whole beyond it', () => {
    const long = (word: string): string => `${word} `.repeat(600);
    assert.ok(wordChanges(long('one'), long('two'), 'en')[0].some(({ isChanged }) => isChanged));
    const [before] = wordChanges('x '.repeat(3_000), 'x '.repeat(3_000), 'en');
    assert.deepEqual(
      before.map(({ isChanged }) => isChanged),
      [true],
    );
  });
});
