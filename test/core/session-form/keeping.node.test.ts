import { CoachingError, type Coaching } from '@coachkit/core';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { codeOf, makePair, openForm, replacing, stateOf, until, writeAll } from './pair.ts';

const keptPoints = async (coaching: Coaching): Promise<readonly string[] | undefined> =>
  (await coaching.drafts.get({ relationshipId: 'pair' }))?.draft.points;

describe('the draft of a form', () => {
  test('is kept within a second of a key, without being asked', async () => {
    const coaching = await makePair();
    const heard: string[] = [];
    const form = await openForm(
      replacing(coaching, 'drafts', {
        save: (input) => {
          heard.push('saved');
          return coaching.drafts.save(input);
        },
      }),
    );
    assert.deepEqual(stateOf(form).keeping, { status: 'nothing' });
    form.setPoint(0, 'Kept');
    // Beside a timer, so that a busy machine delays both.
    setTimeout(() => heard.push('a second has passed'), 1_000);
    await until(() => heard.length === 2);
    assert.deepEqual(heard, ['saved', 'a second has passed']);
    await until(() => stateOf(form).keeping.status === 'kept');
    assert.deepEqual(await keptPoints(coaching), ['Kept', '', '']);
  });

  test('is kept once for many keys, with the last of them', async () => {
    const coaching = await makePair();
    let saves = 0;
    const counted = replacing(coaching, 'drafts', {
      save: (input) => {
        saves += 1;
        return coaching.drafts.save(input);
      },
    });
    const form = await openForm(counted);
    for (const text of ['K', 'Ke', 'Kep', 'Kept']) form.setPoint(0, text);
    await until(() => stateOf(form).keeping.status === 'kept');
    assert.equal(saves, 1);
    assert.deepEqual(await keptPoints(coaching), ['Kept', '', '']);
  });

  test('is kept at once when the form is left, and is there when it is opened again', async () => {
    const coaching = await makePair();
    const form = await openForm(coaching);
    form.setPoint(0, 'Half a sen');
    form.setQuickEntry('call Elena @m');
    form.searchSkills('neg');
    form.setDate('31 fe');
    form.review('late', 'keep');
    // Nobody waits for it: the next form does.
    void form.dispose();
    const { content } = stateOf(await openForm(coaching));
    assert.deepEqual(content.points, ['Half a sen', '', '']);
    assert.equal(content.quickEntry, 'call Elena @m');
    assert.equal(content.focusQuery, 'neg');
    assert.equal(content.date, '31 fe');
    assert.deepEqual(
      content.reviews.map(({ outcome }) => outcome),
      ['keep'],
    );
  });

  test('goes on without a conflict when the session was planned after it was begun', async () => {
    const coaching = await makePair();
    const early = await openForm(coaching);
    early.setPoint(0, 'begun early');
    await early.dispose();
    const { value: planned } = await coaching.sessions.schedule({ relationshipId: 'pair', date: '2026-11-24' });
    const form = await openForm(coaching);
    form.setPoint(1, 'and gone on');
    await form.flush();
    assert.deepEqual([stateOf(form).keeping.status, stateOf(form).conflict], ['kept', undefined]);
    const kept = await coaching.drafts.get({ relationshipId: 'pair', sessionId: planned.id });
    assert.deepEqual(kept?.draft.points.slice(0, 2), ['begun early', 'and gone on']);
    assert.equal(await coaching.drafts.get({ relationshipId: 'pair' }), undefined);
    await form.dispose();
  });

  test('that a full device refuses stays in the form, says so, and is kept when there is room again', async () => {
    const coaching = await makePair();
    let isFull = true;
    const form = await openForm(
      replacing(coaching, 'drafts', {
        save: (input) => (isFull ? Promise.reject(new CoachingError('storage-full', '')) : coaching.drafts.save(input)),
      }),
    );
    form.setPoint(0, 'Not lost');
    await form.flush();
    const { keeping, content, status } = stateOf(form);
    assert.equal(keeping.status === 'failed' && codeOf(keeping.error), 'storage-full');
    assert.deepEqual([content.points[0], status], ['Not lost', 'ready']);
    assert.equal(await keptPoints(coaching), undefined);
    isFull = false;
    await form.flush();
    assert.equal(stateOf(form).keeping.status, 'kept');
    assert.deepEqual(await keptPoints(coaching), ['Not lost', '', '']);
  });
});

describe('two forms on one draft', () => {
  /** One form has saved; the other, opened before, writes something else. */
  async function meet() {
    const coaching = await makePair();
    const first = await openForm(coaching);
    const second = await openForm(coaching);
    first.setPoint(0, 'First');
    await first.flush();
    second.setPoint(0, 'Second');
    await second.flush();
    await until(() => stateOf(second).conflict !== undefined);
    return { coaching, first, second };
  }

  test('the second is told, with what the first wrote; both are there', async () => {
    const { coaching, second } = await meet();
    const { keeping, conflict, content } = stateOf(second);
    assert.equal(keeping.status, 'conflict');
    assert.equal(conflict?.other?.points[0], 'First');
    assert.equal(content.points[0], 'Second');
    assert.deepEqual(await keptPoints(coaching), ['First', '', '']);
    second.setPoint(1, 'More');
    await second.flush();
    assert.deepEqual(await keptPoints(coaching), ['First', '', ''], 'nothing is saved until one is chosen');
  });

  test('"keep mine" saves over the other', async () => {
    const { coaching, second } = await meet();
    second.keepOwn();
    await second.flush();
    assert.equal(stateOf(second).conflict, undefined);
    assert.deepEqual(await keptPoints(coaching), ['Second', '', '']);
  });

  test('"take the other" can be undone, and undone again', async () => {
    const { coaching, second } = await meet();
    second.takeOther();
    assert.equal(stateOf(second).content.points[0], 'First');
    second.undo();
    assert.equal(stateOf(second).content.points[0], 'Second');
    second.undo();
    assert.equal(stateOf(second).content.points[0], 'First');
    second.undo();
    await second.flush();
    assert.deepEqual(await keptPoints(coaching), ['Second', '', '']);
  });

  test('when the first has recorded the session, the second keeps its text and does not record it twice', async () => {
    const coaching = await makePair();
    const first = await openForm(coaching);
    first.setPoint(0, 'First');
    await first.flush();
    const second = await openForm(coaching);
    writeAll(first);
    assert.ok(await first.save());
    writeAll(second);
    second.setPoint(0, 'Second');
    assert.equal(await second.save(), undefined);
    await until(() => stateOf(second).conflict !== undefined);
    assert.deepEqual(stateOf(second).conflict, {});
    assert.equal(stateOf(second).content.points[0], 'Second');
    const sessions = await coaching.sessions.list({ relationshipId: 'pair' });
    assert.equal(sessions.filter(({ status }) => status === 'recorded').length, 1);
  });

  test('a form that nobody wrote in follows the other when it is looked at again', async () => {
    const coaching = await makePair();
    const [first, second] = [await openForm(coaching), await openForm(coaching)];
    first.setPoint(0, 'First');
    await first.flush();
    await second.load();
    assert.equal(stateOf(second).content.points[0], 'First');
    second.setPoint(1, 'Second');
    await second.flush();
    assert.deepEqual(await keptPoints(coaching), ['First', 'Second', '']);
  });
});
