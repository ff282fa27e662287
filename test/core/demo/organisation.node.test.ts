import { addDays, documentSchemas, isWithin, slotOf, type DomainKind, type Session } from '@coachkit/core';
import { demoOrganisation, type DemoOrganisation } from '@coachkit/core/demo';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

/** Ordinary days and awkward ones: a leap day, the last day of a year, a Sunday, the end of a short month. */
const samples = [
  { seed: 1, today: '2026-11-24' },
  { seed: 2, today: '2028-02-29' },
  { seed: 3, today: '2026-12-31' },
  { seed: 4, today: '2027-03-28' },
  { seed: 77, today: '2027-02-28' },
];

for (const sample of samples) {
  const organisation = demoOrganisation(sample);
  const { documents, today } = organisation;

  describe(`the sample organisation of seed ${sample.seed} on ${today}`, () => {
    test('every document parses under its schema, and has an id of its own', () => {
      for (const [kind, schema] of Object.entries(documentSchemas)) {
        const bodies = documents[kind as DomainKind];
        for (const body of bodies) {
          const result = schema.safeParse(body);
          assert.ok(result.success, `${kind} ${body.id}: ${JSON.stringify(result.error?.issues)}`);
        }
        assert.equal(new Set(bodies.map(({ id }) => id)).size, bodies.length, `an id of ${kind} is there twice`);
      }
    });

    test('has the size of a real company: departments, 24 teams of 2 to 14, about 190 people', () => {
      const teams = documents.unit.filter(({ kind }) => kind === 'team');
      assert.ok(documents.unit.filter(({ kind }) => kind === 'department').length >= 4);
      assert.equal(teams.length, 24);
      const here = documents.person.filter(({ leftOn }) => leftOn === undefined);
      const sizes = teams.map((team) => here.filter(({ teamId }) => teamId === team.id).length);
      assert.ok(Math.min(...sizes) >= 2 && Math.max(...sizes) <= 14, String(sizes));
      assert.ok(sizes.filter((size) => size < 5).length >= 4, 'several teams are smaller than the threshold');
      assert.ok(here.length >= 180 && here.length <= 200, String(here.length));
      assert.ok(documents.session.length > 1500);
    });

    test('reporting lines hold on the day of every session, within the relationship', () => {
      const relationships = new Map(documents.relationship.map((each) => [each.id, each]));
      for (const { id, relationshipId, managerId, employeeId, date } of documents.session) {
        const line = documents.reportingLine.find(
          (each) =>
            each.employeeId === employeeId && each.managerId === managerId && isWithin(date, each.start, each.end),
        );
        const pair = relationships.get(relationshipId);
        assert.ok(line !== undefined && pair !== undefined, `no line holds for ${id}`);
        assert.ok(isWithin(date, pair.start, pair.end), `${id} lies outside its relationship`);
        assert.deepEqual([pair.managerId, pair.employeeId], [managerId, employeeId]);
      }
    });

    test('nobody has two managers at a time, and nobody is above themselves', () => {
      const on = (employeeId: string) =>
        documents.reportingLine.filter(
          (line) => line.employeeId === employeeId && isWithin(today, line.start, line.end),
        );
      for (const { id } of documents.person) {
        assert.ok(on(id).length <= 1);
        const seen = new Set<string>();
        for (let above: string | undefined = id; above !== undefined; above = on(above)[0]?.managerId) {
          assert.ok(!seen.has(above), `${id} is above themselves`);
          seen.add(above);
        }
      }
    });

    test('every session stands for the slot it was planned in, at most one recorded for each', () => {
      const relationships = new Map(documents.relationship.map((each) => [each.id, each]));
      const recorded = new Set<string>();
      for (const session of documents.session) {
        const pair = relationships.get(session.relationshipId);
        assert.equal(session.slot, slotOf(pair!, session.date), session.id);
        if (session.status !== 'recorded') continue;
        assert.ok(session.date < today, `${session.id} was recorded before it took place`);
        const key = `${session.relationshipId} ${session.slot}`;
        assert.ok(!recorded.has(key), `two records for ${key}`);
        recorded.add(key);
      }
    });

    test('facts agree with sessions, contents, actions and courses', () => assertFactsAgree(organisation));

    test('references lead somewhere', () => assertReferences(organisation));

    test('holds every state that an interface has to show', () => assertVariety(organisation));
  });
}

test('is the same for the same seed and day, to the byte, and another one otherwise', () => {
  const text = (seed: number, today: string): string => {
    const { documents, roles, featured } = demoOrganisation({ seed, today });
    return JSON.stringify([documents, [...roles], featured]);
  };
  const first = text(9, '2026-11-24');
  assert.equal(text(9, '2026-11-24'), first);
  assert.notEqual(text(10, '2026-11-24'), first);
  assert.notEqual(text(9, '2026-11-25'), first);
});

test('is drawn in less than half a second', (context) => {
  demoOrganisation({ seed: 5, today: '2026-11-24' });
  const times = [6, 7, 8].map((seed) => {
    const start = performance.now();
    demoOrganisation({ seed, today: '2026-11-24' });
    return performance.now() - start;
  });
  const best = Math.min(...times);
  context.diagnostic(`${best.toFixed(0)} ms`);
  assert.ok(best < 500, `${best} ms`);
});

function assertFactsAgree({ documents }: DemoOrganisation): void {
  const contents = new Map(documents.sessionContent.map((content) => [content.id, content]));
  const facts = new Map(documents.sessionFact.map((fact) => [fact.id, fact]));
  const ended = new Map(documents.relationship.map(({ id, end }) => [id, end]));
  const withFact = documents.session.filter(({ status }) => ['recorded', 'missed', 'excused'].includes(status));
  assert.deepEqual([...facts.keys()].sort(), withFact.map(({ id }) => id).sort());
  for (const session of withFact) {
    const fact = facts.get(session.id)!;
    const { relationshipId, managerId, employeeId, date, slot, durationMinutes, status, missedBy } = session;
    const content = status === 'recorded' ? contents.get(session.id) : undefined;
    const agreed = documents.action.filter(({ sessionId }) => sessionId === session.id);
    const courses = documents.courseAssignment.filter(({ sessionId }) => sessionId === session.id);
    const openBefore = documents.action.filter(
      (action) =>
        action.employeeId === employeeId &&
        (action.relationshipId === relationshipId || (ended.get(action.relationshipId) ?? '9999') < date) &&
        action.createdAt < (session.recordedAt ?? '') &&
        (action.closedAt === undefined || action.closedAt >= (session.recordedAt ?? '')),
    );
    const { departmentId, teamId, ...rest } = fact;
    assert.ok(documents.unit.some(({ id, parentId }) => id === teamId && parentId === departmentId));
    const expected = {
      id: session.id,
      relationshipId,
      managerId,
      employeeId,
      status,
      missedBy,
      date,
      slot,
      durationMinutes,
      focusKind: content?.focus?.kind,
      skillId: content?.focus?.skillId,
      pointCount: content?.points.length ?? 0,
      actionCount: agreed.length,
      openBefore: status === 'recorded' ? openBefore.length : 0,
      reviewed: content?.reviews.length ?? 0,
      coursesAssigned: courses.filter(({ intent }) => intent === 'assign').length,
      coursesRecommended: courses.filter(({ intent }) => intent === 'recommend').length,
    };
    assert.deepEqual({ missedBy: undefined, focusKind: undefined, skillId: undefined, ...rest }, expected);
  }
}

function assertReferences({ documents, today }: DemoOrganisation): void {
  const ids = (kind: DomainKind): Set<string> => new Set(documents[kind].map(({ id }) => id));
  const [people, sessions, actions, goals] = [ids('person'), ids('session'), ids('action'), ids('goal')];
  for (const action of documents.action) {
    assert.ok(action.ownerId === action.managerId || action.ownerId === action.employeeId, action.id);
    assert.ok(sessions.has(action.sessionId ?? ''), action.id);
    assert.equal(action.closedAt === undefined, action.status === 'open', action.id);
    assert.ok((action.closedAt ?? action.createdAt) >= action.createdAt && (action.closedAt ?? '') < today, action.id);
    for (const [index, activity] of action.activities.entries()) {
      const assignment = documents.courseAssignment.find(({ id }) => id === `${action.id}.${index}`);
      assert.equal(assignment?.courseId, activity.kind === 'course' ? activity.courseId : undefined);
    }
  }
  for (const { id, focus, reviews } of documents.sessionContent) {
    assert.ok(sessions.has(id));
    assert.ok(focus?.goalId === undefined || goals.has(focus.goalId), id);
    for (const { actionId } of reviews) assert.ok(actions.has(actionId), id);
  }
  for (const evidence of documents.skillEvidence) {
    const content = documents.sessionContent.find(({ id }) => id === evidence.sessionId);
    assert.equal(content?.focus?.skillId, evidence.skillId);
  }
  for (const { sessionId, authorId, writtenAt } of documents.comment) {
    const session = documents.session.find(({ id }) => id === sessionId);
    assert.ok(session?.status === 'recorded' && writtenAt > (session.recordedAt ?? ''));
    assert.ok([session.managerId, session.employeeId].includes(authorId));
  }
  for (const { sessionId, readerId, readAt } of documents.accessReceipt) {
    const session = documents.session.find(({ id }) => id === sessionId);
    assert.ok(session?.employeeId === readerId && readAt > (session.recordedAt ?? ''));
  }
  for (const { replaces, replacedBy, id } of documents.session) {
    const other = (otherId: string): Session => documents.session.find((each) => each.id === otherId)!;
    if (replaces !== undefined) assert.equal(other(replaces).replacedBy, id);
    if (replacedBy !== undefined) assert.equal(other(replacedBy).replaces, id);
  }
  for (const { teamId, departmentId } of documents.person) {
    assert.ok(documents.unit.some(({ id }) => id === teamId) && documents.unit.some(({ id }) => id === departmentId));
  }
  for (const { id } of documents.cadenceReason) assert.ok(documents.relationship.some((each) => each.id === id));
  assert.ok(documents.leave.every(({ personId, start, end }) => people.has(personId) && start <= end));
}

function assertVariety({ documents, today, roles, featured }: DemoOrganisation): void {
  const of = <T>(list: readonly T[]): Set<T> => new Set(list);
  const sessionStates = of(documents.session.map(({ status }) => status));
  assert.deepEqual([...sessionStates].sort(), ['cancelled', 'excused', 'missed', 'planned', 'recorded']);
  assert.deepEqual([...of(documents.action.map(({ status }) => status))].sort(), ['done', 'dropped', 'open']);
  assert.ok(
    documents.action.some(({ status, dueDate }) => status === 'open' && dueDate < today),
    'an overdue action',
  );
  assert.deepEqual([...of(documents.courseAssignment.map(({ status }) => status))].sort(), [
    'completed',
    'enrolled',
    'in-progress',
    'not-delivered',
    'recommended',
    'requested',
    'withdrawn',
  ]);
  assert.deepEqual([...of(documents.goal.map(({ status }) => status))].sort(), ['dropped', 'open', 'reached']);
  assert.equal(of(documents.sessionFact.flatMap(({ focusKind }) => focusKind ?? [])).size, 4);
  assert.ok(documents.sessionFact.some(({ status, skillId }) => status === 'recorded' && skillId === undefined));
  assert.ok(
    documents.leave.some(({ start, end }) => isWithin(today, start, end)),
    'somebody is away',
  );
  assert.ok(documents.comment.length > 20 && documents.sessionVersion.length > 5 && documents.draft.length > 0);
  const phases = documents.relationship.filter(({ cadences }) => cadences.some(({ until }) => until !== undefined));
  assert.ok(phases.length > 2 && phases.every(({ id }) => documents.cadenceReason.some((reason) => reason.id === id)));

  // Managers of managers, a manager who has left and whose people came along with what was open, and a leaver.
  const managers = of(documents.relationship.map(({ managerId }) => managerId));
  assert.ok(
    documents.relationship.some(
      ({ managerId, employeeId }) => managers.has(employeeId) && managerId !== featured.managerId,
    ),
  );
  const leavers = documents.person.filter(({ leftOn }) => leftOn !== undefined);
  assert.equal(leavers.length, 2);
  assert.equal(leavers.filter(({ id }) => managers.has(id)).length, 1);
  assert.ok(
    documents.relationship.some(({ id, employeeId, end }) => {
      const followed = documents.relationship.some(
        (next) => next.employeeId === employeeId && next.start > (end ?? '9999'),
      );
      return (
        followed &&
        documents.session.some(({ relationshipId, status }) => relationshipId === id && status === 'recorded')
      );
    }),
    'somebody has changed their manager after sessions with the first',
  );

  // Well coached teams, and one that has not met for eight weeks.
  const lastOf = (teamId: string): string =>
    documents.sessionFact
      .filter((fact) => fact.teamId === teamId && fact.status === 'recorded')
      .reduce((latest, { date }) => (date > latest ? date : latest), '');
  const last = documents.unit.filter(({ kind }) => kind === 'team').map(({ id }) => lastOf(id));
  assert.ok(
    last.some((date) => date < addDays(today, -56)),
    'a team without sessions for weeks',
  );
  assert.ok(last.filter((date) => date > addDays(today, -31)).length > 10, 'teams that meet every month');

  const given = [...roles.values()].flat();
  for (const role of [
    'programme-admin',
    'learning-analyst',
    'hr-partner',
    'privacy-officer',
    'technical-admin',
  ] as const)
    assert.ok(given.includes(role), role);
  assert.ok(documents.reportingLine.some(({ managerId }) => managerId === featured.managerId));
}
