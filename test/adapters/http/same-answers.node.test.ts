import { connectCoaching } from '@coachkit/adapters/http/connect';
import { createMemoryStorage } from '@coachkit/adapters/storage/memory';
import {
  CoachingError,
  createCoaching,
  createMemoryStorageSource,
  createSkillList,
  millisecondsOf,
  type Actor,
  type Coaching,
  type Person,
} from '@coachkit/core';
import { demoOrganisation, demoSkills, demoTenantId, seedDemoStorage } from '@coachkit/core/demo';
import { createHandler } from '@coachkit/server';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { authenticateByToken, handlerFetch, tokenOf } from '../../support/handler-fetch.ts';

const organisation = demoOrganisation({ seed: 1, today: '2026-11-24' });
const source = createMemoryStorageSource();
const clock = { now: () => millisecondsOf('2026-11-24T09:30:00.000Z') };
const skills = createSkillList(demoSkills);
const handler = createHandler({
  storage: source,
  authenticate: authenticateByToken,
  clock,
  skills,
  limits: { burst: 1_000_000 },
});

before(() => seedDemoStorage(source.storageFor(actorOf('p001')), () => organisation).then(() => undefined));
after(() => handler.close());

function actorOf(personId: string): Actor {
  return { tenantId: demoTenantId, personId, roles: organisation.roles.get(personId) ?? [] };
}

const everyKind = (): readonly string[] => {
  const { documents, featured } = organisation;
  const people: readonly Person[] = documents.person;
  const spread = people.filter((_, index) => index % Math.ceil(people.length / 16) === 0).map(({ id }) => id);
  return [...new Set([featured.managerId, featured.employeeId, featured.learningId, ...spread])];
};

describe('what a person is answered connected is what the server’s storage says', () => {
  for (const personId of everyKind()) {
    test(personId, async () => {
      const actor = actorOf(personId);
      const direct = createCoaching({ storage: source.storageFor(actor), actor, clock, skills });
      const connected = await connectCoaching({
        url: 'https://hr.example',
        actor,
        getToken: () => tokenOf(actor),
        storage: createMemoryStorage({ tenantId: demoTenantId }),
        fetch: handlerFetch(handler),
        clock,
        changes: 'ask',
      });
      // Whoever reads leaves receipts: the first round leaves them all.
      await everyAnswer(direct);
      const [expected, found] = [await everyAnswer(direct), await everyAnswer(connected)];
      for (const [name, answer] of Object.entries(expected)) assert.deepEqual(found[name], answer, name);
      assert.deepEqual(Object.keys(found), Object.keys(expected));
      await connected.close();
    });
  }
});

/** Everything that can be watched, of everybody the person has to do with. */
async function everyAnswer(coaching: Coaching): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  const keep = async <Answer>(name: string, question: Promise<Answer>): Promise<Answer | undefined> => {
    try {
      const answer = await question;
      answers[name] = plain(answer);
      return answer;
    } catch (error) {
      assert.ok(CoachingError.isInstance(error), `${name}: ${String(error)}`);
      answers[name] = error.code;
      return undefined;
    }
  };
  const { personId } = coaching.actor;
  const agenda = await keep('agenda', coaching.sessions.agenda());
  await keep('actions', coaching.actions.list());
  await keep('development', coaching.development.record());
  await keep('conflicts', coaching.conflicts.list());
  await keep('overview', coaching.reports.overview({ unit: 'month' }));
  await keep('pairs', coaching.relationships.list());
  await keep('reports', coaching.directory.directReports({ managerId: personId }));
  await keep('own receipts', coaching.privacy.receipts({ employeeId: personId }));
  for (const { relationshipId, employee } of agenda?.entries ?? []) {
    const sessions = await keep(`sessions ${relationshipId}`, coaching.sessions.list({ relationshipId }));
    await keep(`of ${employee.id}`, coaching.sessions.list({ employeeId: employee.id }));
    await keep(`development ${employee.id}`, coaching.development.record({ employeeId: employee.id }));
    await keep(`goals ${employee.id}`, coaching.plans.goals({ employeeId: employee.id }));
    await keep(`courses ${employee.id}`, coaching.courses.assignments({ employeeId: employee.id }));
    await keep(`reason ${relationshipId}`, coaching.relationships.cadenceReason({ relationshipId }));
    await keep(`preparation ${relationshipId}`, coaching.sessions.prepare({ relationshipId }));
    await keep(`actions ${relationshipId}`, coaching.actions.list({ relationshipId, closedWithinDays: 400 }));
    for (const { id } of (sessions ?? []).slice(0, 3))
      await keep(`session ${id}`, coaching.sessions.get({ sessionId: id }));
    await keep(`receipts ${employee.id}`, coaching.privacy.receipts({ employeeId: employee.id }));
  }
  return answers;
}

/** Versions count the changes of a device, or of the server: they are handed back, and mean nothing else. */
function plain(answer: unknown): unknown {
  return answer === undefined
    ? undefined
    : (JSON.parse(JSON.stringify(answer), (name, value: unknown) =>
        name === 'version' || name === 'draftVersion' ? undefined : value,
      ) as unknown);
}
