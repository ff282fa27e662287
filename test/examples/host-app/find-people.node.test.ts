import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { demoPeople } from '@coachkit/core/demo';
import { byDepartment, findPeople } from '../../../examples/host-app/src/find-people.ts';

const people = demoPeople({ today: '2026-11-24' });
const namesOf = (query: string): readonly string[] => findPeople(people, query).map(({ name }) => name);

describe('finding somebody to be', () => {
  for (const [query, name] of [
    ['priya', 'Priya Nair'],
    ['  NAIR  priya ', 'Priya Nair'],
    ['al', 'Alice Thornton'],
    ['sian rees', 'Siân Rees'],
    ["d'arcy", 'Aoife D’Arcy'],
    ['ليلى', 'ليلى حداد'],
    ['learning programme lead', 'Margit Sørensen'],
  ] as const) {
    test(`"${query}" finds ${name} first`, () => assert.equal(namesOf(query)[0], name));
  }

  test('a job or a team finds everybody in it, and a name comes before a job', () => {
    assert.ok(namesOf('mid-market').includes('Tom Okafor'));
    const [first] = findPeople(
      [
        { ...people[0]!, name: 'A', jobTitle: 'Web' },
        { ...people[0]!, name: 'Web' },
      ],
      'web',
    );
    assert.equal(first?.name, 'Web');
  });

  test('only the beginnings of words count', () => {
    assert.ok(!namesOf('ali').some((name) => name.startsWith('Natalia')));
  });

  test('every word has to be there; signs are only signs', () => {
    assert.deepEqual(namesOf('priya okafor'), []);
    assert.deepEqual(namesOf('.*'), []);
    assert.deepEqual(namesOf('('), []);
  });

  test('departments hold everybody once, in order of the alphabet', () => {
    const departments = byDepartment(people);
    assert.equal(departments.flatMap(([, inside]) => inside).length, people.length);
    const headings = departments.map(([department]) => department);
    assert.deepEqual(headings, headings.toSorted());
  });
});
