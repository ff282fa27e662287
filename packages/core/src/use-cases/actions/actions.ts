import * as z from 'zod/mini';
import { addDays, dateInZone, millisecondsOf } from '../../calendar.js';
import type { Coaching } from '../../coaching.js';
import { put } from '../../documents.js';
import { invalidInput, notFound } from '../../errors.js';
import type { AddActionInput, ListActionsInput, UpdateActionInput } from '../../inputs.js';
import type { Action } from '../../model/action.js';
import { parse } from '../../model/parse.js';
import { calendarDate, id, oneOf, type Schema, text, wholeNumber } from '../../model/values.js';
import type { StorageQuery } from '../../ports/storage.js';
import { ensure, relationshipFor, relationsTo } from '../access.js';
import { defined, nowOf, todayOf, type UseCaseContext } from '../context.js';
import { deliverAssignments } from '../courses/deliver-assignments.js';
import { newActionFields, newActions } from './new-actions.js';
import { byDueDate, viewActions } from './view-actions.js';

/** Schema of what the verb is called with. */
export const listSchema = z.strictObject({
  relationshipId: z.optional(id),
  ownerId: z.optional(id),
  closedWithinDays: z.optional(wholeNumber(0, 400)),
}) as Schema<ListActionsInput>;

/** Schema of what the verb is called with. */
export const addSchema = z.strictObject({
  ...newActionFields,
  relationshipId: id,
  sessionId: z.optional(id),
}) as Schema<AddActionInput>;

/** Schema of what the verb is called with. */
export const updateSchema = z.strictObject({
  actionId: id,
  status: z.optional(oneOf(['open', 'done', 'dropped'])),
  dueDate: z.optional(calendarDate),
  text: z.optional(text.action),
  dropReason: z.optional(text.comment),
}) as Schema<UpdateActionInput>;

/** What the two of a pair have agreed to do. */
export const actions = (context: UseCaseContext): Coaching['actions'] => ({
  async list(input = {}) {
    const { closedWithinDays = 30, ...filter } = parse(listSchema, input);
    const { personId } = context.actor;
    const today = await todayOf(context, personId);
    const person = await context.documents.get('person', personId);
    const found = await foundActions(context, filter);
    const since = addDays(today, -closedWithinDays);
    const recent = ({ closedAt }: Action): boolean =>
      closedAt !== undefined && dateInZone(millisecondsOf(closedAt), person.body.timeZone) >= since;
    const open = found.filter(({ status }) => status === 'open').sort(byDueDate);
    const closed = found.filter((action) => action.status !== 'open' && recent(action)).sort(byClosing);
    return { today, actions: await viewActions(context, [...open, ...closed]) };
  },

  async add(input) {
    const { relationshipId, sessionId, ...action } = parse(addSchema, input);
    const { body: pair, relations } = await relationshipFor(context, relationshipId, 'create', 'actions');
    if (action.activities?.some(({ kind }) => kind === 'course')) {
      ensure(relations, 'create', 'links');
      // A course is recommended or assigned in a session; without one nothing would come of it, and nobody would know.
      if (sessionId === undefined) throw invalidInput('sessionId', 'required');
    }
    if (sessionId !== undefined) {
      const session = await context.documents.find('session', sessionId);
      if (session?.body.relationshipId !== pair.id || session.body.status !== 'recorded')
        throw invalidInput('sessionId', 'not-an-option');
    }
    const today = await todayOf(context, context.actor.personId);
    const agreed = newActions(context, pair, [action], { sessionId, today, path: '' });
    const level = await context.documents.commit(agreed.changes);
    const [added] = agreed.actions;
    if (added === undefined) throw notFound('action');
    context.emit('action-added', { actionId: added.id, relationshipId });
    deliverAssignments(context, agreed.assignments);
    return { value: added, level };
  },

  async update(input) {
    const { actionId, ...change } = parse(updateSchema, input);
    const kept = await context.documents.get('action', actionId);
    const { body: pair } = await context.documents.get('relationship', kept.body.relationshipId);
    const relations = await relationsTo(context, pair);
    if (relations.length === 0) throw notFound('action');
    ensure(relations, 'update', 'actions');
    if (change.dueDate !== undefined && change.dueDate < (await todayOf(context, context.actor.personId))) {
      throw invalidInput('dueDate', 'date-in-past');
    }
    const updated = updatedAction(context, kept.body, change);
    const level = await context.documents.commit([put('action', updated, kept)]);
    context.emit('action-updated', { actionId, relationshipId: pair.id });
    return { value: updated, level };
  },
});

/** Actions the actor is one of the two for, that fit the filter. */
async function foundActions(context: UseCaseContext, { relationshipId, ownerId }: ListActionsInput): Promise<Action[]> {
  const { personId } = context.actor;
  let queries: StorageQuery[];
  if (relationshipId !== undefined) {
    await relationshipFor(context, relationshipId, 'read', 'actions');
    queries = [{ index: 'byRelationship', equals: [relationshipId] }];
  } else if (ownerId !== undefined) {
    queries = [{ index: 'byOwner', equals: [ownerId] }];
  } else {
    const pairs = await context.documents.bodies('relationship', { index: 'byManager', equals: [personId] });
    queries = [
      { index: 'byEmployee', equals: [personId] },
      ...pairs.map(({ id: pair }): StorageQuery => ({ index: 'byRelationship', equals: [pair] })),
    ];
  }
  const found = (await Promise.all(queries.map((query) => context.documents.bodies('action', query)))).flat();
  const allowed = await readablePairs(context, found);
  return found.filter(
    (action) => allowed.has(action.relationshipId) && (ownerId === undefined || action.ownerId === ownerId),
  );
}

/** The pairs among these actions whose actions the actor may read: a former manager may not. */
async function readablePairs(context: UseCaseContext, found: readonly Action[]): Promise<ReadonlySet<string>> {
  const allowed = new Set<string>();
  for (const pairId of new Set(found.map(({ relationshipId }) => relationshipId))) {
    const readable = await relationshipFor(context, pairId, 'read', 'actions').then(
      () => true,
      () => false,
    );
    if (readable) allowed.add(pairId);
  }
  return allowed;
}

/** The action after a change: done or dropped says when and by whom, open again forgets it. */
export function updatedAction(
  context: UseCaseContext,
  action: Action,
  change: Omit<UpdateActionInput, 'actionId'>,
): Action {
  const { status = action.status, dueDate = action.dueDate, text: words = action.text } = change;
  const { closedAt, closedBy, dropReason, ...kept } = action;
  const changed = { ...kept, status, dueDate, text: words };
  if (status === 'open') return changed;
  const isNew = status !== action.status;
  return defined({
    ...changed,
    closedAt: isNew ? nowOf(context) : closedAt,
    closedBy: isNew ? context.actor.personId : closedBy,
    dropReason: status === 'dropped' ? (change.dropReason ?? dropReason) : undefined,
  });
}

function byClosing(one: Action, other: Action): number {
  return (one.closedAt ?? '') > (other.closedAt ?? '') ? -1 : 1;
}
