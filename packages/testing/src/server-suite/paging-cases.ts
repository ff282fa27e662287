import { addDays, type Page, type Person, type Session } from '@coachkit/core';
import { expectSame, expectThat } from '../expect.js';
import type { Caller } from './caller.js';
import { savePerson, type ServedCompany } from './company.js';
import { expectOk, expectProblem } from './expect-answers.js';
import { serverCase } from './server-case.js';

/** Every page of a list, one after the other. */
async function pagesOf<Item>(caller: Caller, path: string, limit: number): Promise<readonly (readonly Item[])[]> {
  const pages: (readonly Item[])[] = [];
  let next: string | undefined;
  do {
    const after = next === undefined ? '' : `&after=${encodeURIComponent(next)}`;
    const page = expectOk<Page<Item>>(await caller.get(`${path}limit=${limit}${after}`), 'a page', 200);
    pages.push(page.items);
    next = page.next;
    expectThat(pages.length <= 50, 'the pages do not end');
  } while (next !== undefined);
  return pages;
}

/** Seven sessions, two of them on one day, planned out of order. */
async function planSeven({ priya, relationshipId, today }: ServedCompany): Promise<readonly string[]> {
  const days = [5, 2, 9, 2, 7, 1, 4];
  for (const day of days) {
    const plan = { relationshipId, date: addDays(today, day) };
    expectOk(await priya.create('/sessions', plan), 'a plan', 201);
  }
  return days.toSorted((one, other) => other - one).map((day) => addDays(today, day));
}

/** Promise 10: long lists in parts. */
export const pagingCases = [
  serverCase(10, 'sessions come newest first, each once, whatever the size of a page', async (company) => {
    const dates = await planSeven(company);
    const { priya, tom, relationshipId } = company;
    for (const [caller, path] of [
      [priya, `/sessions?relationshipId=${relationshipId}&`],
      [priya, '/sessions?employeeId=tom&'],
      [tom, '/sessions?employeeId=tom&'],
    ] as const) {
      for (const limit of [1, 2, 3, 7, 100]) {
        const pages = await pagesOf<Session>(caller, path, limit);
        const sessions = pages.flat();
        const what = `${path} of ${caller.personId} by ${limit}`;
        expectSame(
          sessions.map(({ date }) => date),
          dates,
          what,
        );
        expectSame(new Set(sessions.map(({ id }) => id)).size, 7, `${what}: different sessions`);
        expectThat(
          pages.every(({ length }) => length <= limit),
          `${what}: a page is longer than its limit`,
        );
      }
    }
  }),

  serverCase(10, 'a page goes on where it stopped although something was added', async (company) => {
    await planSeven(company);
    const { priya, relationshipId, today } = company;
    const path = `/sessions?relationshipId=${relationshipId}&limit=3`;
    const first = expectOk<Page<Session>>(await priya.get(path), 'the first page', 200);
    await priya.create('/sessions', { relationshipId, date: addDays(today, 40) });
    const after = `&after=${encodeURIComponent(first.next ?? '')}`;
    const second = expectOk<Page<Session>>(await priya.get(path + after), 'the second page', 200);
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expectSame([ids.length, new Set(ids).size], [6, 6], 'sessions of both pages');
  }),

  serverCase(10, 'a span of dates includes both of its ends', async (company) => {
    await planSeven(company);
    const { priya, relationshipId, today } = company;
    const [from, to] = [addDays(today, 2), addDays(today, 5)];
    const path = `/sessions?relationshipId=${relationshipId}&from=${from}&to=${to}&`;
    const dates = (await pagesOf<Session>(priya, path, 2)).flat().map(({ date }) => date);
    expectSame(dates, [to, addDays(today, 4), from, from], 'the dates');
  }),

  serverCase(10, 'people come in order of their ids, by code unit', async ({ it }) => {
    for (const id of ['Zoe', 'a-1', 'a.1', 'a_1', 'b10', 'b9']) await savePerson(it, id, id);
    const expected = ['Zoe', 'a-1', 'a.1', 'a_1', 'b10', 'b9', 'ada', 'priya', 'sam', 'tom'].sort();
    for (const limit of [1, 3, 4, 100]) {
      const people = (await pagesOf<Person>(it, '/people?', limit)).flat();
      expectSame(
        people.map(({ id }) => id),
        expected,
        `people by ${limit}`,
      );
    }
  }),

  serverCase(
    10,
    'a place of another list, or a made-up one, shows nothing foreign and fails nothing',
    async (company) => {
      await planSeven(company);
      const { priya, sam, relationshipId } = company;
      const path = `/sessions?relationshipId=${relationshipId}&limit=2`;
      const { next = '' } = expectOk<Page<Session>>(await priya.get(path), 'a page', 200);
      for (const place of [next, '0', '0 ', 'null', '[]', '%00', "' or 1=1 --", '99 x']) {
        const asked = await sam.get(`/sessions?employeeId=tom&limit=2&after=${encodeURIComponent(place)}`);
        const isFine =
          asked.status === 400 || (asked.status === 200 && (asked.body as Page<Session>).items.length === 0);
        expectThat(isFine, `the place ${place}: found ${asked.status} ${asked.text.slice(0, 200)}`);
      }
      expectProblem(await sam.get(`${path}&after=${encodeURIComponent(next)}`), 'not-found', 'the pair of others');
    },
  ),
];
