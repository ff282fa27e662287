import type { Course } from '@coachkit/core';
import { expectSame, expectThat } from '../expect.js';
import type { LearningSuiteCase } from './learning-case.js';

const titlesOf = (courses: readonly Course[]): string[] => courses.map(({ title }) => title);
const isRepeated = (courses: readonly Course[]): boolean => new Set(courses.map(({ id }) => id)).size < courses.length;

/** Cases of finding and reading courses. */
export const catalogueCases: readonly LearningSuiteCase[] = [
  {
    promise: 1,
    name: 'finds a course by words of its title',
    needs: ['search'],
    async run({ lms, courseId }) {
      const found = await lms.find('Forecasting', 10);
      expectSame(
        found.map(({ id, title }) => ({ id, title })),
        [{ id: courseId('forecast'), title: 'Forecasting with care' }],
        'courses for "Forecasting"',
      );
    },
  },
  {
    promise: 1,
    name: 'finds over all pages of the learning system, each course once',
    needs: ['search'],
    async run({ lms }) {
      const found = await lms.find('Series', 60);
      expectThat(!isRepeated(found), 'a course came twice');
      expectThat(found.length === 60, `60 courses fit, found ${found.length}`);
      expectThat(
        titlesOf(found).every((title) => title.startsWith('Series part ')),
        'a course does not fit the words',
      );
    },
  },
  {
    promise: 1,
    name: 'returns no more than the limit',
    needs: ['search'],
    async run({ lms }) {
      const found = await lms.find('Series', 7);
      expectThat(found.length === 7, `the limit is 7, found ${found.length}`);
    },
  },
  {
    promise: 1,
    name: 'finds nothing where nothing fits',
    needs: ['search'],
    async run({ lms }) {
      expectSame(await lms.find('Zymurgy', 10), [], 'courses for "Zymurgy"');
    },
  },
  {
    promise: 2,
    name: 'returns titles without markup and entities',
    needs: ['search'],
    async run({ lms, courseId }) {
      expectSame(titlesOf(await lms.find('Trading', 10)), ['Trading concessions & offers'], 'title found');
      expectSame((await lms.get(courseId('trading')))?.title, 'Trading concessions & offers', 'title read');
    },
  },
  {
    promise: 2,
    name: 'returns a title that is kept in two languages in one',
    async run({ lms, courseId }) {
      expectSame((await lms.get(courseId('talks')))?.title, 'Coaching talks', 'title');
    },
  },
  {
    promise: 3,
    name: 'reads a course by its id',
    async run({ lms, courseId }) {
      const course = await lms.get(courseId('forecast'));
      expectSame([course?.id, course?.title], [courseId('forecast'), 'Forecasting with care'], 'course');
    },
  },
  {
    promise: 3,
    name: 'answers undefined for a course that is not there',
    async run({ lms }) {
      for (const id of ['999999', 'no-such-course', 'a'.repeat(100)])
        expectThat((await lms.get(id)) === undefined, `there is no course ${id}`);
    },
  },
];
