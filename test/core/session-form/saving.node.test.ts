import { CoachingError, type InputProblem } from '@coachkit/core';
import { mostActions, type SessionForm } from '@coachkit/core/session-form';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { codeOf, makePair, openForm, replacing, stateOf, until, writeAll } from './pair.ts';

const problemsOf = (form: SessionForm): readonly string[] =>
  stateOf(form).problems.map(({ path, rule }: InputProblem) => `${path} ${rule}`);

describe('what is wrong with a record', () => {
  test('is named by its place in the form, and goes when it is put right', async () => {
    const form = await openForm(await makePair());
    assert.deepEqual(problemsOf(form), [], 'nobody is told of empty fields before saving');
    form.setDate('25 nov 2026');
    form.review('late', 'keep');
    form.setReviewDate('late', '31 feb');
    form.setQuickEntry('Call fri');
    const id = form.addAction() ?? '';
    form.changeAction(id, { dueDate: '2026-11-23' });
    form.setQuickEntry('@me');
    assert.equal(form.check(), false);
    assert.deepEqual(problemsOf(form), [
      'date date-in-future',
      'reviews.0.dueDate not-a-date',
      'focus required',
      'points.0 blank',
      'actions.0.dueDate date-in-past',
      'quickEntry blank',
    ]);
    writeAll(form);
    form.setDate('24 nov');
    form.setReviewDate('late', '4 dec');
    form.changeAction(id, { text: ' ', dueDate: 'fri' });
    form.setQuickEntry('');
    assert.deepEqual(problemsOf(form), ['actions.0.text blank']);
    form.changeAction(id, { text: 'Call' });
    assert.deepEqual(problemsOf(form), []);
  });

  test('also what only the use case finds: a point that is too long, in the line it stands in', async () => {
    const coaching = await makePair();
    const form = await openForm(coaching);
    writeAll(form);
    form.setPoint(0, '');
    form.setPoint(2, 'x'.repeat(20_000));
    assert.equal(await form.save(), undefined);
    assert.deepEqual(problemsOf(form), ['points.2 too-long']);
    assert.equal(stateOf(form).status, 'ready');
    assert.equal(stateOf(form).content.points[2]?.length, 20_000);
    const sessions = await coaching.sessions.list({ relationshipId: 'pair' });
    assert.equal(sessions.length, 0, 'nothing was changed');
  });
});

describe('saving a record', () => {
  test('writes all of it in one go, with dates read, and takes what stands in the quick entry', async () => {
    const coaching = await makePair();
    const form = await openForm(coaching);
    writeAll(form);
    form.setDate('yesterday');
    form.setDuration(39.6);
    form.review('late', 'done');
    form.review('early', 'keep');
    form.setReviewDate('early', '11 dec');
    form.setQuickEntry('Draft three questions @me fri');
    await form.flush();
    const recorded = await form.save();
    assert.equal(recorded?.actionIds.length, 1);
    assert.deepEqual(recorded?.notices, ['length-outside-band']);
    const record = await coaching.sessions.get({ sessionId: recorded?.sessionId ?? '' });
    assert.deepEqual([record.session.date, record.session.durationMinutes], ['2026-11-23', 40]);
    assert.deepEqual(record.content?.points, ['One', 'Two', 'Three']);
    assert.equal(record.content?.focus?.skillId, 'negotiation');
    assert.deepEqual(
      record.actions.map(({ action: { text, ownerId, dueDate } }) => [text, ownerId, dueDate]),
      [['Draft three questions', 'priya', '2026-11-27']],
    );
    const { actions } = await coaching.actions.list({ relationshipId: 'pair' });
    const found = (id: string) => actions.find(({ action }) => action.id === id)?.action;
    assert.equal(found('late')?.status, 'done');
    assert.equal(found('early')?.dueDate, '2026-12-11');
    assert.equal(await coaching.drafts.get({ relationshipId: 'pair' }), undefined, 'the draft went with it');
    assert.equal(stateOf(form).status, 'saved');
  });

  test('says what is unusual and refuses nothing for it', async () => {
    const form = await openForm(await makePair());
    form.chooseWords(' Holding the price ');
    form.setPoint(0, 'Only one');
    assert.deepEqual((await form.save())?.notices, ['few-points', 'no-action']);
    assert.equal(stateOf(form).content.focus?.label, 'Holding the price');
  });

  test('that is refused loses nothing, and can be tried again', async () => {
    const coaching = await makePair();
    let isFull = true;
    const form = await openForm(
      replacing(coaching, 'sessions', {
        record: (input) =>
          isFull ? Promise.reject(new CoachingError('storage-full', '')) : coaching.sessions.record(input),
      }),
    );
    writeAll(form);
    assert.equal(await form.save(), undefined);
    const { status, error, content } = stateOf(form);
    assert.equal(status, 'failed');
    assert.equal(codeOf(error), 'storage-full');
    assert.deepEqual(content.points, ['One', 'Two', 'Three']);
    isFull = false;
    assert.ok(await form.save());
  });

  test('happens once on two tries at the same time; nothing changes meanwhile', async () => {
    const coaching = await makePair();
    let times = 0;
    const form = await openForm(
      replacing(coaching, 'sessions', {
        record: async (input) => {
          times += 1;
          await new Promise((resolve) => setTimeout(resolve, 20));
          return coaching.sessions.record(input);
        },
      }),
    );
    writeAll(form);
    const first = form.save();
    const second = form.save();
    form.setPoint(0, 'Too late');
    assert.equal(await second, undefined);
    assert.ok(await first);
    assert.equal(times, 1);
    assert.equal(stateOf(form).content.points[0], 'One');
  });

  test('a kept action that is late gets the date of the next session, another one keeps its own', async () => {
    const form = await openForm(await makePair());
    form.review('late', 'keep');
    form.review('early', 'keep');
    const { reviews } = stateOf(form).content;
    const { nextDue } = stateOf(form).preparation;
    assert.deepEqual(
      reviews.map(({ dueDate }) => dueDate),
      [nextDue, '2026-12-18'],
    );
    form.review('late', 'drop');
    assert.deepEqual(
      stateOf(form).content.reviews.map(({ actionId, outcome }) => `${actionId} ${outcome}`),
      ['early keep', 'late drop'],
    );
  });

  test('takes twenty actions; the twenty-first stays in the quick entry and is said', async () => {
    const form = await openForm(await makePair());
    for (let number = 1; number <= mostActions; number += 1) {
      form.setQuickEntry(`Action ${number}`);
      assert.ok(form.addAction());
    }
    form.setQuickEntry('One more');
    assert.equal(form.addAction(), undefined);
    assert.equal(stateOf(form).content.quickEntry, 'One more');
    writeAll(form);
    assert.equal(await form.save(), undefined);
    assert.deepEqual(problemsOf(form), ['quickEntry too-many']);
  });

  test('a removed action comes back with its course', async () => {
    const form = await openForm(await makePair());
    const id = form.linkCourse({ id: 'course', title: 'Trading concessions' }) ?? '';
    form.setIntent(id, 'course', 'recommend');
    form.removeAction(id);
    assert.deepEqual(stateOf(form).content.actions, []);
    form.undo();
    const [action] = stateOf(form).content.actions;
    assert.deepEqual(action?.activities, [{ kind: 'course', courseId: 'course', intent: 'recommend' }]);
    for (const each of ['two', 'three', 'four', 'five']) form.linkCourse({ id: each, title: each }, id);
    assert.equal(form.linkCourse({ id: 'six', title: 'six' }, id), undefined, 'a sixth one has no room');
    assert.equal(form.linkCourse({ id: 'five', title: 'five' }, id), id, 'one that is linked already');
    await form.flush();
    assert.equal(stateOf(form).keeping.status, 'kept');
    for (const each of ['two', 'three', 'four', 'five']) form.unlinkCourse(id, each);
    form.unlinkCourse(id, 'course');
    assert.deepEqual(stateOf(form).content.actions[0]?.activities, []);
    form.undo();
    assert.equal(stateOf(form).content.actions[0]?.activities.length, 1);
  });
});

describe('correcting a record', () => {
  test('keeps the earlier wording and leaves actions and reviews alone', async () => {
    const coaching = await makePair();
    const first = await openForm(coaching);
    writeAll(first);
    const { sessionId = '' } = (await first.save()) ?? {};
    const form = await openForm(coaching, { sessionId });
    assert.deepEqual(stateOf(form).content.points, ['One', 'Two', 'Three']);
    form.setPoint(1, 'Two, in other words');
    form.setQuickEntry('Not part of a correction');
    assert.ok(await form.save());
    const record = await coaching.sessions.get({ sessionId });
    assert.deepEqual(record.content?.points, ['One', 'Two, in other words', 'Three']);
    assert.equal(record.versions.length, 1);
    assert.equal(record.actions.length, 0);
    assert.equal(await coaching.drafts.get({ relationshipId: 'pair', sessionId }), undefined);
  });
});

describe('a form that cannot be loaded', () => {
  test('says why and loads when it is asked again', async () => {
    const coaching = await makePair();
    let isGone = true;
    const form = await openForm(
      replacing(coaching, 'sessions', {
        prepare: (input) =>
          isGone ? Promise.reject(new CoachingError('storage-unavailable', '')) : coaching.sessions.prepare(input),
      }),
    );
    const snapshot = form.getSnapshot();
    assert.equal(snapshot.status === 'unavailable' && codeOf(snapshot.error), 'storage-unavailable');
    form.setPoint(0, 'nowhere');
    isGone = false;
    await form.load();
    assert.equal(stateOf(form).content.points[0], '');
  });

  test('commands before it has loaded throw nothing', async () => {
    const form = await openForm(await makePair(), { relationshipId: 'nobody' });
    assert.equal(form.getSnapshot().status, 'unavailable');
    form.addPoint(0);
    form.undo();
    form.keepOwn();
    form.takeOther();
    assert.equal(form.readEntry(), undefined);
    assert.equal(form.check(), false);
    assert.equal(await form.save(), undefined);
    await form.dispose();
  });
});

describe('looking for a skill', () => {
  test('shows the answer to the last question only', async () => {
    const coaching = await makePair();
    const form = await openForm(
      replacing(coaching, 'skills', {
        find: async (query) => {
          await new Promise((resolve) => setTimeout(resolve, query === 'nego' ? 60 : 0));
          return coaching.skills.find(query);
        },
      }),
    );
    form.searchSkills('nego');
    await new Promise((resolve) => setTimeout(resolve, 140));
    form.searchSkills('fore');
    await until(() => stateOf(form).skills.status === 'found');
    await new Promise((resolve) => setTimeout(resolve, 80));
    const { query, items } = stateOf(form).skills;
    assert.deepEqual([query, items.map(({ label }) => label)], ['fore', ['Forecasting']]);
    form.searchSkills('');
    assert.deepEqual(stateOf(form).skills.items, []);
  });
});
