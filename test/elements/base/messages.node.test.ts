import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { baseCatalogue, catalogue, changeMessages, rulesCatalogue, type Translation } from '@coachkit/elements';
import {
  isRightToLeft,
  spokenLocale,
  validLocale,
  wordsIn,
} from '../../../packages/elements/dist/base/messages/speak.js';
import { pseudo, pseudoLanguage } from '../support/pseudo-language.ts';

const greetings = catalogue('greetings', { hello: 'Hello', people: (count: number): string => `${count} people` });
const german = (parts: object): Translation => ({ locale: 'de', complete: true, parts: parts as Translation['parts'] });
const base = baseCatalogue.words;

describe('the language of an element', () => {
  it('is the one asked for when its own words and those of all are there', () => {
    const both = [german({ base, greetings: { hello: 'Hallo', people: () => 'Leute' } })];
    assert.equal(spokenLocale('greetings', 'de', both), 'de');
    assert.equal(spokenLocale('greetings', 'de-AT', both), 'de-AT');
    assert.equal(wordsIn(greetings, 'de-AT', both).hello, 'Hallo');
  });

  it('is English as a whole when a part is missing', () => {
    assert.equal(spokenLocale('greetings', 'de', []), 'en-GB');
    assert.equal(spokenLocale('greetings', 'de', [german({ base })]), 'en-GB');
    assert.equal(spokenLocale('greetings', 'de', [german({ greetings: {} })]), 'en-GB');
    assert.equal(wordsIn(greetings, 'en-GB', [german({ greetings: { hello: 'Hallo' } })]).hello, 'Hello');
  });

  it('keeps the region of an English that was asked for', () => {
    assert.equal(spokenLocale('greetings', 'en-US', []), 'en-US');
  });

  it('is not made by changed words alone', () => {
    const changed: Translation = { locale: 'de', complete: false, parts: { base } };
    assert.equal(spokenLocale('base', 'de', [changed]), 'en-GB');
  });
});

describe('changed words', () => {
  it('replace some and leave the rest; the later ones win', () => {
    const words = wordsIn(baseCatalogue, 'en-GB', [
      changeMessages('en', { base: { save: 'Keep', undo: 'Back' } }),
      changeMessages('en-GB', { base: { save: 'Store' } }),
    ]);
    assert.deepEqual([words.save, words.undo, words.cancel], ['Store', 'Back', 'Cancel']);
    assert.equal(baseCatalogue.words.save, 'Save');
  });

  it('for another language change nothing', () => {
    assert.equal(wordsIn(baseCatalogue, 'en-GB', [changeMessages('en-US', { base: { save: 'X' } })]).save, 'Save');
  });
});

describe('built-in sentences', () => {
  it('exist for every code', () => {
    const codes = [
      'invalid-input', 'not-found', 'forbidden', 'outside-reporting-line', 'not-in-this-state', 'conflict', 'storage-full',
      'storage-unavailable', 'storage-read-only', 'closed', 'lms-unavailable', 'part-not-loaded', 'not-supported', 'vetoed',
      'auth-required', 'unreachable', 'busy', 'server-failed', 'operation-reused',
    ] as const; // prettier-ignore
    for (const code of codes) assert.match(base.error(code), /^[A-Z].*\.$/, code);
    assert.equal(new Set(codes.map(base.error)).size, codes.length);
  });

  it('name the limit of a rule', () => {
    const { rule } = rulesCatalogue.words;
    assert.equal(rule('too-long', 20_000), 'Use 20,000 characters or fewer');
    assert.equal(rule('too-many', 5), 'Keep to 5 at most');
    assert.equal(rule('date-in-past'), 'Enter a date from today on');
    assert.equal(rule('unknown-key'), 'This cannot be used here');
  });
});

describe('languages and tags', () => {
  it('know which way they are written', () => {
    assert.deepEqual(['ar', 'he-IL', 'fa', 'ur', 'en', 'arn', 'de'].map(isRightToLeft), [
      true, true, true, true, false, false, false,
    ]); // prettier-ignore
  });

  it('survive a page that writes its language wrongly', () => {
    assert.deepEqual(['en_GB', '', 'x', 'DE-at'].map(validLocale), ['en-GB', 'en-GB', 'en-GB', 'de-AT']);
  });
});

describe('the pseudo-language', () => {
  it('changes every word plainly, two fifths longer, in brackets', () => {
    assert.equal(pseudo('Hello'), '[Héļļö~~]');
    const language = pseudoLanguage([greetings], 'ar-XB');
    assert.equal(spokenLocale('greetings', 'ar-XB', [language]), 'ar-XB');
    assert.equal(wordsIn(greetings, 'ar-XB', [language]).people(2), '[2 þéöþļé~~~~]');
  });
});
