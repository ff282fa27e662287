import type { Actor, Relation } from '@coachkit/core';
import { tenants, type FilledPair } from './company.ts';

/** How somebody stands to a pair, worked out from the story of the company and from nothing in the product. */
export function standingTo({ tenantId, personId }: Actor, pair: FilledPair): Relation | undefined {
  if (tenantId !== tenants.home) return undefined;
  if (personId === pair.employeeId) return 'employee';
  if (personId !== pair.managerId) return undefined;
  return pair.isOver ? 'former-manager' : 'manager';
}

/** How somebody stands to an employee: themselves, or the one who manages and coaches them now. */
export function standingToEmployee({ tenantId, personId }: Actor, employeeId: string): Relation | undefined {
  // Whoever has the same name in the other tenant is somebody there, with a record of their own.
  if (personId === employeeId) return 'employee';
  if (tenantId !== tenants.home) return undefined;
  const managers: Readonly<Record<string, string>> = { tom: 'priya', ada: 'priya', eva: 'liam' };
  return managers[employeeId] === personId ? 'manager' : undefined;
}

/** How somebody stands to a thing of an employee: a goal, a course. */
export function standingToThing(actor: Actor, employeeId: string): Relation | undefined {
  return actor.tenantId === tenants.home ? standingToEmployee(actor, employeeId) : undefined;
}

/** Whether somebody may know that a pair exists and when it meets. */
export function mayKnowOf(actor: Actor, pair: FilledPair): boolean {
  if (actor.tenantId !== tenants.home) return false;
  return standingTo(actor, pair) !== undefined || standingToThing(actor, pair.employeeId) !== undefined;
}

/** Fields of a pair, by who may read the words in them. */
const wordsOfPair = [
  ...['earlier-focus', 'earlier-point', 'focus', 'point', 'comment-of-manager', 'comment-of-employee', 'proposal'],
  ...['cadence-reason', 'conflict-of-points', 'conflict-of-action'],
];
const closedActions = ['dropped-action', 'drop-reason', 'done-action'];
const openActions = ['open-action', 'activity'];
const plan = ['goal', 'conflict-of-goal'];

/** The fields of a pair that hold words somebody may read. */
export function readableFields(actor: Actor, pair: FilledPair): readonly string[] {
  const relation = standingTo(actor, pair);
  const isParty = relation === 'employee' || relation === 'manager';
  // Open actions move on with the employee, and so does the plan; notes stay.
  const isResponsible = standingToThing(actor, pair.employeeId) !== undefined;
  return [
    ...(isParty ? [...wordsOfPair, ...closedActions] : []),
    ...(isParty || isResponsible ? openActions : []),
    ...(isResponsible ? plan : []),
    // What is being written is its author's, whoever coaches the employee by now.
    ...(actor.tenantId === tenants.home && actor.personId === pair.managerId ? ['draft'] : []),
  ];
}
