import { programmeOverview, toCsv, wilsonInterval, type ReportingInput } from '@coachkit/core/reporting';
import type { CoachingRelationship, SessionFact } from '@coachkit/core';
import { demoOrganisation, demoSkills } from '@coachkit/core/demo';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

/** A pair that meets on the 10th of each month since January. */
const pair = (number: number, more: Partial<CoachingRelationship> = {}): CoachingRelationship => ({
  id: `pair-${number}`,
  managerId: `manager-${number % 3}`,
  employeeId: `employee-${number}`,
  start: '2026-01-10',
  cadences: [{ cadence: { unit: 'month', every: 1 }, from: '2026-01-10' }],
  ...more,
});

const fact = (number: number, more: Partial<SessionFact> = {}): SessionFact => ({
  id: `session-${number}-${more.slot ?? ''}`,
  relationshipId: `pair-${number}`,
  managerId: `manager-${number % 3}`,
  employeeId: `employee-${number}`,
  status: 'recorded',
  date: '2026-10-12',
  slot: '2026-10-10',
  durationMinutes: 50,
  focusKind: 'skill-development',
  skillId: 'negotiation',
  pointCount: 4,
  actionCount: 2,
  openBefore: 1,
  reviewed: 1,
  coursesAssigned: 0,
  coursesRecommended: 0,
  ...more,
});

/** Ten pairs in one department and two teams of five, of whom seven met in October. */
const october: ReportingInput = {
  today: '2026-11-24',
  threshold: 5,
  relationships: Array.from({ length: 10 }, (_, number) => pair(number)),
  facts: Array.from({ length: 7 }, (_, number) => fact(number)),
  leave: [],
  people: Array.from({ length: 10 }, (_, number) => ({
    id: `employee-${number}`,
    departmentId: 'sales',
    teamId: number < 5 ? 'north' : 'south',
  })),
  units: [
    { id: 'sales', kind: 'department', name: 'Sales' },
    { id: 'north', kind: 'team', name: 'North', parentId: 'sales' },
    { id: 'south', kind: 'team', name: 'South', parentId: 'sales' },
  ],
  skillLabels: new Map([['negotiation', 'Negotiation']]),
};

const overview = (input: ReportingInput) => programmeOverview(input, { unit: 'month' });

describe('figures of a programme', () => {
  test('held ÷ due by hand: seven of ten, with its interval and its people', () => {
    const { completion, people, period, departments, teams, hiddenGroups } = overview(october);
    assert.deepEqual([period.start, period.end, period.closed], ['2026-10-01', '2026-10-31', true]);
    assert.ok(!completion.hidden && !people.hidden);
    assert.deepEqual([completion.value.held, completion.value.due, completion.value.rate], [7, 10, 0.7]);
    assert.equal(people.value, 10);
    const rates = [...departments, ...teams].map(({ name, completion: each }) => [
      name,
      !each.hidden && each.value.rate,
    ]);
    assert.deepEqual(rates, [
      ['Sales', 0.7],
      ['North', 1],
      ['South', 0.4],
    ]);
    assert.equal(hiddenGroups, 0);
  });

  test('a focus area that only two managers share goes into Other, whatever the number of people', () => {
    const skillOf = (number: number): string => (number % 3 === 0 ? 'of-one-manager' : 'of-two-managers');
    const people = Array.from({ length: 30 }, (_, number) => number);
    const { focusAreas } = overview({
      ...october,
      relationships: people.map((number) => pair(number)),
      facts: people.map((number) => fact(number, { skillId: skillOf(number) })),
    });
    assert.ok(!focusAreas.hidden);
    assert.deepEqual(
      focusAreas.value.map(({ key, people: counted }) => [key, counted]),
      [['other', 30]],
    );
  });

  test('people without a team are no remainder that a department minus its teams would show', () => {
    const { departments, teams } = overview({
      ...october,
      relationships: Array.from({ length: 13 }, (_, number) => pair(number)),
      people: [
        ...october.people,
        ...[10, 11, 12].map((number) => ({ id: `employee-${number}`, departmentId: 'sales' })),
      ],
    });
    assert.equal(departments[0]?.completion.hidden, false);
    assert.equal(teams.filter(({ completion }) => completion.hidden).length, 1);
  });

  test('leave of either person and an excused session take a slot out of what is due', () => {
    const { completion } = overview({
      ...october,
      leave: [
        { id: 'l1', personId: 'employee-9', start: '2026-10-01', end: '2026-10-10' },
        { id: 'l2', personId: 'employee-8', start: '2026-10-11', end: '2026-10-31' },
      ],
      facts: [...october.facts, fact(7, { status: 'excused' })],
    });
    assert.ok(!completion.hidden);
    assert.deepEqual([completion.value.held, completion.value.due, completion.value.excused], [7, 8, 2]);
  });

  test('a session counts for its own slot, however late it took place', () => {
    const late = fact(7, { date: '2026-11-05', slot: '2026-10-10' });
    const { completion } = overview({ ...october, facts: [...october.facts, late] });
    assert.ok(!completion.hidden && completion.value.held === 8);
  });

  test('a pair that had ended, or had not begun, owes nothing', () => {
    const relationships = [
      ...october.relationships,
      pair(10, { end: '2026-10-09' }),
      pair(11, { start: '2026-10-11', cadences: [{ cadence: { unit: 'month', every: 1 }, from: '2026-11-11' }] }),
    ];
    const { completion } = overview({ ...october, relationships });
    assert.ok(!completion.hidden && completion.value.due === 10);
  });

  test('shares of the recorded sessions: courses assigned, documented well', () => {
    const facts = october.facts.map((each, index) => ({
      ...each,
      coursesAssigned: index < 2 ? 1 : 0,
      pointCount: index === 6 ? 2 : 4,
      actionCount: index === 5 ? 0 : 2,
    }));
    const { assignmentRate, documentedWell, sessionsPerPair } = overview({ ...october, facts });
    assert.ok(!assignmentRate.hidden && !documentedWell.hidden && !sessionsPerPair.hidden);
    assert.equal(assignmentRate.value, 2 / 7);
    assert.equal(documentedWell.value, 5 / 7);
    assert.equal(sessionsPerPair.value, 0.7);
  });

  test('Wilson’s interval has the values of the requirements (e5, at 80 %)', () => {
    const rounded = (successes: number, trials: number) =>
      wilsonInterval(successes, trials).map((end) => end.toFixed(2));
    assert.deepEqual(rounded(4, 5), ['0.38', '0.96']);
    assert.deepEqual(rounded(8, 10), ['0.49', '0.94']);
    assert.deepEqual(rounded(16, 20), ['0.58', '0.92']);
    assert.deepEqual(rounded(40, 50), ['0.67', '0.89']);
    assert.deepEqual(rounded(80, 100), ['0.71', '0.87']);
    assert.deepEqual(rounded(160, 200), ['0.74', '0.85']);
    assert.deepEqual(wilsonInterval(0, 0), [0, 1]);
  });

  test('the order of facts changes nothing', () => {
    const { documents } = demoOrganisation({ seed: 3, today: '2026-11-24' });
    const input: ReportingInput = {
      today: '2026-11-24',
      threshold: 5,
      facts: documents.sessionFact,
      relationships: documents.relationship,
      leave: documents.leave,
      people: documents.person,
      units: documents.unit,
      skillLabels: new Map(demoSkills.map(({ id, label }) => [id, label])),
    };
    const expected = JSON.stringify(overview(input));
    fc.assert(
      fc.property(fc.shuffledSubarray([...input.facts], { minLength: input.facts.length }), (facts) => {
        assert.equal(JSON.stringify(overview({ ...input, facts })), expected);
      }),
      { numRuns: 5 },
    );
  });
});

describe('a table for a spreadsheet', () => {
  test('what would be read as a formula is text; numbers stay numbers', () => {
    const csv = toCsv([
      ['=1+1', '+2', '-3', '@SUM(A1)', '\tx', '\rx'],
      [-3, 0.5, undefined, 'a "quoted", cell', 'line\nbreak'],
    ]);
    assert.equal(
      csv,
      `"'=1+1","'+2","'-3","'@SUM(A1)","'\tx","'\rx"\r\n-3,0.5,,"a ""quoted"", cell","line\nbreak"\r\n`,
    );
  });

  test('no cell of any text begins a formula', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cell = toCsv([[text]])
          .replace(/\r\n$/, '')
          .replace(/^"/, '');
        assert.doesNotMatch(cell, /^[=+\-@\t\r]/);
      }),
    );
  });
});
