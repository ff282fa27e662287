import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatFor, number, plural } from '@coachkit/elements';

const today = '2026-11-24';
const english = formatFor('en-GB');

describe('dates in words', () => {
  it('are British in English', () => {
    assert.equal(english.fullDate(today), 'Tuesday 24 November 2026');
    assert.equal(english.weekday('2026-11-27'), 'Friday 27 November');
    assert.equal(english.shortWeekday('2026-12-04'), 'Fri 4 December');
    assert.equal(english.month(today), 'November 2026');
  });

  it('name the year only where it is another one', () => {
    assert.equal(english.day('2026-11-13', today), '13 November');
    assert.equal(english.day('2025-11-13', today), '13 November 2025');
    assert.equal(english.day('2026-11-13'), '13 November');
  });

  it('say when something happened, on the clock of a zone', () => {
    assert.equal(english.moment('2026-11-24T10:42:00.000Z', 'Europe/London'), '24 November 2026 at 10:42');
    assert.equal(english.moment('2026-11-24T23:42:00.000Z', 'Asia/Tokyo'), '25 November 2026 at 08:42');
    assert.equal(english.date('2026-11-24T12:00:00.000Z'), '24 November 2026');
  });

  it('say how far they are', () => {
    assert.equal(english.dayWithDistance('2026-11-13', today), '13 November, 11 days ago');
    assert.equal(english.distance(today, today), 'today');
    assert.equal(english.distance('2026-11-23', today), 'yesterday');
    assert.equal(english.distance('2026-11-27', today), 'in 3 days');
  });

  it('never shift with the zone of the machine', () => {
    const zone = process.env.TZ;
    for (const name of ['Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/London']) {
      process.env.TZ = name;
      assert.equal(english.fullDate('2026-03-29'), 'Sunday 29 March 2026');
      assert.equal(english.fullDate('2026-01-01'), 'Thursday 1 January 2026');
    }
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it('follow the language', () => {
    assert.equal(formatFor('de').fullDate(today), 'Dienstag, 24. November 2026');
    assert.equal(formatFor('en-US').fullDate(today), 'Tuesday, November 24, 2026');
    assert.equal(formatFor('de').dayWithDistance('2026-11-13', today), '13. November, vor 11 Tagen');
    assert.match(formatFor('ar').fullDate(today), /نوفمبر/);
  });
});

describe('numbers, lists and times', () => {
  it('follow the language', () => {
    assert.equal(english.number(1234.5), '1,234.5');
    assert.equal(formatFor('de').number(1234.5), '1.234,5');
    assert.equal(english.percent(0.4), '40%');
    assert.equal(english.count(50, 'minute'), '50 minutes');
    assert.equal(english.count(1, 'day'), '1 day');
    assert.equal(formatFor('de').count(6, 'week'), '6 Wochen');
    assert.equal(english.list(['Tom', 'Elena', 'Priya']), 'Tom, Elena and Priya');
  });

  it('show a time of day in the zone asked for', () => {
    assert.equal(english.time('2026-11-24T09:42:00.000Z', 'Europe/Berlin'), '10:42');
    assert.equal(english.time(Date.UTC(2026, 10, 24, 9, 42), 'UTC'), '09:42');
  });

  it('pick the plural form by the rules of the language', () => {
    const forms = { zero: 'zero', one: 'one', two: 'two', few: 'few', many: 'many', other: 'other' };
    assert.deepEqual(
      [0, 1, 2, 3, 11, 100].map((count) => plural('ar', count, forms)),
      ['zero', 'one', 'two', 'few', 'many', 'other'],
    );
    assert.equal(plural('pl', 2, { one: 'punkt', few: 'punkty', other: 'punktów' }), 'punkty');
    assert.equal(plural('pl', 2, { other: 'punktów' }), 'punktów');
    assert.equal(number('ar-EG', 12), '١٢');
  });

  it('start the week where the language does', () => {
    assert.deepEqual(
      ['en-GB', 'de', 'en-US', 'ar-EG'].map((locale) => formatFor(locale).weekStart),
      [1, 1, 7, 6],
    );
  });

  it('makes the formatters of a language once', () => {
    assert.equal(formatFor('fr'), formatFor('fr'));
    assert.throws(() => formatFor('en_GB'), RangeError);
  });
});
