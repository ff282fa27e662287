import { CoachingError, createMemoryMedium, createMemoryStorage, type Coaching } from '@coachkit/core';
import { createDemoCoaching, demoOrganisation, demoPeople, demoTenantId } from '@coachkit/core/demo';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

const today = '2026-11-24';
const { featured, roles } = demoOrganisation({ today });

async function pairWithTom(priya: Coaching): Promise<string> {
  const { entries } = await priya.sessions.agenda();
  return entries.find(({ employee }) => employee.name === 'Tom Okafor')!.relationshipId;
}

describe('createDemoCoaching', () => {
  test('works alone, without an option', async () => {
    const coaching = await createDemoCoaching();
    assert.equal((await coaching.directory.person(coaching.actor.personId)).name, 'Priya Nair');
    assert.ok((await coaching.sessions.agenda()).entries.length >= 8);
    await coaching.close();
  });

  test('acts as a manager, an employee, somebody of the programme, or a person by id', async () => {
    const as = async (who: string): Promise<unknown> => {
      const { actor } = await createDemoCoaching({ today, as: who });
      return [actor.personId, actor.roles];
    };
    assert.deepEqual(await as('manager'), [featured.managerId, []]);
    assert.deepEqual(await as('employee'), [featured.employeeId, []]);
    assert.deepEqual(await as('learning'), [featured.learningId, ['programme-admin']]);
    assert.deepEqual(await as('p100'), ['p100', roles.get('p100') ?? []]);
    const unknown = (error: unknown): boolean => CoachingError.isInstance(error) && error.code === 'not-found';
    await assert.rejects(createDemoCoaching({ today, as: 'p999' }), unknown);
    await assert.rejects(createDemoCoaching({ today, as: '__proto__' }), unknown);
  });

  test('the agenda of the manager shows a pair of every kind on any day', async () => {
    for (const day of [today, '2027-01-01', '2028-02-29', '2027-03-28', '2026-12-31']) {
      const { entries } = await (await createDemoCoaching({ today: day })).sessions.agenda();
      const kinds = new Set(entries.map(({ reason }) => reason.kind));
      for (const kind of ['to-document', 'missed', 'due', 'planned', 'on-leave'] as const)
        assert.ok(kinds.has(kind), `nobody is ${kind} on ${day}`);
      assert.ok(entries.some(({ hasDraft }) => hasDraft));
      const tom = entries.find(({ employee }) => employee.name === 'Tom Okafor');
      assert.deepEqual([tom?.group, tom?.reason.kind, tom?.reason.days], ['due', 'planned', 0], day);
    }
  });

  test('Tom is due with what the pictures show: two open actions, a goal, three focuses and a course', async () => {
    const priya = await createDemoCoaching({ today });
    const form = await priya.sessions.prepare({ relationshipId: await pairWithTom(priya) });
    assert.deepEqual(
      form.openActions.map(({ owner, daysOverdue }) => [owner.name, daysOverdue]),
      [
        ['Tom Okafor', 18],
        ['Priya Nair', 11],
      ],
    );
    assert.deepEqual(
      form.suggestions.map(({ label }) => label),
      ['Negotiation', 'Discovery questions', 'Forecasting'],
    );
    assert.deepEqual(
      form.goals.map(({ title }) => title),
      ['Lead a renewal alone by March'],
    );
    assert.deepEqual(
      form.openCourses.map(({ course, assignment }) => [course?.title, assignment.status]),
      [['Negotiation fundamentals', 'in-progress']],
    );
    assert.equal(form.proposedFocus, 'Holding the price at renewal');
    assert.deepEqual([form.last?.session.date, form.date, form.durationMinutes], ['2026-10-20', today, 50]);
  });

  test('what is open comes along when the manager changes', async () => {
    const organisation = demoOrganisation({ today });
    const { relationship, action } = organisation.documents;
    const carried = action.filter(({ status, relationshipId }) => {
      const pair = relationship.find(({ id }) => id === relationshipId);
      return (
        status === 'open' &&
        pair?.end !== undefined &&
        relationship.some((next) => next.employeeId === pair.employeeId && next.start > pair.end!)
      );
    });
    assert.ok(carried.length > 0, 'no open action was left by a former manager');
    const employeeId = carried[0]!.employeeId;
    const now = relationship.find((pair) => pair.employeeId === employeeId && pair.end === undefined)!;
    const manager = await createDemoCoaching({ today, as: now.managerId });
    const { openActions } = await manager.sessions.prepare({ relationshipId: now.id });
    assert.ok(openActions.some(({ action: { id } }) => id === carried[0]!.id));
  });

  test('fills a storage once: who comes later finds what was entered since', async () => {
    const medium = createMemoryMedium();
    const open = (as: string, day = today): Promise<Coaching> =>
      createDemoCoaching({ as, today: day, storage: createMemoryStorage({ tenantId: demoTenantId, medium }) });
    const priya = await open('manager');
    const relationshipId = await pairWithTom(priya);
    const { value } = await priya.sessions.record({
      relationshipId,
      date: today,
      durationMinutes: 50,
      focus: { kind: 'skill-development', label: 'Negotiation', skillId: 'sk101' },
      points: ['The price was named first.', 'Silence helped.', 'One more try on Friday.'],
      actions: [{ text: 'Draft three trade-off questions', ownerId: featured.employeeId, dueDate: '2026-11-27' }],
    });
    await priya.close();

    const tom = await open('employee', '2026-11-30');
    const record = await tom.sessions.get({ sessionId: value.session.id });
    assert.deepEqual(record.content?.points, [
      'The price was named first.',
      'Silence helped.',
      'One more try on Friday.',
    ]);
    const { actions } = await tom.actions.list();
    assert.ok(actions.some(({ action }) => action.text === 'Draft three trade-off questions'));
    const sessions = await tom.sessions.list({ relationshipId });
    const again = demoOrganisation({ today }).documents.session.filter(
      (each) => each.relationshipId === relationshipId,
    );
    assert.equal(sessions.length, again.length + 1, 'the sample was not written a second time');
  });

  test('of two tabs that begin at the same moment one writes the sample, and both work', async () => {
    const medium = createMemoryMedium();
    const open = (as: string): Promise<Coaching> =>
      createDemoCoaching({ as, today, storage: createMemoryStorage({ tenantId: demoTenantId, medium }) });
    const [priya, tom] = await Promise.all([open('manager'), open('employee')]);
    assert.ok((await priya.sessions.agenda()).entries.length > 0);
    assert.ok((await tom.development.record()).entries.length > 0);
  });

  test('a failing storage is not called a sample', async () => {
    const storage = createMemoryStorage({ tenantId: demoTenantId, medium: createMemoryMedium({ capacity: 1000 }) });
    await assert.rejects(
      createDemoCoaching({ today, storage }),
      (error) => CoachingError.isInstance(error) && error.code === 'storage-full',
    );
  });

  test('time stands still on the day that is given, and what happens keeps its order', async () => {
    const priya = await createDemoCoaching({ today });
    const relationshipId = await pairWithTom(priya);
    const add = (text: string) =>
      priya.actions.add({ relationshipId, text, ownerId: featured.managerId, dueDate: today });
    const [first, second] = [await add('One'), await add('Two')];
    assert.ok(first.value.createdAt < second.value.createdAt);
    assert.ok(second.value.createdAt.startsWith(`${today}T09:30:00`));
  });

  test('somebody of the programme sees figures and no session', async () => {
    const learning = await createDemoCoaching({ today, as: 'learning' });
    const priya = await createDemoCoaching({ today });
    const { last } = await priya.sessions.prepare({ relationshipId: await pairWithTom(priya) });
    await assert.rejects(learning.sessions.get({ sessionId: last!.session.id }), (error) =>
      CoachingError.isInstance(error),
    );
    assert.ok((await learning.reports.overview({ unit: 'quarter' })).departments.length >= 4);
  });
});

describe('demoPeople', () => {
  const people = demoPeople({ today });

  test('lists everybody who works here, by what they do in the programme', () => {
    assert.ok(people.length >= 180);
    const managers = people.filter(({ group }) => group === 'manager');
    assert.ok(managers.length >= 23 && managers.every(({ coaches }) => coaches >= 2));
    assert.equal(people.filter(({ group }) => group === 'learning').length, 5);
    const priya = people.find(({ id }) => id === featured.managerId);
    assert.deepEqual([priya?.name, priya?.place, priya?.coaches], ['Priya Nair', 'Sales, Sales leadership', 8]);
  });

  test('is the same on every day, so that a page can list people of a sample that was begun earlier', () => {
    assert.deepEqual(demoPeople({ today: '2027-05-05' }), people);
  });

  test('says of everybody truly whether they coach and are coached', () => {
    const { documents } = demoOrganisation({ today });
    for (const { id, coaches, isCoached } of people) {
      const current = documents.relationship.filter(({ end }) => end === undefined || end >= today);
      assert.equal(coaches, current.filter(({ managerId }) => managerId === id).length);
      assert.equal(
        isCoached,
        current.some(({ employeeId }) => employeeId === id),
      );
    }
  });
});
