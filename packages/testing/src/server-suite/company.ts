import {
  addDays,
  dateInZone,
  systemClock,
  type Actor,
  type CalendarDate,
  type CoachingRelationship,
  type Role,
  type Saved,
} from '@coachkit/core';
import { callerOf, type Caller } from './caller.js';
import { expectOk } from './expect-answers.js';
import type { ServerHarness } from './harness.js';

/** A small company in an empty tenant: Priya manages Tom and Ada, Sam works elsewhere. */
export interface ServedCompany {
  readonly tenantId: string;
  readonly today: CalendarDate;
  /** Configures the programme. */
  readonly it: Caller;
  readonly priya: Caller;
  readonly tom: Caller;
  readonly ada: Caller;
  readonly sam: Caller;
  /** The pair of Priya and Tom. */
  readonly relationshipId: string;
  readonly as: (personId: string, roles?: readonly Role[]) => Promise<Caller>;
}

/** Founds the company through the contract itself. */
export async function foundServedCompany(harness: ServerHarness): Promise<ServedCompany> {
  const tenantId = await harness.newTenant();
  const today = todayOf(harness);
  const as = (personId: string, roles: readonly Role[] = []): Promise<Caller> =>
    callerOf(harness, { tenantId, personId, roles } satisfies Actor);
  const it = await as('it', ['technical-admin']);
  for (const [id, name] of Object.entries({
    priya: 'Priya Nair',
    tom: 'Tom Okafor',
    ada: 'Ada Lindqvist',
    sam: 'Sam Reyes',
  })) {
    await savePerson(it, id, name);
  }
  const start = addDays(today, -90);
  for (const employeeId of ['tom', 'ada']) {
    const line = await it.create('/reporting-lines', { employeeId, managerId: 'priya', start });
    expectOk(line, `the reporting line of ${employeeId}`, 201);
  }
  const priya = await as('priya');
  const relationshipId = await startPair(priya, 'tom', start);
  return {
    tenantId,
    today,
    it,
    priya,
    tom: await as('tom'),
    ada: await as('ada'),
    sam: await as('sam'),
    relationshipId,
    as,
  };
}

/** Adds somebody to the directory. */
export async function savePerson(it: Caller, id: string, name: string): Promise<void> {
  const body = { name, timeZone: 'Etc/UTC' };
  expectOk(await it.send('PUT', `/people/${id}`, body, { headers: { 'If-None-Match': '*' } }), `saving ${id}`);
}

/** Begins to coach an employee. */
export async function startPair(manager: Caller, employeeId: string, start: CalendarDate): Promise<string> {
  const started = await manager.create('/relationships', { managerId: manager.personId, employeeId, start });
  return expectOk<Saved<CoachingRelationship>>(started, `the pair with ${employeeId}`, 201).value.id;
}

/** A record as a manager would save it. */
export function recordOf(date: CalendarDate, focus = 'Negotiation') {
  return {
    date,
    durationMinutes: 50,
    focus: { kind: 'specific-development-area', label: focus },
    points: ['Tom led two calls on his own.', 'The opening went as he had planned it.'],
  };
}

/** The date by the server's clock. */
export function todayOf(harness: ServerHarness): CalendarDate {
  return harness.today?.() ?? dateInZone(systemClock.now(), 'Etc/UTC');
}
