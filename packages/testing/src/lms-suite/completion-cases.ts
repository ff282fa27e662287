import type { CourseProgress, PersonInCourse, ProgressChange, PushedMessage } from '@coachkit/core';
import { ExpectationError, expectRefusal, expectSame, expectThat } from '../expect.js';
import { needed, type LearningSuiteCase } from './learning-case.js';
import type { LearningLaboratory } from './harness.js';

const tom = 'tom';
const day = '2026-11-20';

/** Enrols where that is possible; a system that enrols nobody has its people in courses already. */
async function enrol(
  { lms, courseId }: LearningLaboratory,
  personId: string,
  name: 'forecast' | 'trading' | 'untracked',
) {
  const pair = { personId, courseId: courseId(name) };
  if (lms.capabilities?.assign !== false) await lms.assign({ requestId: `${personId}-${name}`, ...pair });
  return pair;
}

const completed = (courseId: string): CourseProgress => ({ courseId, status: 'completed', completedOn: day });

/** Cases of progress, of recommendations, and of news. */
export const completionCases: readonly LearningSuiteCase[] = [
  {
    promise: 7,
    name: 'tells of a completion and of its date',
    async run(laboratory) {
      const pair = await enrol(laboratory, tom, 'forecast');
      laboratory.complete(pair, day);
      expectSame(await laboratory.lms.progress(tom, [pair.courseId]), [completed(pair.courseId)], 'progress');
    },
  },
  {
    promise: 7,
    name: 'tells of that person only',
    async run(laboratory) {
      const pair = await enrol(laboratory, tom, 'forecast');
      await enrol(laboratory, 'ada', 'forecast');
      laboratory.complete({ ...pair, personId: 'ada' }, day);
      const progress = await laboratory.lms.progress(tom, [pair.courseId]);
      expectThat(
        progress.every(({ status }) => status !== 'completed'),
        "somebody else's completion was reported",
      );
    },
  },
  {
    promise: 7,
    name: 'tells of the courses asked for only',
    async run(laboratory) {
      const asked = await enrol(laboratory, tom, 'forecast');
      const other = await enrol(laboratory, tom, 'trading');
      laboratory.complete(other, day);
      laboratory.complete(asked, day);
      const progress = await laboratory.lms.progress(tom, [asked.courseId]);
      expectSame(progress, [completed(asked.courseId)], 'progress');
      expectSame(await laboratory.lms.progress(tom, []), [], 'progress in no course');
    },
  },
  {
    promise: 7,
    name: 'takes no course for completed because its completion is not reported',
    needs: ['assign'],
    async run(laboratory) {
      const pair = await enrol(laboratory, tom, 'untracked');
      const [progress] = await laboratory.lms.progress(tom, [pair.courseId]);
      expectThat(
        progress?.status === 'untracked' || progress?.status === 'enrolled',
        `found ${String(progress?.status)}`,
      );
    },
  },
  {
    promise: 8,
    name: 'recommends once, and enrols nobody',
    needs: ['recommend', 'recommendations'],
    async run({ lms, courseId, enrolments, recommendations }) {
      const pair = { personId: tom, courseId: courseId('forecast') };
      await lms.recommend?.({ requestId: 'request-1', ...pair });
      await lms.recommend?.({ requestId: 'request-1', ...pair });
      expectSame(needed(recommendations)(), [pair], 'recommendations');
      expectSame(enrolments(), [], 'the books');
    },
  },
  {
    promise: 10,
    name: 'continues a cursor without a gap or a repetition',
    needs: ['changes'],
    async run(laboratory) {
      const asked = [await enrol(laboratory, tom, 'forecast'), await enrol(laboratory, 'ada', 'trading')];
      let { changes, cursor } = await read(laboratory, asked);
      expectThat(
        changes.every(({ status }) => status !== 'completed'),
        'nothing is completed yet',
      );
      for (const pair of asked) {
        laboratory.complete(pair, day);
        ({ changes, cursor } = await read(laboratory, asked, cursor));
        expectSame(changes, [{ ...pair, status: 'completed', completedOn: day }], 'changes');
      }
      ({ changes } = await read(laboratory, asked, cursor));
      expectSame(changes, [], 'changes when nothing is new');
    },
  },
  {
    promise: 10,
    name: 'tells in its changes of the pairs asked for only',
    needs: ['changes'],
    async run(laboratory) {
      const asked = await enrol(laboratory, tom, 'forecast');
      laboratory.complete(await enrol(laboratory, 'ada', 'forecast'), day);
      laboratory.complete(await enrol(laboratory, tom, 'trading'), day);
      laboratory.complete(asked, day);
      const { changes } = await read(laboratory, [asked]);
      const told = changes.filter(({ status }) => status === 'completed');
      expectSame(told, [{ ...asked, status: 'completed', completedOn: day }], 'changes');
      expectThat(
        changes.every((each) => isPair(each, asked)),
        'a pair that nobody asked about',
      );
    },
  },
  {
    promise: 11,
    name: 'believes a signed message, once',
    needs: ['push'],
    async run({ lms, courseId, message }) {
      const pair = { personId: tom, courseId: courseId('forecast') };
      const sent = await needed(message)(pair, day);
      expectSame(await lms.receive?.(sent, [pair]), [{ ...pair, status: 'completed', completedOn: day }], 'news');
      expectSame(await lms.receive?.(sent, [pair]), [], 'news of a repetition');
    },
  },
  {
    promise: 11,
    name: 'refuses what is not signed, changed or old',
    needs: ['push'],
    async run({ lms, courseId, message }) {
      const pair = { personId: tom, courseId: courseId('forecast') };
      const { headers, body } = await needed(message)(pair, day);
      const receive = async (sent: PushedMessage): Promise<unknown> => lms.receive?.(sent, [pair]);
      const changed = Uint8Array.from(body, (byte, position) => (position === body.length - 1 ? byte ^ 1 : byte));
      await expectRefusal(receive({ headers: {}, body }), 'forbidden', 'without a signature');
      await expectRefusal(receive({ headers, body: changed }), 'forbidden', 'with another body');
      const old = await needed(message)(pair, day, 3_600_000);
      await expectRefusal(receive(old), 'forbidden', 'an hour old');
    },
  },
  {
    promise: 11,
    name: 'tells in its news of the pairs asked for only',
    needs: ['push'],
    async run({ lms, courseId, message }) {
      const asked = { personId: tom, courseId: courseId('forecast') };
      for (const other of [
        { ...asked, personId: 'ada' },
        { ...asked, courseId: courseId('trading') },
      ])
        expectSame(await lms.receive?.(await needed(message)(other, day), [asked]), [], 'news');
    },
  },
];

const isPair = (one: PersonInCourse, other: PersonInCourse): boolean =>
  one.personId === other.personId && one.courseId === other.courseId;

/** Follows a cursor to its end, which has to come: the suite makes a handful of changes. */
async function read({ lms }: LearningLaboratory, asked: readonly PersonInCourse[], from?: string) {
  const changes: ProgressChange[] = [];
  let cursor = from;
  for (let pages = 0; pages < 20; pages += 1) {
    const page = await lms.changes?.(asked, cursor);
    if (page === undefined) break;
    changes.push(...page.changes);
    cursor = page.cursor;
    if (!page.hasMore) return { changes, cursor };
  }
  throw new ExpectationError('the cursor comes to no end');
}
