import { isCalendarDate } from '@coachkit/core';
import { readDate } from '@coachkit/core/session-form';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

/** A Tuesday. */
const today = '2026-11-24';
const reads = (locale: string, text: string, isBehind = false) => readDate(text, { locale, today, isBehind });

/** What is typed, what a Briton and what an American means by it. */
const typed: readonly (readonly [string, string | undefined, (string | undefined)?])[] = [
  ['fri', '2026-11-27'],
  ['Friday.', '2026-11-27'],
  ['tue', '2026-12-01'],
  ['next fri', '2026-12-04'],
  ['today', '2026-11-24'],
  ['tomorrow', '2026-11-25'],
  ['in 2 weeks', '2026-12-08'],
  ['in a week', '2026-12-01'],
  ['next month', '2026-12-24'],
  ['4 dec', '2026-12-04'],
  ['Dec 4th, 2027', '2027-12-04'],
  ['4th of December', '2026-12-04'],
  ['Fri 4 December', '2026-12-04'],
  ['2026-12-04', '2026-12-04'],
  ['4/12', '2026-12-04', '2027-04-12'],
  ['4.12.2026', '2026-12-04', '2026-04-12'],
  ['4/13', undefined, '2027-04-13'],
  ['3 nov', '2027-11-03'],
  ['29 feb', '2028-02-29'],
  ['31 feb', undefined],
  ['31/2/2027', undefined],
  ['2027-02-29', undefined],
  ['32 dec', undefined],
  ['3-4', undefined],
  ['mar', undefined],
  ['next', undefined],
  ['', undefined],
];

describe('a date as people type it', () => {
  for (const [text, british, american = british] of typed) {
    test(`"${text}"`, () => {
      assert.equal(reads('en-GB', text), british);
      assert.equal(reads('en-US', text), american);
    });
  }

  test('of a session that was held lies behind', () => {
    assert.equal(reads('en-GB', 'fri', true), '2026-11-20');
    assert.equal(reads('en-GB', 'tue', true), '2026-11-24');
    assert.equal(reads('en-GB', '4 dec', true), '2025-12-04');
    assert.equal(reads('en-GB', 'yesterday', true), '2026-11-23');
  });

  test('in other languages, by the names and the order that Intl knows', () => {
    const others: readonly (readonly [string, string, string])[] = [
      ['de', 'fr', '2026-11-27'],
      ['de', '4.12.', '2026-12-04'],
      ['de', 'in 2 Wochen', '2026-12-08'],
      ['fr', '4 déc.', '2026-12-04'],
      ['es', '4 de diciembre', '2026-12-04'],
      ['ru', '4 декабря', '2026-12-04'],
      ['ar', 'الجمعة', '2026-11-27'],
      ['fa', '۱۲/۴', '2026-12-04'],
    ];
    for (const [locale, text, date] of others) assert.equal(reads(locale, text), date, `${locale}: ${text}`);
  });

  test('is one that exists, or none, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' })), (text) => {
        const date = reads('en-GB', text);
        return date === undefined || isCalendarDate(date);
      }),
      { numRuns: 500 },
    );
  });

  test('is read back from the way the form writes it', () => {
    const written = new Intl.DateTimeFormat('en-GB', {
      weekday: 'short',
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 350 }), (days) => {
        const moment = Date.UTC(2026, 10, 24 + days);
        return reads('en-GB', written.format(moment)) === new Date(moment).toISOString().slice(0, 10);
      }),
    );
  });
});
