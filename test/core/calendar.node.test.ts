import {
  addDays,
  addMonths,
  dateInZone,
  daysBetween,
  endOfMonth,
  endOfWeek,
  instantInZone,
  instantOf,
  isCalendarDate,
  isInstant,
  isTimeOfDay,
  isTimeZone,
  millisecondsOf,
  startOfQuarter,
  weekdayOf,
  workingDayBefore,
} from '@coachkit/core';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

const day = fc.integer({ min: -20_000, max: 80_000 }).map((number) => addDays('1970-01-01', number));

describe('calendar dates', () => {
  test('only dates that exist are dates', () => {
    for (const date of ['2026-02-28', '2028-02-29', '2000-02-29', '1900-12-31', '2199-12-31'])
      assert.ok(isCalendarDate(date), date);
    for (const date of [
      '2026-02-29',
      '2026-02-31',
      '1900-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-1-1',
      '26-01-01',
      '2026-01-01T00:00',
      ' 2026-01-01',
      '2026-01-01\n',
      '1899-12-31',
      '2200-01-01',
      20260101,
      null,
    ]) {
      assert.ok(!isCalendarDate(date), String(date));
    }
  });

  test('times, instants and zones are refused unless they are exactly that', () => {
    assert.ok(isTimeOfDay('00:00') && isTimeOfDay('23:59'));
    for (const time of ['24:00', '9:00', '09:60', '09:00:00', '']) assert.ok(!isTimeOfDay(time), time);
    assert.ok(isInstant('2026-11-24T09:30:00.000Z'));
    for (const instant of ['2026-11-24T09:30:00Z', '2026-11-24T09:30:00.000+01:00', '2026-02-30T00:00:00.000Z'])
      assert.ok(!isInstant(instant), instant);
    assert.ok(isTimeZone('Europe/London') && isTimeZone('UTC'));
    for (const zone of ['Mars/Olympus', '', 'Europe/london2', 5]) assert.ok(!isTimeZone(zone), String(zone));
  });

  test('a month later is the same day, or the last day of a shorter month', () => {
    assert.equal(addMonths('2026-01-31', 1), '2026-02-28');
    assert.equal(addMonths('2028-01-31', 1), '2028-02-29');
    assert.equal(addMonths('2026-01-31', 2), '2026-03-31');
    assert.equal(addMonths('2026-11-30', 3), '2027-02-28');
    assert.equal(addMonths('2026-01-15', -1), '2025-12-15');
    assert.equal(addMonths('2026-08-31', -6), '2026-02-28');
  });

  test('adding months never skips a month and never passes its end', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -600, max: 600 }), (date, months) => {
        const later = addMonths(date, months);
        const count = (each: string): number => Number(each.slice(0, 4)) * 12 + Number(each.slice(5, 7));
        assert.equal(count(later) - count(date), months);
        assert.ok(later.slice(8) === date.slice(8) || (later === endOfMonth(later) && later.slice(8) < date.slice(8)));
      }),
    );
  });

  test('days add up, and weeks and weekdays agree with a calendar counted by hand', () => {
    assert.equal(daysBetween('2026-10-13', '2026-11-24'), 42);
    assert.equal(weekdayOf('2026-11-24'), 2);
    assert.equal(endOfWeek('2026-11-24'), '2026-11-29');
    const before = ['2026-12-18', '2026-12-19', '2026-12-20', '2026-12-21'].map(workingDayBefore);
    assert.deepEqual(before, ['2026-12-18', '2026-12-18', '2026-12-18', '2026-12-21']);
    assert.equal(endOfWeek('2026-11-29'), '2026-11-29');
    assert.equal(endOfWeek('2026-11-24', 7), '2026-11-28');
    assert.equal(startOfQuarter('2026-12-31'), '2026-10-01');
    fc.assert(
      fc.property(day, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        assert.equal(daysBetween(date, addDays(date, days)), days);
        assert.equal(weekdayOf(addDays(date, 7)), weekdayOf(date));
      }),
    );
  });
});

describe('dates and times in a zone', () => {
  test('42 calendar days are 42 dates, although clocks change in between', () => {
    const before = dateInZone(millisecondsOf('2026-10-13T22:30:00.000Z'), 'Europe/London');
    const after = dateInZone(millisecondsOf('2026-11-24T00:10:00.000Z'), 'Europe/London');
    assert.deepEqual([before, after], ['2026-10-13', '2026-11-24']);
    assert.equal(daysBetween(before, after), 42);
  });

  test('the same moment is another date elsewhere', () => {
    const moment = millisecondsOf('2026-11-24T10:30:00.000Z');
    assert.equal(dateInZone(moment, 'Pacific/Kiritimati'), '2026-11-25');
    assert.equal(dateInZone(moment, 'Pacific/Pago_Pago'), '2026-11-23');
    assert.equal(dateInZone(moment, 'Asia/Kathmandu'), '2026-11-24');
  });

  test('a time that clocks skip is read with the offset before; one that occurs twice is the first', () => {
    assert.equal(instantInZone('2026-03-29', '01:30', 'Europe/London'), '2026-03-29T01:30:00.000Z');
    assert.equal(instantInZone('2026-10-25', '01:30', 'Europe/London'), '2026-10-25T00:30:00.000Z');
    assert.equal(instantInZone('2026-03-08', '02:30', 'America/New_York'), '2026-03-08T07:30:00.000Z');
    assert.equal(instantInZone('2026-11-01', '01:30', 'America/New_York'), '2026-11-01T05:30:00.000Z');
    assert.equal(instantInZone('2026-11-24', '10:00', 'Asia/Kolkata'), '2026-11-24T04:30:00.000Z');
  });

  test('what the wall shows at a moment leads back to that date, in every zone of this machine', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 2_500_000_000 }), (zone, minutes) => {
        const moment = Math.floor(minutes / 60) * 60_000 + 4_102_444_800 * (minutes % 2);
        const date = dateInZone(moment, zone);
        assert.ok(Math.abs(daysBetween(date, instantOf(moment).slice(0, 10))) <= 1);
        assert.equal(dateInZone(millisecondsOf(instantInZone(date, '12:00', zone)), zone), date);
      }),
      { numRuns: 2000 },
    );
  });
});
