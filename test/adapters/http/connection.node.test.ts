import { createMemoryMedium } from '@coachkit/adapters/storage/memory';
import { CoachingError, type Coaching, type CoachingErrorCode } from '@coachkit/core';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createConnectionLaboratory } from '../../support/connection-laboratory.ts';
import { tokenOf } from '../../support/handler-fetch.ts';

const isCode = (code: CoachingErrorCode) => (error: unknown) => CoachingError.isInstance(error) && error.code === code;
const priya = tokenOf({ tenantId: 'suite', personId: 'priya', roles: [] });

describe('a change and the server', () => {
  test('online a change is on the server when it resolves, and the storage says so', async () => {
    const lab = await createConnectionLaboratory();
    const it = await lab.connect('priya');
    const { level, value } = await lab.run(it.sessions.record(lab.record));
    assert.equal(level, 'server');
    assert.equal(it.storageStatus.level, 'server');
    const there = await lab.onServer('tom').sessions.get({ sessionId: value.session.id });
    assert.deepEqual(there.content?.points, lab.record.points);
    assert.equal(it.sync.getStatus().waiting, 0);
  });

  test('without a network it is kept on the device, shown at once, and sent later, in order and once', async () => {
    const lab = await createConnectionLaboratory();
    const it = await lab.connect('priya');
    await lab.run(it.sync.now());
    lab.meddle = lab.down;
    const recorded = await lab.run(it.sessions.record(lab.record));
    assert.equal(recorded.level, 'memory');
    await lab.run(it.actions.update({ actionId: 'action-sit-in', status: 'done' }));
    await lab.run(it.sessions.comment({ sessionId: recorded.value.session.id, text: 'Well done.' }));
    const status = it.sync.getStatus();
    assert.deepEqual([status.connection, status.waiting], ['offline', 3]);
    const shown = await lab.run(it.sessions.get({ sessionId: recorded.value.session.id }));
    assert.equal(shown.comments[0]?.comment.text, 'Well done.');
    assert.equal(shown.actions.find(({ action }) => action.id === 'action-sit-in')?.action.status, 'done');
    lab.meddle = () => undefined;
    await lab.run(it.sync.now());
    assert.deepEqual([it.sync.getStatus().connection, it.sync.getStatus().waiting], ['online', 0]);
    const there = await lab.onServer('tom').sessions.get({ sessionId: recorded.value.session.id });
    assert.equal(there.comments.length, 1);
    assert.equal(there.actions.find(({ action }) => action.id === 'action-sit-in')?.action.status, 'done');
  });

  test('a refusal of the server reaches whoever waits, and nothing of the change stays', async () => {
    const lab = await createConnectionLaboratory();
    const [one, other] = [await lab.connect('priya'), await lab.connect('priya')];
    await lab.run(Promise.all([one.sync.now(), other.sync.now()]));
    await lab.run(one.sessions.record(lab.record));
    await assert.rejects(
      lab.run(other.sessions.record({ ...lab.record, points: ['Not this one.'] })),
      isCode('conflict'),
    );
    assert.deepEqual(await other.sync.refused(), []);
    const shown = await lab.run(other.sessions.list({ relationshipId: lab.relationshipId }));
    const words = await lab.run(other.sessions.get({ sessionId: shown[0]?.id ?? '' }));
    assert.deepEqual(words.content?.points, lab.record.points);
  });

  test('a refusal that nobody waits for needs attention: its words are kept, its effect is not shown', async () => {
    const lab = await createConnectionLaboratory();
    const [one, other] = [await lab.connect('priya'), await lab.connect('priya')];
    await lab.run(Promise.all([one.sync.now(), other.sync.now()]));
    lab.meddle = lab.down;
    await lab.run(other.sessions.record({ ...lab.record, points: ['Written in a lift.'] }));
    lab.meddle = () => undefined;
    await lab.run(one.sessions.record(lab.record));
    await lab.run(other.sync.now());
    const [refused, ...more] = await other.sync.refused();
    assert.equal(more.length, 0);
    assert.deepEqual([refused?.verb, refused?.reason], ['sessions.record', 'conflict']);
    assert.match(JSON.stringify(refused?.input), /Written in a lift/);
    assert.equal(other.sync.getStatus().needsAttention, 1);
    const [session] = await lab.run(other.sessions.list({ relationshipId: lab.relationshipId }));
    const shown = await lab.run(other.sessions.get({ sessionId: session?.id ?? '' }));
    assert.deepEqual(shown.content?.points, lab.record.points);
    await lab.run(other.sync.retry(refused?.id ?? ''));
    await lab.run(other.sync.now());
    assert.equal(other.sync.getStatus().needsAttention, 1, 'it was refused again');
    await lab.run(other.sync.discard(refused?.id ?? ''));
    assert.equal(other.sync.getStatus().needsAttention, 0);
    await assert.rejects(other.sync.discard('nothing'), isCode('not-found'));
  });

  test('two devices that change the same field: both wordings are kept, for both to choose from', async () => {
    const lab = await createConnectionLaboratory();
    const manager = await lab.connect('priya');
    await lab.run(manager.sessions.record(lab.record));
    const employee = await lab.connect('tom');
    await lab.run(employee.sync.now());
    lab.meddle = lab.down;
    await lab.run(employee.actions.update({ actionId: 'action-questions', text: 'Draft two questions' }));
    lab.meddle = () => undefined;
    await lab.run(manager.actions.update({ actionId: 'action-questions', text: 'Draft four questions' }));
    await lab.run(employee.sync.now());
    const [conflict] = await lab.run(manager.conflicts.list());
    assert.deepEqual([conflict?.current, conflict?.conflict.other], ['Draft four questions', 'Draft two questions']);
    await lab.run(manager.conflicts.resolve({ conflictId: conflict?.conflict.id ?? '', take: 'other' }));
    const { actions } = await lab.run(employee.actions.list());
    assert.equal(actions.find(({ action }) => action.id === 'action-questions')?.action.text, 'Draft two questions');
    assert.deepEqual(await lab.run(employee.conflicts.list()), []);
  });
});

describe('drafts', () => {
  const draftOf = (lab: { readonly relationshipId: string }, words: string) => ({
    relationshipId: lab.relationshipId,
    date: '2026-11-24',
    durationMinutes: 60,
    reviews: [],
    focusQuery: '',
    points: [words],
    actions: [],
    quickEntry: '',
    activeSeconds: 1,
  });

  test('saves that wait are one, and the form goes on from its own version whatever the server counts', async () => {
    const lab = await createConnectionLaboratory();
    const it = await lab.connect('priya');
    await lab.run(it.sync.now());
    lab.meddle = lab.down;
    let version = 0;
    for (const words of ['h', 'ha', 'half', 'half a']) {
      ({ version } = (await lab.run(it.drafts.save({ draft: draftOf(lab, words), version }))).value);
    }
    assert.equal(it.sync.getStatus().waiting, 2, 'the first, which may have been sent, and the last');
    lab.meddle = () => undefined;
    await lab.run(it.sync.now());
    const saved = await lab.run(it.drafts.save({ draft: draftOf(lab, 'half a sentence'), version }));
    assert.equal(saved.level, 'server');
    await lab.run(it.sessions.record({ ...lab.record, draftVersion: saved.value.version }));
    assert.equal(await lab.onServer('priya').drafts.get({ relationshipId: lab.relationshipId }), undefined);
  });

  test('one that was written on another device meets the form as a conflict, and neither is lost', async () => {
    const lab = await createConnectionLaboratory();
    const [one, other] = [await lab.connect('priya'), await lab.connect('priya')];
    await lab.run(Promise.all([one.sync.now(), other.sync.now()]));
    lab.meddle = lab.down;
    const own = await lab.run(other.drafts.save({ draft: draftOf(lab, 'from the phone'), version: 0 }));
    lab.meddle = () => undefined;
    await lab.run(one.drafts.save({ draft: draftOf(lab, 'from the laptop'), version: 0 }));
    await lab.run(other.sync.now());
    const { version } = own.value;
    await assert.rejects(lab.run(other.drafts.save({ draft: draftOf(lab, 'more'), version })), isCode('conflict'));
    const met = await lab.run(other.drafts.get({ relationshipId: lab.relationshipId }));
    assert.deepEqual(met?.draft.points, ['from the laptop']);
    assert.match(JSON.stringify(await other.sync.refused()), /from the phone/);
    await lab.run(other.drafts.save({ draft: draftOf(lab, 'from both'), version: met?.version ?? 0 }));
    assert.deepEqual(await other.sync.refused(), [], 'a newer save takes its place');
  });
});

describe('a draft that was recorded and begun again', () => {
  const draftOf = (lab: { readonly relationshipId: string }, words: string) => ({
    relationshipId: lab.relationshipId,
    date: '2026-11-24',
    durationMinutes: 60,
    reviews: [],
    focusQuery: '',
    points: [words],
    actions: [],
    quickEntry: '',
    activeSeconds: 1,
  });

  test('is another one, although its versions are the same: it is seen, and not written over', async () => {
    const lab = await createConnectionLaboratory();
    const { relationshipId } = lab;
    const [laptop, phone] = [await lab.connect('priya'), await lab.connect('priya')];
    const first = await lab.run(laptop.drafts.save({ draft: draftOf(lab, 'the first one'), version: 0 }));
    const met = await lab.run(phone.drafts.get({ relationshipId }));
    lab.meddle = lab.down;
    await lab.run(phone.drafts.save({ draft: draftOf(lab, 'on the phone'), version: met?.version ?? 0 }));
    lab.meddle = () => undefined;
    await lab.run(laptop.sessions.record({ ...lab.record, draftVersion: first.value.version }));
    await lab.run(laptop.drafts.save({ draft: draftOf(lab, 'the second one'), version: 0 }));
    await lab.run(phone.sync.now());
    assert.deepEqual((await lab.run(phone.drafts.get({ relationshipId })))?.draft.points, ['the second one']);
    const kept = await lab.onServer('priya').drafts.get({ relationshipId });
    assert.deepEqual(kept?.draft.points, ['the second one']);
    assert.match(JSON.stringify(await phone.sync.refused()), /on the phone/);
  });
});

describe('signing in and out', () => {
  test('a refused token is renewed once; when that is refused too, everything is kept until there is another', async () => {
    const lab = await createConnectionLaboratory();
    const reasons: string[] = [];
    let token: string = priya;
    const it = await lab.connect('priya', {
      getToken: ({ reason }) => {
        reasons.push(reason);
        return token;
      },
    });
    await lab.run(it.sync.now());
    const refuse = (status: number) => () => Promise.resolve(Response.json({}, { status }));
    lab.meddle = refuse(401);
    const saved = await lab.run(it.sessions.record(lab.record));
    assert.equal(saved.level, 'memory');
    assert.deepEqual([it.sync.getStatus().connection, it.sync.getStatus().waiting], ['signed-out', 1]);
    assert.deepEqual(reasons.slice(-2), ['call', 'expired']);
    const before = lab.requests.length;
    await lab.wait(3_600_000);
    assert.equal(lab.requests.length, before, 'the same token is not tried again');
    lab.meddle = () => undefined;
    token = `${priya}%20`;
    await lab.wait(600_000);
    assert.deepEqual([it.sync.getStatus().connection, it.sync.getStatus().waiting], ['online', 0]);
  });

  test('sync.now() tries the same token again', async () => {
    const lab = await createConnectionLaboratory();
    const it = await lab.connect('priya');
    const levels: string[] = [];
    it.on('storage-status', ({ level }) => levels.push(level));
    await lab.run(it.sync.now());
    lab.meddle = () => Promise.resolve(Response.json({}, { status: 401 }));
    await lab.run(it.sessions.record(lab.record));
    assert.equal(it.sync.getStatus().connection, 'signed-out');
    lab.meddle = () => undefined;
    await lab.run(it.sync.now());
    assert.equal(it.sync.getStatus().connection, 'online');
    assert.deepEqual(levels, ['server', 'memory', 'server']);
  });

  test('a token of somebody else sends nothing', async () => {
    const lab = await createConnectionLaboratory();
    let personId = 'priya';
    const it = await lab.connect('priya', { getToken: () => ({ token: priya, personId }) });
    await lab.run(it.sync.now());
    personId = 'tom';
    const before = lab.requests.length;
    await lab.run(it.sessions.record(lab.record));
    assert.equal(lab.requests.length, before);
    assert.deepEqual([it.sync.getStatus().connection, it.sync.getStatus().waiting], ['signed-out', 1]);
  });

  test('signing out removes everything, without a network too; closing keeps it', async () => {
    const lab = await createConnectionLaboratory();
    const medium = createMemoryMedium();
    const it = await lab.connect('priya', { medium });
    await lab.run(it.sync.now());
    lab.meddle = lab.down;
    await lab.run(it.sessions.record(lab.record));
    await it.close();
    await assert.rejects(it.sessions.agenda(), isCode('closed'));
    const again = await lab.connect('priya', { medium });
    assert.equal(again.sync.getStatus().waiting, 1);
    await again.signOut();
    const fresh = await lab.connect('priya', { medium });
    assert.equal(fresh.sync.getStatus().waiting, 0);
    await assert.rejects(lab.run(fresh.sessions.agenda()), isCode('unreachable'));
  });

  test('after too many days without the server no words are shown, and the queue is kept', async () => {
    const lab = await createConnectionLaboratory();
    const it = await lab.connect('priya', { maximumOfflineDays: 3 });
    await lab.run(it.sync.now());
    lab.meddle = lab.down;
    await lab.run(it.sessions.record(lab.record));
    await lab.wait(2 * 86_400_000);
    assert.ok((await lab.run(it.sessions.agenda())).entries.length > 0);
    await lab.wait(2 * 86_400_000);
    await assert.rejects(lab.run(it.sessions.agenda()), isCode('auth-required'));
    assert.equal(it.sync.getStatus().waiting, 1);
    lab.meddle = () => undefined;
    await lab.run(it.sync.now());
    assert.ok((await lab.run(it.sessions.agenda())).entries.length > 0);
  });
});

describe('a server that answers badly', () => {
  const answers: Record<string, () => Promise<Response>> = {
    'a page instead of JSON': () => Promise.resolve(new Response('<!doctype html>', { status: 200 })),
    'an empty body': () => Promise.resolve(new Response('', { status: 200 })),
    'JSON that was cut off': () => Promise.resolve(new Response('{"results":[{"id":', { status: 200 })),
    'another shape': () => Promise.resolve(Response.json({ results: [{ id: 1 }] })),
    'an answer to another operation': () =>
      Promise.resolve(Response.json({ results: [{ id: 'x', status: 'applied', documents: [], gone: [] }] })),
    silence: () => new Promise(() => undefined),
  };
  for (const [name, answer] of Object.entries(answers)) {
    test(`${name} is no success: the change waits`, async () => {
      const lab = await createConnectionLaboratory();
      const it = await lab.connect('priya');
      await lab.run(it.sync.now());
      lab.meddle = (path, init) =>
        path !== '/operations'
          ? undefined
          : Promise.race([
              answer(),
              new Promise<never>((_, reject) =>
                init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
              ),
            ]);
      const saved = await lab.run(it.sessions.record(lab.record));
      assert.equal(saved.level, 'memory');
      await lab.wait(15_000);
      assert.equal(it.sync.getStatus().connection, 'offline');
      assert.equal(it.sync.getStatus().waiting, 1);
      lab.meddle = () => undefined;
      await lab.wait(600_000);
      assert.equal(it.sync.getStatus().waiting, 0, 'it is sent by itself');
    });
  }

  test('both forms of Retry-After are waited for', async () => {
    for (const form of [() => '120', (now: number) => new Date(now + 120_000).toUTCString()]) {
      const lab = await createConnectionLaboratory();
      const it = await lab.connect('priya');
      await lab.run(it.sync.now());
      const headers = { 'retry-after': form(lab.time.now()) };
      lab.meddle = () => Promise.resolve(Response.json({}, { status: 429, headers }));
      await lab.run(it.sessions.record(lab.record));
      const before = lab.requests.length;
      await lab.wait(100_000);
      assert.equal(lab.requests.length, before);
      lab.meddle = () => undefined;
      await lab.wait(60_000);
      assert.equal(it.sync.getStatus().waiting, 0);
    }
  });
});

describe('two tabs of one person', () => {
  test('share what is written; each change is sent once', async () => {
    const lab = await createConnectionLaboratory();
    const medium = createMemoryMedium();
    const tabs: Coaching[] = [await lab.connect('priya', { medium }), await lab.connect('priya', { medium })];
    await lab.run(Promise.all(tabs.map((tab) => tab.sync.now())));
    lab.meddle = lab.down;
    for (const [index, tab] of tabs.entries())
      await lab.run(tab.plans.addGoal({ employeeId: 'tom', title: `Goal ${index}` }));
    assert.deepEqual(
      tabs.map((tab) => tab.sync.getStatus().waiting),
      [2, 2],
    );
    lab.meddle = () => undefined;
    await lab.run(Promise.all(tabs.map((tab) => tab.sync.now())));
    const goals = await lab.onServer('tom').plans.goals({ employeeId: 'tom' });
    assert.deepEqual(goals.map(({ title }) => title).sort(), ['Goal 0', 'Goal 1']);
    assert.deepEqual(
      tabs.map((tab) => tab.sync.getStatus().waiting),
      [0, 0],
    );
  });

  test('one that is closed leaves its queue to the other', async () => {
    const lab = await createConnectionLaboratory();
    const medium = createMemoryMedium();
    const [one, other] = [await lab.connect('priya', { medium }), await lab.connect('priya', { medium })];
    await lab.run(Promise.all([one.sync.now(), other.sync.now()]));
    lab.meddle = lab.down;
    await lab.run(one.plans.addGoal({ employeeId: 'tom', title: 'Left behind' }));
    await one.close();
    lab.meddle = () => undefined;
    await lab.wait(10_000);
    assert.equal(other.sync.getStatus().waiting, 0);
    assert.equal((await lab.onServer('tom').plans.goals({ employeeId: 'tom' })).length, 1);
  });
});
