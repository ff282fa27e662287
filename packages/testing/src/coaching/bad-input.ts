import type { Coaching } from '@coachkit/core';
import { expectInvalid, expectRefusal, expectSame } from '../expect.js';
import { foundCompany, typicalRecord, type CoachingCase } from './harness.js';

/** All that the pair and the list of people hold, to show that a refusal changed nothing. */
async function everything(manager: Coaching, it: Coaching, relationshipId: string): Promise<unknown> {
  return {
    sessions: await manager.sessions.list({ relationshipId }),
    actions: await manager.actions.list({ relationshipId, closedWithinDays: 400 }),
    pairs: await manager.relationships.list(),
    people: await it.directory.people(),
    goals: await manager.plans.goals({ employeeId: 'tom' }),
  };
}

type Attempt = (company: { manager: Coaching; it: Coaching; relationshipId: string }) => Promise<void>;

const attempts: Readonly<Record<string, Attempt>> = {
  'wrong types': async ({ manager, relationshipId }) => {
    const record = typicalRecord(relationshipId);
    await expectInvalid(
      manager.sessions.record({ ...record, durationMinutes: '50' as unknown as number }),
      'durationMinutes',
      'wrong-type',
    );
    await expectInvalid(
      manager.sessions.record({ ...record, points: 'one' as unknown as string[] }),
      'points',
      'wrong-type',
    );
    await expectInvalid(manager.sessions.record(null as never), '', 'wrong-type');
    await expectInvalid(manager.can('read', 'content', null as never), '', 'wrong-type');
    await expectInvalid(manager.sessions.record(undefined as never), '', 'required');
    await expectInvalid(
      manager.sessions.record({ ...record, focus: { ...record.focus, kind: 'rating' as never } }),
      'focus.kind',
      'not-an-option',
    );
  },
  'unknown keys': async ({ manager, relationshipId }) => {
    const record = typicalRecord(relationshipId);
    await expectInvalid(manager.sessions.record({ ...record, rating: 5 } as never), 'rating', 'unknown-key');
    await expectInvalid(
      manager.sessions.record({ ...record, focus: { ...record.focus, score: 3 } } as never),
      'focus.score',
      'unknown-key',
    );
  },
  'a missing field': async ({ manager, relationshipId }) => {
    const { focus: _focus, ...record } = typicalRecord(relationshipId);
    await expectInvalid(manager.sessions.record(record as never), 'focus', 'required');
  },
  'six points and no point': async ({ manager, relationshipId }) => {
    const record = typicalRecord(relationshipId);
    await expectInvalid(
      manager.sessions.record({ ...record, points: ['1', '2', '3', '4', '5', '6'] }),
      'points',
      'too-many',
    );
    await expectInvalid(manager.sessions.record({ ...record, points: [] }), 'points', 'too-few');
    await expectInvalid(manager.sessions.record({ ...record, points: ['one', ' \n\t '] }), 'points.1', 'blank');
  },
  'a point of 20,000 characters': async ({ manager, relationshipId }) => {
    const record = typicalRecord(relationshipId);
    await expectInvalid(manager.sessions.record({ ...record, points: ['x'.repeat(20_000)] }), 'points.0', 'too-long');
    await expectInvalid(
      manager.sessions.record({ ...record, points: ['zero\u0000byte'] }),
      'points.0',
      'not-plain-text',
    );
  },
  'an action due in the past or on 31 February': async ({ manager, relationshipId }) => {
    const record = typicalRecord(relationshipId);
    const due = (dueDate: string) => ({ ...record, actions: [{ text: 'x', ownerId: 'tom', dueDate }] });
    await expectInvalid(manager.sessions.record(due('2026-11-23')), 'actions.0.dueDate', 'date-in-past');
    await expectInvalid(manager.sessions.record(due('2027-02-31')), 'actions.0.dueDate', 'not-a-date');
    const added = manager.actions.add({ relationshipId, text: 'x', ownerId: 'tom', dueDate: '2026-11-01' });
    await expectInvalid(added, 'dueDate', 'date-in-past');
  },
  'an action of somebody outside the pair': async ({ manager, relationshipId }) => {
    const record = typicalRecord(relationshipId);
    const actions = [{ text: 'x', ownerId: 'sam', dueDate: '2026-12-01' }];
    await expectInvalid(manager.sessions.record({ ...record, actions }), 'actions.0.ownerId', 'not-an-option');
  },
  'a session of tomorrow, a plan for yesterday': async ({ manager, relationshipId }) => {
    const tomorrow = { ...typicalRecord(relationshipId), date: '2026-11-25' };
    await expectInvalid(manager.sessions.record(tomorrow), 'date', 'date-in-future');
    await expectInvalid(manager.sessions.schedule({ relationshipId, date: '2026-11-23' }), 'date', 'date-in-past');
  },
  'a manager who is not the line manager on that date': async ({ manager, relationshipId }) => {
    const early = { ...typicalRecord(relationshipId), date: '2026-08-20' };
    await expectRefusal(manager.sessions.record(early), 'outside-reporting-line', 'before the line began');
  },
  'a cadence longer than a quarter or shorter than a fortnight': async ({ manager, relationshipId }) => {
    const change = (unit: 'week' | 'month', every: number) =>
      manager.relationships.changeCadence({ relationshipId, cadence: { unit, every } });
    await expectInvalid(change('month', 4), 'cadence.every', 'cadence-too-long');
    await expectInvalid(change('week', 14), 'cadence.every', 'cadence-too-long');
    await expectInvalid(change('week', 1), 'cadence.every', 'cadence-too-short');
  },
  'an id with __proto__': async ({ manager, it }) => {
    await expectInvalid(manager.sessions.get({ sessionId: '__proto__' }), 'sessionId', 'not-an-id');
    await expectInvalid(manager.sessions.get({ sessionId: 'constructor' }), 'sessionId', 'not-an-id');
    await expectInvalid(it.directory.savePerson({ id: '__proto__', name: 'X', timeZone: 'UTC' }), 'id', 'not-an-id');
    const polluted = JSON.parse('{"id":"x","name":"X","timeZone":"UTC","__proto__":{"admin":true}}') as never;
    await expectInvalid(it.directory.savePerson(polluted), '__proto__', 'unknown-key');
  },
  'an emoji-only name': async ({ it }) => {
    await expectInvalid(
      it.directory.savePerson({ id: 'emoji', name: '🎉🎉', timeZone: 'UTC' }),
      'name',
      'needs-a-letter',
    );
  },
  'a zone and an address that do not exist': async ({ it }) => {
    const person = { id: 'new', name: 'New Person' };
    await expectInvalid(
      it.directory.savePerson({ ...person, timeZone: 'Mars/Olympus' }),
      'timeZone',
      'not-a-time-zone',
    );
    await expectInvalid(
      it.directory.savePerson({ ...person, timeZone: 'UTC', email: 'not an address' }),
      'email',
      'not-an-address',
    );
  },
  'a skill the framework never had': async ({ manager, relationshipId }) => {
    const focus = { kind: 'skill-development', label: 'Magic', skillId: 'skill-magic' } as const;
    await expectInvalid(
      manager.sessions.record({ ...typicalRecord(relationshipId), focus }),
      'focus.skillId',
      'unknown-skill',
    );
  },
  'a goal for yesterday, or on a skill the framework never had': async ({ manager }) => {
    const goal = { employeeId: 'tom', title: 'Lead a renewal' };
    await expectInvalid(manager.plans.addGoal({ ...goal, skillId: 'skill-magic' }), 'skillId', 'unknown-skill');
    await expectInvalid(manager.plans.addGoal({ ...goal, targetDate: '2026-11-23' }), 'targetDate', 'date-in-past');
    const [kept] = await manager.plans.goals({ employeeId: 'tom' });
    const change = { goalId: kept?.id ?? '', targetDate: '2026-11-23' };
    await expectInvalid(manager.plans.updateGoal(change), 'targetDate', 'date-in-past');
  },
  'a review of an action that is not theirs, or twice': async ({ manager, relationshipId }) => {
    const record = typicalRecord(relationshipId);
    const reviews = [{ actionId: 'nobody-s', outcome: 'done' }] as const;
    await expectInvalid(manager.sessions.record({ ...record, reviews }), 'reviews.0.actionId', 'unknown-action');
  },
};

/** Every input that breaks a rule is refused with its path and rule, and changes nothing. */
export const badInputCases: readonly CoachingCase[] = [
  ...Object.entries(attempts).map(([what, attempt]): CoachingCase => ({
    name: `${what}: refused, nothing changed`,
    proves: ['M2', 'M18', 'M19'],
    async run(harness) {
      const { manager, it, relationshipId } = await foundCompany(harness);
      await manager.plans.addGoal({ employeeId: 'tom', title: 'A goal there is' });
      const before = await everything(manager, it, relationshipId);
      await attempt({ manager, it, relationshipId });
      expectSame(await everything(manager, it, relationshipId), before, 'what is kept');
    },
  })),
  {
    name: 'right-to-left, combining and astral text is kept exactly',
    proves: ['M3'],
    async run(harness) {
      const { manager, employee, relationshipId } = await foundCompany(harness);
      const points = [
        '‏تحدثنا عن التفاوض‏',
        'e\u0301 is not \u00e9',
        '👩‍👩‍👧‍👦 and 𝒳 and  two  spaces ',
        'line\nbreak\tand tab',
      ];
      const saved = await manager.sessions.record({ ...typicalRecord(relationshipId), points });
      const read = await employee.sessions.get({ sessionId: saved.value.session.id });
      expectSame(read.content?.points, points, 'points');
    },
  },
];
