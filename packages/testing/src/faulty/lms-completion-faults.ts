import type { CourseProgress, PersonInCourse, ProgressChange } from '@coachkit/core';
import type { LearningLaboratory } from '../lms-suite/harness.js';
import { faultyLearningSystem, notOffered } from './faulty-lms-type.js';

const names = ['forecast', 'trading', 'untracked'] as const;
const everyCourse = ({ courseId }: LearningLaboratory): string[] => names.map((name) => courseId(name));
const everyPair = (laboratory: LearningLaboratory): PersonInCourse[] =>
  ['tom', 'ada'].flatMap((personId) => everyCourse(laboratory).map((courseId) => ({ personId, courseId })));

/** Faults of progress, of recommendations, and of news. */
export const lmsCompletionFaults = [
  faultyLearningSystem('anybody', "reports another person's completion", [7], (good) => ({
    lms: {
      async progress(personId, courseIds) {
        const own = await good.progress(personId, courseIds);
        const other = await good.progress('ada', courseIds);
        return own.map(
          (each) => other.find(({ courseId, status }) => courseId === each.courseId && status === 'completed') ?? each,
        );
      },
    },
  })),
  faultyLearningSystem('anything', 'tells of courses that coaching did not ask about', [7], (good, laboratory) => ({
    lms: { progress: (personId) => good.progress(personId, everyCourse(laboratory)) },
  })),
  faultyLearningSystem('everybody is done', 'takes a course without completion for completed', [7], (good) => ({
    lms: {
      async progress(personId, courseIds) {
        const found = await good.progress(personId, courseIds);
        return found.map((each): CourseProgress =>
          each.status === 'untracked' ? { ...each, status: 'completed' } : each,
        );
      },
    },
  })),
  faultyLearningSystem('loses the date', 'tells of completions without their date', [7], (good) => ({
    lms: {
      async progress(personId, courseIds) {
        const found = await good.progress(personId, courseIds);
        return found.map(({ courseId, status }) => ({ courseId, status }));
      },
    },
  })),
  faultyLearningSystem('recommends by enrolling', 'enrols somebody to whom a course was recommended', [8], (good) => ({
    lms: {
      async recommend(request) {
        await good.assign(request).catch(() => undefined);
        return good.recommend?.(request) ?? notOffered();
      },
    },
  })),
  faultyLearningSystem('recommends again', 'recommends once more with each attempt', [8], (good) => {
    let count = 0;
    return {
      lms: {
        recommend: (request) =>
          good.recommend?.({ ...request, requestId: `${request.requestId}-${(count += 1)}` }) ?? notOffered(),
      },
    };
  }),
  faultyLearningSystem('from the beginning', 'forgets where the cursor stood', [10], (good) => ({
    lms: { changes: (asked) => good.changes?.(asked) ?? notOffered() },
  })),
  faultyLearningSystem('loses the last', 'moves its cursor over a change that it does not tell', [10], (good) => ({
    lms: {
      async changes(asked, cursor) {
        const page = await (good.changes?.(asked, cursor) ?? notOffered());
        return { ...page, changes: page.changes.slice(0, -1) };
      },
    },
  })),
  faultyLearningSystem('all the news', 'tells of everybody in every course', [10], (good, laboratory) => ({
    lms: { changes: (_asked, cursor) => good.changes?.(everyPair(laboratory), cursor) ?? notOffered() },
  })),
  faultyLearningSystem('believes everything', 'reads messages without looking at their signature', [11], (good) => ({
    lms: { receive: (message, asked) => (good.receive?.(message, asked) ?? notOffered()).catch(() => []) },
  })),
  faultyLearningSystem('believes twice', 'takes a message that is played again for news', [11], (good) => {
    const told = new Map<string, readonly ProgressChange[]>();
    return {
      lms: {
        async receive(message, asked) {
          const key = JSON.stringify(message.headers);
          const news = told.get(key) ?? (await (good.receive?.(message, asked) ?? notOffered()));
          told.set(key, news);
          return news;
        },
      },
    };
  }),
  faultyLearningSystem(
    'tells whatever comes',
    'hands on news of people and courses nobody asked about',
    [11],
    (good, laboratory) => ({
      lms: { receive: (message) => good.receive?.(message, everyPair(laboratory)) ?? notOffered() },
    }),
  ),
];
