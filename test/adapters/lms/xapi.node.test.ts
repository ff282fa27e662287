import { refusalOf } from '@coachkit/core';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openStore, activityOf, type StoreLaboratory } from './xapi-laboratory.ts';
import { storedStatement } from './fixtures/xapi-answers.ts';

const completed = 'http://adlnet.gov/expapi/verbs/completed';
const pair = { personId: 'tom', courseId: '4' };

async function inStore(work: (laboratory: StoreLaboratory) => Promise<void>, options = {}): Promise<void> {
  const laboratory = await openStore(options);
  try {
    await work(laboratory);
  } finally {
    await laboratory.close();
  }
}

test('completions are read over many pages, also where hundreds were stored in one moment', async () => {
  await inStore(async ({ lms, statements }) => {
    const stored = '2026-11-24T09:00:00.000Z';
    const times = { timestamp: '2026-11-20T10:00:00.000Z', stored };
    for (let each = 0; each < 350; each += 1)
      statements.push(storedStatement(`EMP-${each}`, activityOf('4'), completed, times));
    statements.push(storedStatement('EMP-TOM', activityOf('4'), completed, times));
    const found = [];
    let cursor: string | undefined;
    for (let pages = 0; pages < 20; pages += 1) {
      const page = await lms.changes!([pair], cursor);
      found.push(...page.changes);
      cursor = page.cursor;
      if (!page.hasMore) break;
    }
    assert.deepEqual(found, [{ ...pair, status: 'completed', completedOn: '2026-11-20' }]);
  });
});

test('a statement that is not understood holds up no other', async () => {
  await inStore(async ({ lms, statements, complete }) => {
    for (let each = 0; each < 150; each += 1) {
      const stored = new Date(Date.UTC(2026, 10, 1, 0, 0, each)).toISOString();
      const odd = storedStatement('x', activityOf('4'), completed, { timestamp: stored, stored });
      statements.push({ ...odd, actor: { mbox: 'mailto:x@acme.example', account: {} } });
    }
    complete(pair, '2026-11-20');
    const first = await lms.changes!([pair]);
    assert.equal(first.hasMore, true);
    const second = await lms.changes!([pair], first.cursor);
    assert.equal(second.changes.length, 1);
  });
});

test('a completion that was taken back in the same breath is none', async () => {
  await inStore(async ({ lms, statements }) => {
    const times = { timestamp: '2026-11-20T10:00:00.000Z', stored: '2026-11-24T09:00:00.000Z' };
    statements.push({
      ...storedStatement('EMP-TOM', activityOf('4'), completed, times),
      result: { completion: false },
    });
    assert.deepEqual(await lms.progress('tom', ['4']), [{ courseId: '4', status: 'in-progress' }]);
    statements.push(storedStatement('EMP-TOM', activityOf('4'), 'https://w3id.org/xapi/adl/verbs/satisfied', times));
    assert.deepEqual(await lms.progress('tom', ['4']), [
      { courseId: '4', status: 'completed', completedOn: '2026-11-20' },
    ]);
  });
});

test('a completion is found behind hundreds of later statements', async () => {
  await inStore(async ({ lms, statements, complete }) => {
    complete(pair, '2026-11-20');
    for (let each = 0; each < 300; each += 1) {
      const stored = new Date(Date.UTC(2026, 10, 25, 0, 0, each)).toISOString();
      const verb = 'http://adlnet.gov/expapi/verbs/progressed';
      statements.push(storedStatement('EMP-TOM', activityOf('4'), verb, { timestamp: stored, stored }));
    }
    assert.deepEqual(await lms.progress('tom', ['4']), [
      { courseId: '4', status: 'completed', completedOn: '2026-11-20' },
    ]);
  });
});

test('a recommendation names the programme and the learner by account, and nothing else of anybody', async () => {
  await inStore(async ({ lms, statements }) => {
    await lms.recommend!({ requestId: 'request-1', ...pair });
    const { id, timestamp: _time, stored: _stored, ...statement } = statements[0]!;
    assert.match(id, /^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    const account = (name: string) => ({ objectType: 'Agent', account: { homePage: 'https://hr.example', name } });
    assert.deepEqual(statement, {
      actor: account('coaching-programme'),
      verb: { id: 'http://id.tincanapi.com/verb/recommended', display: { en: 'recommended' } },
      object: {
        objectType: 'Activity',
        id: activityOf('4'),
        definition: { type: 'http://adlnet.gov/expapi/activities/course' },
      },
      context: { team: { objectType: 'Group', member: [account('EMP-TOM')] } },
    });
  });
});

test('the same id with another course is a conflict that is told', async () => {
  await inStore(async ({ lms }) => {
    await lms.recommend!({ requestId: 'request-1', ...pair });
    await assert.rejects(lms.recommend!({ requestId: 'request-1', personId: 'tom', courseId: '2' }), (error) => {
      assert.deepEqual(refusalOf(error), { reason: 'refused', code: 'statement-conflict' });
      return true;
    });
  });
});

test('a store speaks the newest version that both know', async () => {
  const versions: [offered: string[], spoken: string | undefined][] = [
    [['1.0.3'], '1.0.3'],
    [['2.0.0', '1.0.3'], '1.0.3'],
    [['2.0.0'], '2.0.0'],
    [['0.9'], undefined],
  ];
  for (const [version, spoken] of versions) {
    const seen: (string | null)[] = [];
    const fetch = (input: unknown, init?: RequestInit) => {
      if (String(input).endsWith('/about')) return Promise.resolve(Response.json({ version }));
      seen.push(new Headers(init!.headers).get('x-experience-api-version'));
      return Promise.resolve(Response.json({ statements: [], more: '' }));
    };
    await inStore(
      async ({ lms }) => {
        await lms.progress('tom', ['4']).catch(() => undefined);
        assert.deepEqual(seen, spoken === undefined ? [] : [spoken]);
      },
      { fetch },
    );
  }
});

test('a cursor that is none is refused', async () => {
  await inStore(async ({ lms }) => {
    for (const cursor of ['', '[', '5', '{"x":1}'])
      await assert.rejects(lms.changes!([pair], cursor), { code: 'invalid-input' });
  });
});
