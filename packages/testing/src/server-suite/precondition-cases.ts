import type { RecordedSession, Saved, SessionRecord } from '@coachkit/core';
import { addDays } from '@coachkit/core';
import { expectSame, expectThat } from '../expect.js';
import { recordOf } from './company.js';
import { expectOk, expectProblem } from './expect-answers.js';
import { addGoal, goalsOf, titlesOf } from './goals.js';
import { serverCase } from './server-case.js';
import { versionOf } from './synchronising.js';

/** Promise 5: nobody writes over what they have not seen. */
export const preconditionCases = [
  serverCase(5, 'a change without If-Match is refused with 428', async ({ tom, it, relationshipId, today }) => {
    const goal = await addGoal(tom, 'Lead a call');
    expectProblem(await tom.send('PATCH', `/goals/${goal.id}`, { title: 'x' }), 'invalid-input', 'a goal', 428);
    const person = { name: 'Tom Okafor', timeZone: 'Etc/UTC' };
    expectProblem(await it.send('PUT', '/people/tom', person), 'invalid-input', 'a person', 428);
    const end = await it.send('POST', `/relationships/${relationshipId}/end`, { end: today });
    expectProblem(end, 'invalid-input', 'the end of a pair', 428);
    expectSame(await titlesOf(tom), ['Lead a call'], 'the goals');
  }),

  serverCase(5, 'a change of another version is refused with 412 and told the current one', async ({ tom }) => {
    const goal = await addGoal(tom, 'First');
    expectOk(await tom.change('PATCH', `/goals/${goal.id}`, 1, { title: 'Second' }), 'a change of version 1');
    for (const version of [1, 3]) {
      const answer = await tom.change('PATCH', `/goals/${goal.id}`, version, { title: 'Third' });
      const { documents } = expectProblem(answer, 'conflict', `a change of version ${version}`, 412);
      expectSame(
        documents?.map(({ kind, id, actualVersion }) => [kind, id, actualVersion]),
        [['goal', goal.id, 2]],
        'what it met',
      );
    }
    expectSame(await titlesOf(tom), ['Second'], 'the goals');
  }),

  serverCase(5, 'of two changes of one version that come together one is made', async ({ tom }) => {
    const goal = await addGoal(tom, 'First');
    const titles = Array.from({ length: 8 }, (_, index) => `Changed ${index}`);
    const answers = await Promise.all(titles.map((title) => tom.change('PATCH', `/goals/${goal.id}`, 1, { title })));
    const made = titles.filter((_, index) => answers[index]?.status === 200);
    expectSame(made.length, 1, 'changes that were made');
    for (const answer of answers) if (answer.status !== 200) expectProblem(answer, 'conflict', 'the others', 412);
    expectSame(await titlesOf(tom), made, 'the goals');
  }),

  serverCase(5, 'an asterisk changes whatever is there', async ({ tom }) => {
    const goal = await addGoal(tom, 'First');
    expectOk(await tom.change('PATCH', `/goals/${goal.id}`, '*', { title: 'Second' }), 'a change of anything');
    expectProblem(await tom.change('PATCH', '/goals/none', '*', { title: 'x' }), 'not-found', 'of what is not there');
    expectSame(await titlesOf(tom), ['Second'], 'the goals');
  }),

  serverCase(5, 'If-None-Match makes something new and nothing else', async ({ it }) => {
    const unusual = { headers: { 'If-None-Match': '*' } };
    const person = (name: string) => ({ name, timeZone: 'Etc/UTC' });
    expectOk(await it.send('PUT', '/people/new', person('New'), unusual), 'a new person');
    expectProblem(await it.send('PUT', '/people/new', person('Newer'), unusual), 'conflict', 'the same again', 412);
    expectSame(expectOk<{ name: string }>(await it.get('/people/new'), 'the person').name, 'New', 'the name');
  }),

  serverCase(
    5,
    'the tag of a document is its version, and a change answers with the next',
    async ({ priya, relationshipId, today }) => {
      const record = recordOf(addDays(today, -1));
      const recorded = await priya.create(`/relationships/${relationshipId}/records`, record);
      const { id } = expectOk<Saved<RecordedSession>>(recorded, 'a record', 201).value.session;
      const read = await priya.get(`/sessions/${id}`);
      const { version } = expectOk<SessionRecord>(read, 'the session', 200);
      expectSame(read.headers.get('ETag'), `"${version}"`, 'the tag');
      const correction = { version, focus: record.focus, points: ['Better said.'] };
      const corrected = await priya.change('PATCH', `/sessions/${id}`, version, correction);
      expectOk(corrected, 'a correction', 200);
      expectSame(corrected.headers.get('ETag'), `"${version + 1}"`, 'the tag after the correction');
      const stale = await priya.change('PATCH', `/sessions/${id}`, version, correction);
      expectProblem(stale, 'conflict', 'the same correction again', 412);
      const mixed = await priya.change('PATCH', `/sessions/${id}`, version, { ...correction, version: version + 1 });
      expectThat(mixed.status >= 400 && mixed.status < 500, `two versions in one request: found ${mixed.status}`);
    },
  ),

  serverCase(5, 'a precondition that cannot be read is refused', async ({ tom }) => {
    const goal = await addGoal(tom, 'First');
    for (const value of ['1', '"one"', '"1', 'W/"1"', '"1", "2"', '"-1"', '"1e3"']) {
      const headers = { 'If-Match': value };
      const answer = await tom.send('PATCH', `/goals/${goal.id}`, { title: 'x' }, { headers });
      expectThat(answer.status >= 400 && answer.status < 500, `If-Match: ${value}: found ${answer.status}`);
    }
    expectSame([(await goalsOf(tom))[0]?.title, await versionOf(tom, 'goal', goal.id)], ['First', 1], 'the goal');
  }),
];
