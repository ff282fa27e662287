import type { ProgrammeOverview } from '@coachkit/core';
import { programmeOverview, type ReportingInput } from '@coachkit/core/reporting';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

const skills = ['s1', 's2', 's3', 's4', 's5', 's6'];

/** A random organisation: departments with teams of 1 to 14, every pair with or without a session in October. */
const organisation = fc
  .array(fc.array(fc.integer({ min: 1, max: 14 }), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 })
  .chain((departments) => {
    const size = departments.flat().reduce((sum, each) => sum + each, 0);
    return fc.tuple(
      fc.constant(departments),
      fc.array(fc.option(fc.constantFrom(...skills, undefined)), { minLength: size, maxLength: size }),
    );
  })
  .map(([departments, sessions]): ReportingInput => {
    const units: ReportingInput['units'][number][] = [];
    const people: ReportingInput['people'][number][] = [];
    const relationships: ReportingInput['relationships'][number][] = [];
    const facts: ReportingInput['facts'][number][] = [];
    departments.forEach((teams, department) => {
      const departmentId = `d${department}`;
      units.push({ id: departmentId, kind: 'department', name: departmentId });
      teams.forEach((members, team) => {
        const teamId = `${departmentId}t${team}`;
        units.push({ id: teamId, kind: 'team', name: teamId, parentId: departmentId });
        for (let member = 0; member < members; member += 1) {
          const number = people.length;
          const who = { managerId: `m-${teamId}`, employeeId: `e${number}` };
          people.push({ id: who.employeeId, departmentId, teamId });
          relationships.push({
            id: `r${number}`,
            ...who,
            start: '2026-10-05',
            cadences: [{ cadence: { unit: 'month', every: 1 }, from: '2026-10-05' }],
          });
          const skillId = sessions[number];
          if (skillId === null) continue;
          facts.push({
            id: `f${number}`,
            relationshipId: `r${number}`,
            ...who,
            status: 'recorded',
            date: '2026-10-07',
            slot: '2026-10-05',
            durationMinutes: 50,
            focusKind: 'skill-development',
            ...(skillId === undefined ? {} : { skillId }),
            pointCount: 3,
            actionCount: 1,
            openBefore: 0,
            reviewed: 0,
            coursesAssigned: 0,
            coursesRecommended: 0,
          });
        }
      });
    });
    return {
      today: '2026-11-24',
      threshold: 5,
      facts,
      relationships,
      people,
      units,
      leave: [],
      skillLabels: new Map(),
    };
  });

const peopleOf = (input: ReportingInput, unitId: string): number =>
  input.people.filter(({ departmentId, teamId }) => departmentId === unitId || teamId === unitId).length;

function eachOrganisation(check: (overview: ProgrammeOverview, input: ReportingInput) => void): void {
  fc.assert(
    fc.property(organisation, (input) => check(programmeOverview(input, { unit: 'month' }), input)),
    { numRuns: 500 },
  );
}

describe('in 500 random organisations', () => {
  test('every figure that is shown has at least five people behind it', () => {
    eachOrganisation((overview, input) => {
      for (const { unitId, completion } of [...overview.departments, ...overview.teams]) {
        if (!completion.hidden) assert.ok(completion.value.people >= 5 && peopleOf(input, unitId) >= 5);
      }
      if (!overview.focusAreas.hidden) for (const area of overview.focusAreas.value) assert.ok(area.people >= 5);
      if (!overview.completion.hidden) assert.ok(overview.completion.value.people >= 5);
    });
  });

  test('what is hidden under one parent is never one group, and never fewer than five people', () => {
    eachOrganisation((overview, input) => {
      const families = [
        overview.departments,
        ...input.units
          .filter(({ kind }) => kind === 'department')
          .map(({ id }) =>
            overview.teams.filter(({ unitId }) => input.units.find((unit) => unit.id === unitId)?.parentId === id),
          ),
      ];
      for (const siblings of families) {
        const hidden = siblings.filter(({ completion }) => completion.hidden);
        if (hidden.length === 0 || hidden.length === siblings.length) continue;
        const people = hidden.reduce((sum, { unitId }) => sum + peopleOf(input, unitId), 0);
        assert.ok(hidden.length >= 2 && people >= 5, JSON.stringify({ hidden, people }));
      }
    });
  });

  test('what comes from the content of sessions needs three managers, and Other holds at least two areas', () => {
    eachOrganisation((overview, input) => {
      const managers = new Set(input.facts.map(({ managerId }) => managerId)).size;
      if (managers < 3)
        assert.ok(overview.focusAreas.hidden && overview.assignmentRate.hidden && overview.documentedWell.hidden);
      if (overview.focusAreas.hidden) return;
      const shown = overview.focusAreas.value.map(({ key }) => key);
      if (!shown.includes('other')) return;
      const areas = new Set(input.facts.map(({ skillId }) => skillId ?? 'unmapped'));
      assert.ok(areas.size - (shown.length - 1) >= 2);
    });
  });

  test('nothing in a report is a word somebody wrote: every text is an id, a date, a name of a unit or a label', () => {
    eachOrganisation((overview, input) => {
      const known = new Set([
        ...input.units.flatMap(({ id, name }) => [id, name]),
        ...skills,
        'other',
        'unmapped',
        'month',
        'quarter',
      ]);
      JSON.stringify(overview, (_key, value: unknown) => {
        if (typeof value === 'string') assert.ok(known.has(value) || /^\d{4}-\d\d-\d\d$/.test(value), value);
        return value;
      });
    });
  });
});

test('the threshold can be raised: then more is hidden', () => {
  fc.assert(
    fc.property(organisation, (input) => {
      const five = programmeOverview(input, { unit: 'month' });
      const eight = programmeOverview({ ...input, threshold: 8 }, { unit: 'month' });
      assert.ok(eight.hiddenGroups >= five.hiddenGroups);
    }),
    { numRuns: 100 },
  );
});
