import { expectSame, expectThat } from '../expect.js';
import { needed, refusalFrom, type LearningSuiteCase } from './learning-case.js';
import { questions } from './questions.js';

const tom = 'tom';

/** Cases of assigning and refusing. */
export const assignmentCases: readonly LearningSuiteCase[] = [
  {
    promise: 4,
    name: 'enrols, and tells of it from then on',
    needs: ['assign'],
    async run({ lms, courseId, enrolments }) {
      const pair = { personId: tom, courseId: courseId('forecast') };
      const receipt = await lms.assign({ requestId: 'request-1', ...pair });
      expectSame(receipt, { requestId: 'request-1', state: 'done' }, 'receipt');
      expectSame(enrolments(), [pair], 'the books');
      expectSame(
        await lms.progress(tom, [pair.courseId]),
        [{ courseId: pair.courseId, status: 'enrolled' }],
        'progress',
      );
    },
  },
  {
    promise: 5,
    name: 'does nothing when the same is asked again',
    needs: ['assign'],
    async run({ lms, courseId, enrolments, enrolmentCalls }) {
      const request = { requestId: 'request-1', personId: tom, courseId: courseId('forecast') };
      await lms.assign(request);
      const calls = enrolmentCalls?.();
      const again = await lms.assign(request);
      const other = await lms.assign({ ...request, requestId: 'request-2' });
      expectThat(
        again.state !== 'accepted' && other.state === 'already-done',
        `state of the repetition: ${other.state}`,
      );
      expectThat(enrolments().length === 1, `enrolled once, found ${enrolments().length}`);
      expectThat(enrolmentCalls?.() === calls, 'the enrolment was written a second time, which may change its dates');
    },
  },
  {
    promise: 5,
    name: 'enrols once when it is asked twice at the same time',
    needs: ['assign'],
    async run({ lms, courseId, enrolments }) {
      const request = { requestId: 'request-1', personId: tom, courseId: courseId('forecast') };
      await Promise.all([lms.assign(request), lms.assign(request), lms.assign({ ...request, requestId: 'request-2' })]);
      expectThat(enrolments().length === 1, `enrolled once, found ${enrolments().length}`);
    },
  },
  {
    promise: 5,
    name: 'enrols once when the answer is lost and it is asked again',
    needs: ['assign', 'answerWith'],
    async run({ lms, courseId, enrolments, answerWith }) {
      const request = { requestId: 'request-1', personId: tom, courseId: courseId('forecast') };
      needed(answerWith)('forgetful');
      await lms.assign(request).catch(() => undefined);
      needed(answerWith)('well');
      const receipt = await lms.assign(request);
      expectThat(receipt.state !== 'accepted', 'it is enrolled by now');
      expectThat(enrolments().length === 1, `enrolled once, found ${enrolments().length}`);
    },
  },
  {
    promise: 6,
    name: 'says that it does not know a person',
    needs: ['assign'],
    async run({ lms, courseId, enrolments }) {
      const refusal = await refusalFrom(
        lms.assign({ requestId: 'request-1', personId: 'stranger', courseId: courseId('forecast') }),
        'assigning to a stranger',
      );
      expectSame([refusal.reason, refusal.retryable], ['unknown-person', false], 'reason');
      expectSame(enrolments(), [], 'the books');
    },
  },
  {
    promise: 6,
    name: 'says that it does not know a course',
    needs: ['assign'],
    async run({ lms, enrolments }) {
      for (const courseId of ['999999', 'no-such-course']) {
        const call = lms.assign({ requestId: 'request-1', personId: tom, courseId });
        const refusal = await refusalFrom(call, 'assigning a course that is not there');
        expectSame([refusal.reason, refusal.retryable], ['unknown-course', false], 'reason');
      }
      expectSame(enrolments(), [], 'the books');
    },
  },
  {
    promise: 6,
    name: 'hands on why a course takes nobody',
    needs: ['assign'],
    async run({ lms, courseId, enrolments }) {
      const call = lms.assign({ requestId: 'request-1', personId: tom, courseId: courseId('closed') });
      const refusal = await refusalFrom(call, 'assigning a closed course');
      expectSame([refusal.reason, refusal.retryable], ['refused', false], 'reason');
      expectThat((refusal.code ?? '') !== '', 'the code of the learning system is lost');
      expectSame(enrolments(), [], 'the books');
    },
  },
  {
    promise: 6,
    name: 'takes an error for an error, whatever its HTTP status',
    needs: ['answerWith'],
    async run(laboratory) {
      needed(laboratory.answerWith)('refusing');
      for (const [question, ask] of Object.entries(questions(laboratory))) {
        const { reason, code = '' } = await refusalFrom(ask(), question);
        expectSame(reason, 'refused', question);
        expectThat(code !== '', `${question}: the code of the learning system is lost`);
      }
    },
  },
  {
    promise: 6,
    name: 'says that later may work when nothing answers',
    needs: ['answerWith'],
    async run(laboratory) {
      needed(laboratory.answerWith)('down');
      for (const [question, ask] of Object.entries(questions(laboratory))) {
        const { reason, retryable } = await refusalFrom(ask(), question);
        expectSame([reason, retryable], ['unavailable', true], question);
      }
    },
  },
  {
    promise: 6,
    name: 'hands on how long it is to wait',
    needs: ['answerWith'],
    async run({ lms, courseId, answerWith }) {
      needed(answerWith)('busy');
      const { reason, retryAfter } = await refusalFrom(lms.progress(tom, [courseId('forecast')]), 'progress');
      expectSame(reason, 'unavailable', 'reason');
      expectThat(
        retryAfter !== undefined && retryAfter > 5_000 && retryAfter <= 7_000,
        `7 s, found ${retryAfter ?? 0} ms`,
      );
    },
  },
  {
    promise: 9,
    name: 'ends an enrolment, and does nothing where there is none',
    needs: ['assign', 'withdraw'],
    async run({ lms, courseId, enrolments }) {
      const pair = { personId: tom, courseId: courseId('forecast') };
      await lms.assign({ requestId: 'request-1', ...pair });
      await lms.assign({ requestId: 'request-2', ...pair, personId: 'ada' });
      await lms.withdraw?.({ requestId: 'request-3', ...pair });
      expectSame(enrolments(), [{ ...pair, personId: 'ada' }], 'the books');
      await lms.withdraw?.({ requestId: 'request-3', ...pair });
      expectSame(await lms.progress(tom, [pair.courseId]), [], 'progress');
    },
  },
];
