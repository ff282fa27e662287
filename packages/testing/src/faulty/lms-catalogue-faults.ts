import type { Course } from '@coachkit/core';
import { faultyLearningSystem } from './faulty-lms-type.js';

const retitled = (change: (title: string) => string) => (course: Course) => ({
  ...course,
  title: change(course.title),
});

/** Faults of finding and reading courses. */
export const lmsCatalogueFaults = [
  faultyLearningSystem('first page only', 'ignores that the catalogue has pages', [1], (good) => ({
    lms: { find: (query, limit) => good.find(query, Math.min(limit, 50)) },
  })),
  faultyLearningSystem('page read twice', 'returns a course again that moved between two pages', [1, 2], (good) => ({
    lms: {
      async find(query, limit) {
        const found = await good.find(query, limit);
        return [...found.slice(0, 1), ...found].slice(0, limit);
      },
    },
  })),
  faultyLearningSystem('no limit', 'returns whatever the catalogue returns', [1], (good) => ({
    lms: { find: (query) => good.find(query, 100) },
  })),
  faultyLearningSystem('everything fits', 'returns courses that do not fit where none does', [1], (good) => ({
    lms: {
      async find(query, limit) {
        const found = await good.find(query, limit);
        return found.length > 0 ? found : good.find('Series', limit);
      },
    },
  })),
  faultyLearningSystem('titles as stored', 'hands titles on with their entities', [2], (good) => ({
    lms: {
      find: async (query, limit) => (await good.find(query, limit)).map(retitled(escape)),
      async get(courseId) {
        const course = await good.get(courseId);
        return course && retitled(escape)(course);
      },
    },
  })),
  faultyLearningSystem('markup in titles', 'shows titles with their markup', [2], (good) => ({
    lms: {
      find: async (query, limit) =>
        (await good.find(query, limit)).map(retitled((title) => title.replace('concessions', '<b>concessions</b>'))),
    },
  })),
  faultyLearningSystem(
    'all languages at once',
    'strips the language spans and keeps what stood in them',
    [2],
    (good) => ({
      lms: {
        async get(courseId) {
          const course = await good.get(courseId);
          return (
            course && retitled((title) => title.replace('Coaching talks', 'Coaching talksCoaching-Gespräche'))(course)
          );
        },
      },
    }),
  ),
  faultyLearningSystem('made-up course', 'answers something for a course that is not there', [3], (good) => ({
    lms: { get: async (courseId) => (await good.get(courseId)) ?? { id: courseId, title: courseId } },
  })),
];

function escape(title: string): string {
  return title.replaceAll('&', '&amp;');
}
