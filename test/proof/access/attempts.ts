import type { Actor, DataClass, JsonObject, Operation } from '@coachkit/core';
import type { Verb } from '@coachkit/core/wire';
import { tenants, type FilledPair, type MarkedCompany } from './company.ts';
import { isAllowed, roleIsAllowed } from './norm.ts';
import { standingTo, standingToEmployee, standingToThing } from './standing.ts';

/** What has to come of an attempt: it succeeds, it is refused, or the thing does not exist as far as one may know. */
export type Expected = 'allowed' | 'refused' | 'hidden';

/** One thing that somebody may try. */
export interface Attempt {
  readonly verb: Verb;
  readonly input: JsonObject;
  readonly expected: (actor: Actor) => Expected;
}

/** Attempts at one pair: what is its two people's. */
export function attemptsAtPair(pair: FilledPair): readonly Attempt[] {
  const { relationshipId, recorded, planned, openAction, goal, employeeId, managerId, assignment, isOver } = pair;
  const [date, past] = isOver ? ['2026-03-12', '2026-02-12'] : ['2026-12-14', '2026-11-23'];
  const focus = { kind: 'role-progression', label: 'x' };
  const to = (operation: Operation, dataClass: DataClass) => (actor: Actor) => {
    const relation = standingTo(actor, pair);
    if (relation === undefined) return 'hidden';
    return isAllowed(relation, operation, dataClass) ? 'allowed' : 'refused';
  };
  const ofEmployee = (operation: Operation, dataClass: DataClass) => (actor: Actor) => {
    const relation = standingToEmployee(actor, employeeId);
    if (relation === undefined) return 'hidden';
    return isAllowed(relation, operation, dataClass) ? 'allowed' : 'refused';
  };
  const ofThing = (operation: Operation, dataClass: DataClass) => (actor: Actor) => {
    const isThere = standingToThing(actor, employeeId) !== undefined;
    return isThere ? ofEmployee(operation, dataClass)(actor) : 'hidden';
  };
  // Whoever configures the programme may end pairs and change how often they meet, without reading a word.
  const frame = (actor: Actor): Expected => {
    if (actor.tenantId === tenants.home && roleIsAllowed(actor.roles, 'update', 'configuration')) return 'allowed';
    return to('update', 'activity')(actor);
  };
  const onlyEmployee = (actor: Actor): Expected => {
    const relation = standingTo(actor, pair);
    return relation === undefined ? 'hidden' : relation === 'employee' ? 'allowed' : 'refused';
  };
  const wordsOrHidden = (actor: Actor): Expected => (to('read', 'content')(actor) === 'allowed' ? 'allowed' : 'hidden');
  const record = { date: past, durationMinutes: 30, focus, points: ['x'] };
  const draft = {
    relationshipId,
    date: '',
    durationMinutes: 0,
    reviews: [],
    focusQuery: '',
    points: [],
    actions: [],
    quickEntry: '',
    activeSeconds: 0,
  };
  return [
    { verb: 'sessions.page', input: { relationshipId }, expected: to('read', 'activity') },
    { verb: 'sessions.get', input: { sessionId: recorded }, expected: to('read', 'activity') },
    { verb: 'sessions.get', input: { sessionId: planned }, expected: to('read', 'activity') },
    { verb: 'sessions.prepare', input: { relationshipId }, expected: to('create', 'content') },
    { verb: 'sessions.prepare', input: { relationshipId, sessionId: recorded }, expected: to('create', 'content') },
    { verb: 'actions.list', input: { relationshipId }, expected: to('read', 'actions') },
    { verb: 'relationships.cadenceReason', input: { relationshipId }, expected: to('read', 'content') },
    { verb: 'conflicts.list', input: { relationshipId }, expected: to('read', 'content') },
    { verb: 'conflicts.list', input: { employeeId }, expected: ofEmployee('read', 'content') },
    { verb: 'courses.assignments', input: { employeeId }, expected: ofEmployee('read', 'links') },
    { verb: 'plans.goals', input: { employeeId }, expected: ofEmployee('read', 'plan') },
    { verb: 'development.record', input: { employeeId }, expected: ofEmployee('read', 'links') },
    { verb: 'privacy.receipts', input: { employeeId }, expected: ofEmployee('read', 'audit') },
    { verb: 'sessions.schedule', input: { relationshipId, date }, expected: to('create', 'activity') },
    { verb: 'sessions.reschedule', input: { sessionId: planned, date }, expected: to('update', 'activity') },
    { verb: 'sessions.cancel', input: { sessionId: planned }, expected: to('update', 'activity') },
    { verb: 'sessions.record', input: { relationshipId, ...record }, expected: to('create', 'content') },
    {
      verb: 'sessions.correct',
      input: { sessionId: recorded, version: 2, focus, points: ['x'] },
      expected: to('update', 'content'),
    },
    { verb: 'sessions.comment', input: { sessionId: recorded, text: 'x' }, expected: to('create', 'comment') },
    { verb: 'sessions.proposeFocus', input: { relationshipId, text: 'x' }, expected: onlyEmployee },
    {
      verb: 'drafts.save',
      input: { draft: { ...draft, sessionId: planned }, version: 0 },
      expected: to('create', 'content'),
    },
    {
      verb: 'actions.add',
      input: { relationshipId, text: 'x', ownerId: employeeId, dueDate: '2026-12-21' },
      expected: to('create', 'actions'),
    },
    { verb: 'actions.update', input: { actionId: openAction, text: 'x' }, expected: to('update', 'actions') },
    { verb: 'actions.update', input: { actionId: openAction, status: 'done' }, expected: to('update', 'actions') },
    { verb: 'courses.retry', input: { assignmentId: assignment }, expected: ofThing('create', 'links') },
    { verb: 'plans.addGoal', input: { employeeId, title: 'x' }, expected: ofEmployee('create', 'plan') },
    { verb: 'plans.updateGoal', input: { goalId: goal, title: 'x' }, expected: ofThing('update', 'plan') },
    { verb: 'relationships.end', input: { relationshipId, end: '2026-12-31' }, expected: frame },
    {
      verb: 'relationships.changeCadence',
      input: { relationshipId, cadence: { unit: 'month', every: 2 } },
      expected: frame,
    },
    ...pair.conflicts.map((conflictId): Attempt => ({
      verb: 'conflicts.resolve',
      input: { conflictId, take: 'current' },
      expected: wordsOrHidden,
    })),
    {
      verb: 'conflicts.resolve',
      input: { conflictId: pair.goalConflict, take: 'other' },
      expected: ofThing('update', 'plan'),
    },
    { verb: 'drafts.get', input: { relationshipId }, expected: () => 'allowed' },
    { verb: 'sessions.page', input: { employeeId }, expected: () => 'allowed' },
    { verb: 'actions.list', input: { ownerId: employeeId }, expected: () => 'allowed' },
    { verb: 'actions.list', input: { ownerId: managerId }, expected: () => 'allowed' },
    {
      verb: 'sessions.agenda',
      input: { personId: employeeId },
      expected: ({ personId }) => (personId === employeeId ? 'allowed' : 'hidden'),
    },
    {
      verb: 'directory.recordLeave',
      input: { personId: employeeId, start: '2026-12-24', end: '2026-12-24' },
      expected: (actor) => {
        const isAbout = standingToEmployee(actor, employeeId) !== undefined;
        return isAbout || roleIsAllowed(actor.roles, 'update', 'configuration') ? 'allowed' : 'refused';
      },
    },
  ];
}

/** Attempts at what belongs to no pair: lists, searches, the directory, reports. */
export function attemptsAtTenant({ lineId }: MarkedCompany): readonly Attempt[] {
  const all = (): Expected => 'allowed';
  const configures = (operation: Operation) => (actor: Actor) =>
    roleIsAllowed(actor.roles, operation, 'configuration') ? 'allowed' : 'refused';
  const atHome = (operation: Operation) => (actor: Actor) => {
    const expected = configures(operation)(actor);
    return expected === 'allowed' && actor.tenantId !== tenants.home ? 'hidden' : expected;
  };
  const ownOr = (personId: string) => (actor: Actor) =>
    actor.personId === personId ? 'allowed' : configures('read')(actor);
  const line = { employeeId: 'sam', managerId: 'liam', start: '2026-11-24' };
  return [
    { verb: 'sessions.agenda', input: {}, expected: all },
    { verb: 'actions.list', input: {}, expected: all },
    { verb: 'actions.list', input: { closedWithinDays: 400 }, expected: all },
    { verb: 'relationships.list', input: {}, expected: all },
    { verb: 'conflicts.list', input: {}, expected: all },
    { verb: 'development.record', input: {}, expected: all },
    { verb: 'courses.find', input: { query: 'mark', limit: 100 }, expected: all },
    { verb: 'courses.find', input: { query: '', limit: 100 }, expected: all },
    { verb: 'skills.find', input: { query: 'mark', limit: 100 }, expected: all },
    { verb: 'skills.find', input: { query: 'e', limit: 100 }, expected: all },
    { verb: 'directory.units', input: {}, expected: all },
    { verb: 'directory.person', input: { personId: 'tom' }, expected: all },
    { verb: 'directory.page', input: {}, expected: configures('read') },
    { verb: 'directory.directReports', input: { managerId: 'priya' }, expected: ownOr('priya') },
    { verb: 'relationships.list', input: { personId: 'tom' }, expected: ownOr('tom') },
    {
      verb: 'reports.overview',
      input: { unit: 'month' },
      expected: ({ roles }) => (roleIsAllowed(roles, 'read', 'aggregate-activity') ? 'allowed' : 'refused'),
    },
    {
      verb: 'reports.overview',
      input: { unit: 'quarter', date: '2026-01-01' },
      expected: ({ roles }) => (roleIsAllowed(roles, 'read', 'aggregate-activity') ? 'allowed' : 'refused'),
    },
    {
      verb: 'directory.savePerson',
      input: { id: 'new', name: 'New', timeZone: 'Etc/UTC' },
      expected: configures('update'),
    },
    {
      verb: 'directory.saveUnit',
      input: { id: 'sales', kind: 'department', name: 'Sales' },
      expected: configures('update'),
    },
    { verb: 'directory.startReportingLine', input: line, expected: configures('create') },
    { verb: 'directory.endReportingLine', input: { lineId, end: '2026-12-31' }, expected: atHome('update') },
    {
      verb: 'relationships.start',
      input: { managerId: 'priya', employeeId: 'max', start: '2026-11-24' },
      expected: (actor) => {
        const isOwn = actor.personId === 'priya' || roleIsAllowed(actor.roles, 'create', 'configuration');
        // The same people have no reporting line in the other tenant.
        return !isOwn ? 'refused' : actor.tenantId === tenants.home ? 'allowed' : 'refused';
      },
    },
  ];
}
