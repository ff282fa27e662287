import { refusalOf } from '@coachkit/core';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createMoodle, type Moodle, type MoodleOptions } from '@coachkit/adapters/lms/moodle';
import { moodleCompletion, moodleCourse, moodleEnrolment, moodleError, moodleUser } from './fixtures/moodle-answers.ts';
import { connection, keysOf } from './suite-world.ts';

type Fields = URLSearchParams;
type Answers = Readonly<Record<string, unknown>>;

const usual: Answers = {
  core_user_get_users_by_field: [moodleUser(11, 'tom@acme.example', 'EMP-TOM')],
  core_course_get_courses: [moodleCourse(2, 'Feedback')],
  core_enrol_get_users_courses: [],
  enrol_manual_enrol_users: null,
  enrol_manual_unenrol_users: null,
};

/** A Moodle that answers each function with one thing, and what it was asked. */
function moodleWith(answers: Answers, options: Partial<MoodleOptions> = {}): { lms: Moodle; asked: Fields[] } {
  const asked: Fields[] = [];
  const fetch = (_input: unknown, init?: RequestInit) => {
    const fields = new URLSearchParams(init!.body as string);
    asked.push(fields);
    const answer = { ...usual, ...answers }[fields.get('wsfunction')!];
    return Promise.resolve(answer instanceof Response ? answer.clone() : Response.json(answer));
  };
  const people = { by: 'email', keysOf } as const;
  const url = 'https://lms.example';
  return { lms: createMoodle({ ...connection, url, people, fetch, ...options }), asked };
}

const request = { requestId: 'request-1', personId: 'tom', courseId: '2' };
const functionsOf = (asked: readonly Fields[]): (string | null)[] => asked.map((fields) => fields.get('wsfunction'));

describe('assigning in Moodle', () => {
  const refusals: readonly [how: string, answers: Answers, refusal: object][] = [
    [
      'an error with HTTP 200',
      { enrol_manual_enrol_users: moodleError('wsusercannotassign') },
      { reason: 'refused', code: 'wsusercannotassign' },
    ],
    [
      'an error without a code',
      { enrol_manual_enrol_users: moodleError(undefined) },
      { reason: 'refused', code: 'no-error-code' },
    ],
    ['a list where null is due', { enrol_manual_enrol_users: [] }, { reason: 'unavailable', code: 'not-understood' }],
    [
      'an unknown person',
      { core_user_get_users_by_field: [] },
      { reason: 'unknown-person', code: 'not-in-learning-system' },
    ],
    [
      'a person who is gone meanwhile',
      { enrol_manual_enrol_users: moodleError('invaliduser') },
      { reason: 'unknown-person', code: 'invaliduser' },
    ],
    [
      'a suspended account, which Moodle would enrol silently',
      { core_user_get_users_by_field: [moodleUser(11, 'tom@acme.example', 'x', true)] },
      { reason: 'refused', code: 'suspended-in-learning-system' },
    ],
    [
      'a hidden course, which Moodle would enrol into silently',
      { core_course_get_courses: [moodleCourse(2, 'x', 0)] },
      { reason: 'refused', code: 'course-hidden' },
    ],
    ['an unknown course', { core_course_get_courses: [] }, { reason: 'unknown-course' }],
    [
      'a token that is not taken',
      { core_user_get_users_by_field: moodleError('invalidtoken') },
      { reason: 'refused', code: 'invalidtoken' },
    ],
    [
      'web services that are switched off',
      { core_user_get_users_by_field: new Response('', { status: 403 }) },
      { reason: 'refused', code: 'http-403' },
    ],
    [
      'maintenance',
      {
        core_user_get_users_by_field: new Response('<h1>Maintenance</h1>', {
          status: 503,
          headers: { 'retry-after': '300' },
        }),
      },
      { reason: 'unavailable', code: 'http-503', retryAfter: 300_000 },
    ],
  ];
  for (const [how, answers, refusal] of refusals) {
    test(`${how} is a refusal with its reason`, async () => {
      const { lms } = moodleWith(answers);
      await assert.rejects(lms.assign(request), (error) => {
        assert.deepEqual(refusalOf(error), refusal);
        return true;
      });
    });
  }

  test('sends the role of the site and no dates, since Moodle takes a due date for the end of access', async () => {
    const { lms, asked } = moodleWith({}, { roleId: 9 });
    assert.deepEqual(await lms.assign(request), { requestId: 'request-1', state: 'done' });
    const sent = asked.at(-1)!;
    assert.deepEqual(
      [...sent].filter(([name]) => name.startsWith('enrolments')),
      [
        ['enrolments[0][roleid]', '9'],
        ['enrolments[0][userid]', '11'],
        ['enrolments[0][courseid]', '2'],
      ],
    );
  });

  test('writes nothing for somebody who is enrolled, since that would erase their dates', async () => {
    const { lms, asked } = moodleWith({ core_enrol_get_users_courses: [moodleEnrolment(2, 'open')] });
    assert.equal((await lms.assign(request)).state, 'already-done');
    assert.equal(functionsOf(asked).includes('enrol_manual_enrol_users'), false);
  });

  test('finds nobody by an id, and no course by an id, that Moodle cannot have', async () => {
    const { lms, asked } = moodleWith(
      {},
      { people: { by: 'function', learnerOf: () => Promise.resolve('11 or 1=1') } },
    );
    await assert.rejects(lms.assign(request), { code: 'not-found' });
    for (const id of ['0', '-1', '2e3', '1', '../2', '99999999999']) assert.equal(await lms.get(id), undefined, id);
    assert.deepEqual(asked, []);
  });
});

describe('completion in Moodle', () => {
  const progressWith = async (enrolment: object, answers: Answers = {}) => {
    const { lms } = moodleWith({ core_enrol_get_users_courses: [enrolment], ...answers });
    return (await lms.progress('tom', ['2']))[0];
  };

  test('its date is that of the criterion that was met last, in the zone of the organisation', async () => {
    // Half past midnight in London in summer, which is the day before in UTC.
    const last = Date.UTC(2026, 6, 14, 23, 30) / 1_000;
    const done = moodleCompletion(last - 200_000, last, null);
    const progress = await progressWith(moodleEnrolment(2, 'completed'), {
      core_completion_get_course_completion_status: done,
    });
    assert.deepEqual(progress, { courseId: '2', status: 'completed', completedOn: '2026-07-15' });
  });

  test('is told without its date where the date may not be read', async () => {
    const answers = { core_completion_get_course_completion_status: moodleError('cannotviewreport') };
    assert.deepEqual(await progressWith(moodleEnrolment(2, 'completed'), answers), {
      courseId: '2',
      status: 'completed',
    });
  });

  test('is not told of a criterion that was met while the course as a whole is open', async () => {
    const answers = { core_completion_get_course_completion_status: moodleCompletion(1_795_494_200) };
    assert.deepEqual(await progressWith(moodleEnrolment(2, 'open'), answers), { courseId: '2', status: 'enrolled' });
    assert.deepEqual(await progressWith(moodleEnrolment(2, 'begun'), answers), {
      courseId: '2',
      status: 'in-progress',
    });
  });

  test('counts as not reported where the service account may not see it, never as open', async () => {
    assert.deepEqual(await progressWith(moodleEnrolment(2, 'untracked')), { courseId: '2', status: 'untracked' });
  });
});

describe('people in Moodle', () => {
  test('are looked for by e-mail as it stands and in lower case, since Moodle tells the two apart', async () => {
    const { lms, asked } = moodleWith({});
    await lms.progress('tom', ['2']);
    assert.deepEqual(
      [asked[0]!.get('values[0]'), asked[0]!.get('values[1]')],
      ['Tom@acme.example', 'tom@acme.example'],
    );
  });

  test('who are not found are reported with the reason, and looked for again the next time', async () => {
    const two = [moodleUser(1, 'a@acme.example', 'x'), moodleUser(2, 'a@acme.example', 'y')];
    const report = (answers: Answers, options: Partial<MoodleOptions> = {}) =>
      moodleWith(answers, options).lms.mapping(['tom']);
    const keys = (found: object | undefined) =>
      ({ people: { by: 'id-number', keysOf: () => Promise.resolve(found) } }) as const;
    assert.deepEqual(await report({}), { found: 1, unmapped: [] });
    const reasons = [
      await report({ core_user_get_users_by_field: [] }),
      await report({ core_user_get_users_by_field: two }),
      await report({ core_user_get_users_by_field: [moodleUser(1, 'a', 'x', true)] }),
      await report({}, keys(undefined)),
      await report({}, keys({ idNumber: ' ' })),
    ].map(({ unmapped }) => unmapped[0]?.reason);
    assert.deepEqual(reasons, [
      'not-in-learning-system',
      'several-in-learning-system',
      'suspended-in-learning-system',
      'not-in-directory',
      'no-id-number',
    ]);
  });
});

describe('skills and plans in Moodle', () => {
  test('competencies of a framework are skills, over all pages', async () => {
    const pages = [
      Array.from({ length: 500 }, (_, at) => ({ id: at + 1, shortname: `Skill &amp; ${at + 1}` })),
      [{ id: 501, shortname: 'Last one' }],
    ];
    const fetch = (_input: unknown, init?: RequestInit) => {
      const skip = Number(new URLSearchParams(init!.body as string).get('skip'));
      return Promise.resolve(Response.json(pages[skip / 500] ?? []));
    };
    const { lms } = moodleWith({}, { competencyFrameworkId: 1, fetch: fetch as typeof globalThis.fetch });
    assert.equal((await lms.skills!.get('7'))?.label, 'Skill & 7');
    assert.deepEqual(
      (await lms.skills!.find('last', 5)).map(({ id }) => id),
      ['501'],
    );
    assert.equal(lms.capabilities?.skills, true);
  });

  test('plans are read of that person only, and a skill is put on one', async () => {
    const plan = (id: number, userid: number, status: number, duedate = 0) => ({
      id,
      userid,
      status,
      duedate,
      name: 'R&amp;D',
    });
    const { lms, asked } = moodleWith({
      core_competency_list_user_plans: [plan(1, 11, 1, 1_798_761_600), plan(2, 12, 1), plan(3, 11, 2)],
      core_competency_add_competency_to_plan: true,
    });
    assert.deepEqual(await lms.plan!.list('tom'), [
      { id: '1', title: 'R&D', status: 'open', dueOn: '2027-01-01' },
      { id: '3', title: 'R&D', status: 'completed' },
    ]);
    await lms.plan!.addSkill('1', '7');
    assert.deepEqual([asked.at(-1)!.get('planid'), asked.at(-1)!.get('competencyid')], ['1', '7']);
  });
});
