import { capabilitiesOf, type LearningSystem } from '@coachkit/core';
import { expectSame, expectThat } from '../expect.js';
import type { LearningMood } from './harness.js';
import { needed, refusalFrom, type LearningSuiteCase } from './learning-case.js';
import { questions } from './questions.js';

/** A case in which every question has to fail while the learning system is in a mood. */
function failing(mood: LearningMood, name: string): LearningSuiteCase {
  return {
    promise: 12,
    name,
    needs: mood === 'redirecting' ? ['answerWith', 'elsewhere'] : ['answerWith'],
    async run(laboratory) {
      needed(laboratory.answerWith)(mood);
      for (const [question, ask] of Object.entries(questions(laboratory))) await refusalFrom(ask(), question);
      const visits = laboratory.elsewhere?.visits() ?? 0;
      expectThat(visits === 0, `${visits} requests followed the redirection`);
      expectSame(laboratory.enrolments(), [], 'the books');
    },
  };
}

const moods: readonly LearningMood[] = ['well', 'refusing', 'down', 'busy', 'redirecting', 'huge', 'odd', 'forgetful'];

/** Cases of what goes over the wire, and of what is declared. */
export const wireCases: readonly LearningSuiteCase[] = [
  failing('redirecting', 'follows no redirection'),
  failing('huge', 'takes an answer that is too large for a failure'),
  failing('odd', 'takes an answer that it does not understand for a failure'),
  {
    promise: 13,
    name: 'shows its token in no error',
    needs: ['answerWith'],
    async run(laboratory) {
      const { token = '' } = laboratory;
      for (const mood of moods) {
        needed(laboratory.answerWith)(mood);
        for (const [question, ask] of Object.entries(questions(laboratory))) {
          const shown = await ask().then(
            (answer) => JSON.stringify([answer]),
            (error: unknown) => everythingIn(error),
          );
          expectThat(token !== '' && !shown.includes(token), `${question} shows the token when it is ${mood}`);
        }
      }
    },
  },
  {
    promise: 13,
    name: 'shows its token in no address',
    needs: ['requests', 'answerWith'],
    async run(laboratory) {
      const { token = '' } = laboratory;
      for (const ask of Object.values(questions(laboratory))) await ask().catch(() => undefined);
      const addresses = needed(laboratory.requests)().map((request) => request.split('\n', 1)[0] ?? '');
      expectThat(addresses.length > 0, 'no request was seen');
      expectThat(!addresses.some((address) => address.includes(token)), 'the token stands in an address');
    },
  },
  {
    promise: 14,
    name: 'offers what it declares, and nothing else',
    run({ lms }) {
      const offered = capabilitiesOf(lms);
      const members: readonly (keyof LearningSystem)[] = [
        'recommend',
        'withdraw',
        'changes',
        'receive',
        'skills',
        'plan',
      ];
      const found = members.filter((member) => lms[member] !== undefined);
      const { recommend, withdraw, skills, plan, delivery } = offered;
      const declared = {
        recommend,
        withdraw,
        changes: delivery.includes('changes'),
        receive: delivery.includes('push'),
        skills,
        plan,
      };
      const wanted = members.filter((member) => member in declared && declared[member as keyof typeof declared]);
      expectSame(found, wanted, 'members');
      return Promise.resolve();
    },
  },
  {
    promise: 14,
    name: 'refuses an assignment that it does not offer',
    async run({ lms, courseId, enrolments }) {
      if (capabilitiesOf(lms).assign) return;
      const call = lms.assign({ requestId: 'request-1', personId: 'tom', courseId: courseId('forecast') });
      const outcome = await call.then(
        () => 'resolved',
        () => 'rejected',
      );
      expectSame([outcome, enrolments()], ['rejected', []], 'outcome');
    },
  },
];

/** All that a log could hold of an error: its text, its causes, and what hangs on it. */
function everythingIn(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > 5) return JSON.stringify([error]);
  const members = Object.getOwnPropertyNames(error).map((name) => {
    const value: unknown = Reflect.get(error, name);
    return value instanceof Error ? everythingIn(value, depth + 1) : JSON.stringify([value]);
  });
  return [String(error), error.stack ?? '', ...members].join('\n');
}
