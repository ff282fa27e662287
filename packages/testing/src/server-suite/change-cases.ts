import { expectOk } from './expect-answers.js';
import { expectSame, expectThat } from '../expect.js';
import { listenToChanges } from './change-stream.js';
import { addGoal } from './goals.js';
import { serverCase } from './server-case.js';

/** How soon everybody concerned has to hear of a change, in milliseconds. */
const promptly = 2_000;

/** Promise 15: what happens elsewhere is heard of. */
export const changeCases = [
  serverCase(
    15,
    'a change is announced to whom it concerns within two seconds',
    async ({ priya, tom, today, relationshipId }) => {
      const stream = await listenToChanges(tom);
      try {
        expectSame(stream.response.status, 200, 'the status of the stream');
        const type = stream.response.headers.get('Content-Type') ?? '';
        expectThat(type.startsWith('text/event-stream'), `the type of the stream: ${type}`);
        expectThat(stream.response.headers.get('Cache-Control')?.includes('no-store') === true, 'it may be kept');
        // Whatever it begins with is not what we wait for.
        await stream.next(200);
        expectOk(await priya.create('/sessions', { relationshipId, date: today }), 'a plan', 201);
        expectThat(await stream.next(promptly), 'nothing was announced');
      } finally {
        stream.end();
      }
    },
  ),

  serverCase(15, 'every later change is announced as well, to each device', async ({ tom, as }) => {
    const streams = [await listenToChanges(tom), await listenToChanges(await as('tom'))];
    try {
      for (const stream of streams) await stream.next(200);
      for (const title of ['One', 'Two', 'Three']) {
        await addGoal(tom, title);
        for (const stream of streams) expectThat(await stream.next(promptly), `${title} was not announced`);
      }
    } finally {
      for (const stream of streams) stream.end();
    }
  }),
];
