import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AgendaEntry, AgendaReason, Session } from '@coachkit/core';
import { formatFor } from '@coachkit/elements';
import { actsFor, otherOf } from '../../../packages/elements/dist/agenda/agenda-acts.js';
import { reasonWords } from '../../../packages/elements/dist/agenda/agenda-words.js';
import { agendaCatalogue } from '../../../packages/elements/dist/agenda/agenda.messages.js';
import { cadenceOf } from '../../../packages/elements/dist/agenda/editors.js';

const today = '2026-11-24';
const { words } = agendaCatalogue;

const session = (date: string, more: Partial<Session> = {}): Session => ({
  id: 's1',
  relationshipId: 'pair',
  managerId: 'priya',
  employeeId: 'tom',
  status: 'planned',
  date,
  durationMinutes: 60,
  slot: date,
  revision: 0,
  templateVersion: 1,
  ...more,
});

const entry = (reason: AgendaReason, more: Partial<AgendaEntry> = {}): AgendaEntry => ({
  relationshipId: 'pair',
  manager: { id: 'priya', name: 'Priya Nair' },
  employee: { id: 'tom', name: 'Tom Okafor' },
  group: 'due',
  reason,
  due: reason.date,
  cadence: { unit: 'month', every: 1 },
  hasDraft: false,
  ...more,
});

const said = (reason: AgendaReason, more: Partial<AgendaEntry> = {}, actor = 'priya'): string =>
  reasonWords(words, formatFor('en-GB'), entry(reason, more), today, actor);

describe('why a pair stands where it stands', () => {
  it('says how late it is and when the two last met', () => {
    const late = { kind: 'due', date: '2026-11-13', days: 11 } as const;
    assert.equal(said(late, { lastMet: '2026-10-20' }), '11 days overdue; last met 20 October');
    assert.equal(said({ kind: 'due', date: '2026-11-23', days: 1 }), '1 day overdue');
    assert.equal(said({ kind: 'due', date: today, days: 0 }), 'Due today');
    assert.equal(
      said({ kind: 'due', date: '2027-01-08', days: -45 }, { lastMet: '2025-12-01' }),
      'Due 8 January 2027; last met 1 December 2025',
    );
  });

  it('says when a session is planned, with its time where it has one', () => {
    const planned = { kind: 'planned', date: '2026-11-26', days: -2 } as const;
    assert.equal(
      said(planned, { session: session('2026-11-26', { startTime: '10:00' }) }),
      'Planned for Thursday 26 November at 10:00',
    );
    assert.equal(said(planned, { session: session('2026-11-26') }), 'Planned for Thursday 26 November');
    const now = { kind: 'planned', date: today, days: 0 } as const;
    assert.equal(said(now, { session: session(today) }), 'Planned for today');
    assert.equal(said(now, { session: session(today, { startTime: '09:30' }) }), 'Planned for today at 09:30');
  });

  it('says what fell through and what waits to be written', () => {
    assert.equal(said({ kind: 'missed', date: '2026-11-12', days: 12 }), 'Missed on 12 November: there is no new date');
    assert.equal(
      said({ kind: 'cancelled', date: '2026-11-12', days: 12 }),
      'Cancelled for 12 November: there is no new date',
    );
    const past = { kind: 'to-document', date: '2026-11-20', days: 4 } as const;
    assert.equal(said(past), 'Write it up: planned for 20 November');
    assert.equal(said(past, {}, 'tom'), 'Not written up yet: planned for 20 November');
  });

  it('says that the two have not met', () => {
    assert.equal(said({ kind: 'never-met', date: '2026-11-20', days: 4 }), 'You have not met yet');
    assert.equal(said({ kind: 'never-met', date: '2026-12-03', days: -9 }), 'You have not met yet; due 3 December');
  });

  it('says who is away, seen from the reader', () => {
    const away = (who: 'manager' | 'employee' | 'both') =>
      ({ kind: 'on-leave', date: '2026-12-04', days: -10, who }) as const;
    assert.equal(said(away('employee')), 'Away until 4 December');
    assert.equal(said(away('employee'), {}, 'tom'), 'You are away until 4 December');
    assert.equal(said(away('manager'), {}, 'tom'), 'Away until 4 December');
    assert.equal(said(away('both')), 'Both of you are away until 4 December');
    assert.equal(
      said(away('employee'), { session: session('2026-12-10') }),
      'Away until 4 December; planned for Thursday 10 December',
    );
  });
});

describe('what can be done about a pair', () => {
  const acts = (reason: AgendaReason, more: Partial<AgendaEntry> = {}, actor = 'priya') =>
    actsFor(entry(reason, more), actor, today);

  it('puts the likeliest first', () => {
    const main = (kind: AgendaReason['kind'], days: number, planned?: Session) =>
      acts({ kind, date: today, days }, planned ? { session: planned } : {})[0];
    assert.equal(main('to-document', 4, session('2026-11-20')), 'record');
    assert.equal(main('planned', 0, session(today)), 'record');
    assert.equal(main('planned', -2, session('2026-11-26')), 'move');
    assert.equal(main('missed', 4, session('2026-11-20', { status: 'missed' })), 'move');
    assert.equal(main('cancelled', 4, session('2026-11-20', { status: 'cancelled' })), 'move');
    assert.equal(main('due', 3), 'record');
    assert.equal(main('due', -3), 'plan');
    assert.equal(main('never-met', 3), 'plan');
  });

  it('offers only what the programme accepts: an absence up to today, a cancellation of what is planned', () => {
    assert.ok(acts({ kind: 'planned', date: today, days: 0 }, { session: session(today) }).includes('absence'));
    assert.ok(
      !acts({ kind: 'planned', date: '2026-11-26', days: -2 }, { session: session('2026-11-26') }).includes('absence'),
    );
    assert.ok(!acts({ kind: 'due', date: today, days: 0 }).includes('cancel'));
    const missed = session('2026-11-20', { status: 'missed' });
    assert.deepEqual(acts({ kind: 'missed', date: missed.date, days: 4 }, { session: missed }), [
      'move',
      'record',
      'cadence',
    ]);
  });

  it('gives the employee a focus to propose for what lies ahead, and nothing else', () => {
    const planned = { kind: 'planned', date: today, days: 0 } as const;
    assert.deepEqual(acts(planned, { session: session(today) }, 'tom'), ['focus']);
    const past = { kind: 'to-document', date: '2026-11-20', days: 4 } as const;
    assert.deepEqual(acts(past, { session: session('2026-11-20') }, 'tom'), []);
    assert.deepEqual(acts({ kind: 'due', date: today, days: 0 }, {}, 'tom'), []);
    assert.equal(otherOf(entry(planned), 'tom').name, 'Priya Nair');
    assert.equal(otherOf(entry(planned), 'priya').name, 'Tom Okafor');
  });
});

describe('how often a pair meets', () => {
  it('is said in words and read back from its option', () => {
    assert.equal(words.cadence({ unit: 'month', every: 1 }), 'Every month');
    assert.equal(words.cadence({ unit: 'week', every: 2 }), 'Every 2 weeks');
    assert.deepEqual(cadenceOf('week 2'), { unit: 'week', every: 2 });
    assert.deepEqual(cadenceOf('month 3'), { unit: 'month', every: 3 });
  });
});
