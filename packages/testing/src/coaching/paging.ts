import type { Page, PageInput } from '@coachkit/core';
import { expectInvalid, expectRefusal, expectSame, expectThat } from '../expect.js';
import { foundCompany, type CoachingCase, type Company } from './harness.js';

/** Every item of every page, with pages of one length. */
async function allOf<Item>(
  page: (input: PageInput) => Promise<Page<Item>>,
  limit: number,
): Promise<readonly (readonly Item[])[]> {
  const pages: (readonly Item[])[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await page(after === undefined ? { limit } : { limit, after });
    pages.push(items);
    after = next;
    expectThat(pages.length <= 50, 'the pages do not end');
  } while (after !== undefined);
  return pages;
}

const days = ['2026-12-07', '2026-12-01', '2026-12-21', '2026-12-07', '2026-12-15'];
const newestFirst = days.toSorted().reverse();

async function planned(company: Company): Promise<Company> {
  const { manager, relationshipId } = company;
  for (const date of days) await manager.sessions.schedule({ relationshipId, date });
  return company;
}

/** Long lists in parts. */
export const pagingCases: readonly CoachingCase[] = [
  {
    name: 'sessions come in pages of any length, newest first, each once',
    proves: ['EM1'],
    async run(harness) {
      const { manager, employee, relationshipId } = await planned(await foundCompany(harness));
      for (const [who, which] of [
        [manager, { relationshipId }],
        [manager, { employeeId: 'tom' }],
        [employee, { relationshipId }],
        [employee, { employeeId: 'tom' }],
      ] as const) {
        const whole = await who.sessions.list(which);
        for (const limit of [1, 2, 5, 100]) {
          const pages = await allOf((input) => who.sessions.page({ ...which, ...input }), limit);
          const what = `${JSON.stringify(which)} of ${who.actor.personId} by ${limit}`;
          expectSame(
            pages.flat().map(({ date }) => date),
            newestFirst,
            what,
          );
          expectSame(pages.flat(), whole, `${what}: the list`);
          expectThat(
            pages.every(({ length }) => length <= limit),
            `${what}: a page is too long`,
          );
        }
      }
    },
  },
  {
    name: 'a span of dates holds for every page, with both of its ends',
    proves: ['EM1'],
    async run(harness) {
      const { manager, relationshipId } = await planned(await foundCompany(harness));
      const span = { from: '2026-12-07', to: '2026-12-15' };
      for (const which of [{ relationshipId }, { employeeId: 'tom' }]) {
        const pages = await allOf((input) => manager.sessions.page({ ...which, ...span, ...input }), 1);
        expectSame(
          pages.flat().map(({ date }) => date),
          ['2026-12-15', '2026-12-07', '2026-12-07'],
          JSON.stringify(which),
        );
      }
    },
  },
  {
    name: 'two pairs of the same two people follow each other in one list',
    proves: ['M1', 'EM1'],
    async run(harness) {
      const { manager, employee, relationshipId } = await foundCompany(harness);
      for (const date of ['2026-11-26', '2026-11-25']) await manager.sessions.schedule({ relationshipId, date });
      await manager.relationships.end({ relationshipId, end: '2026-11-26' });
      harness.clock.set('2026-11-27T09:30:00.000Z');
      const pair = { managerId: 'priya', employeeId: 'tom', start: '2026-11-27' };
      const { value: next } = await manager.relationships.start(pair);
      for (const date of ['2026-11-28', '2026-11-30'])
        await manager.sessions.schedule({ relationshipId: next.id, date });
      for (const who of [manager, employee]) {
        for (const limit of [1, 2, 3, 100]) {
          const pages = await allOf((input) => who.sessions.page({ employeeId: 'tom', ...input }), limit);
          expectSame(
            pages.flat().map(({ date }) => date),
            ['2026-11-30', '2026-11-28', '2026-11-26', '2026-11-25'],
            `of ${who.actor.personId} by ${limit}`,
          );
        }
      }
    },
  },
  {
    name: 'pages of others are empty or do not exist',
    proves: ['VD6', 'T12'],
    async run(harness) {
      const { manager, relationshipId } = await planned(await foundCompany(harness));
      const { next = '' } = await manager.sessions.page({ relationshipId, limit: 2 });
      for (const personId of ['sam', 'ada', 'olga']) {
        const other = await harness.as(personId);
        await expectRefusal(other.sessions.page({ relationshipId }), 'not-found', `the pair, for ${personId}`);
        await expectRefusal(other.sessions.page({ relationshipId, after: next }), 'not-found', 'with a place in it');
        expectSame((await other.sessions.page({ employeeId: 'tom' })).items, [], `the employee, for ${personId}`);
      }
    },
  },
  {
    name: 'people come in pages, in order of their ids, for those who read the configuration',
    proves: ['VD6'],
    async run(harness) {
      const { it, manager } = await foundCompany(harness);
      for (const id of ['Zoe', 'b9', 'b10', 'a-1', 'a_1'])
        await it.directory.savePerson({ id, name: `Person ${id}`, timeZone: 'Europe/London' });
      const everybody = await it.directory.people();
      const inOrder = ['Zoe', 'b9', 'b10', 'a-1', 'a_1', 'ada', 'olga', 'priya', 'sam', 'tom'].sort();
      for (const limit of [1, 3, 10, 100]) {
        const people = (await allOf((input) => it.directory.page(input), limit)).flat();
        expectSame(
          people.map(({ id }) => id),
          inOrder,
          `by ${limit}`,
        );
        expectSame(people, everybody, `by ${limit}: the list`);
      }
      expectSame((await it.directory.page()).items.length, 10, 'without a limit');
      await expectRefusal(manager.directory.page(), 'forbidden', 'for a manager');
    },
  },
  {
    name: 'a page is 1 to 100 long, of a pair or of an employee, and of nothing else',
    proves: ['VD6'],
    async run(harness) {
      const { it, manager, relationshipId } = await foundCompany(harness);
      for (const [limit, rule] of [
        [0, 'too-small'],
        [-1, 'too-small'],
        [101, 'too-large'],
        [1.5, 'wrong-type'],
      ] as const) {
        await expectInvalid(manager.sessions.page({ relationshipId, limit }), 'limit', rule);
        await expectInvalid(it.directory.page({ limit }), 'limit', rule);
      }
      const both = { relationshipId, employeeId: 'tom' };
      await expectInvalid(manager.sessions.page(both), 'relationshipId', 'required');
      const neither = { limit: 1 } as unknown as typeof both;
      await expectInvalid(manager.sessions.page(neither), 'relationshipId', 'required');
      const more = { relationshipId, sort: 'date' } as unknown as typeof both;
      await expectInvalid(manager.sessions.page(more), 'sort', 'unknown-key');
    },
  },
];
