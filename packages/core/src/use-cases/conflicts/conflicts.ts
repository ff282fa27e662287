import * as z from 'zod/mini';
import type { Coaching } from '../../coaching.js';
import { remove, type Kept } from '../../documents.js';
import { notFound } from '../../errors.js';
import type { ListConflictsInput, ResolveConflictInput } from '../../inputs.js';
import { parse } from '../../model/parse.js';
import { id, oneOf, type Schema } from '../../model/values.js';
import { json } from '../../model/json.js';
import type { StorageQuery } from '../../ports/storage.js';
import { decide } from '../../policy/decide.js';
import { ensure, relationshipFor, relationsTo, relationsToEmployee } from '../access.js';
import type { UseCaseContext } from '../context.js';
import { changesTo } from './chosen-wording.js';
import { viewConflicts } from './view-conflicts.js';

/** Schema of what the verb is called with. */
export const listSchema = z.strictObject({
  relationshipId: z.optional(id),
  employeeId: z.optional(id),
}) as Schema<ListConflictsInput>;

/** Schema of what the verb is called with. */
export const resolveSchema = z
  .strictObject({ conflictId: id, take: oneOf(['current', 'other', 'merged']), value: z.optional(json) })
  .check(
    z.refine(({ take, value }) => (take === 'merged') === (value !== undefined), {
      error: 'required',
      path: ['value'],
    }),
  ) as unknown as Schema<ResolveConflictInput>;

/** Two wordings of one field, until one of the two people chooses. */
export const conflicts = (context: UseCaseContext): Coaching['conflicts'] => ({
  async list(input = {}) {
    const { relationshipId, employeeId } = parse(listSchema, input);
    const found = (
      await Promise.all(
        (await queriesFor(context, relationshipId, employeeId)).map((query) =>
          context.documents.list('conflict', query),
        ),
      )
    ).flat();
    const readable = await Promise.all(found.map((conflict) => mayRead(context, conflict)));
    const bodies = found.filter((_, index) => readable[index]).map(({ body }) => body);
    return viewConflicts(context, [...new Map(bodies.map((body) => [body.id, body])).values()]);
  },

  async resolve(input) {
    const choice = parse(resolveSchema, input);
    const conflict = await context.documents.get('conflict', choice.conflictId);
    if (!(await mayRead(context, conflict))) throw notFound('conflict');
    const value = choice.take === 'merged' ? choice.value : conflict.body.other;
    const changes = choice.take === 'current' ? [] : await changesTo(context, conflict.body, value);
    const level = await context.documents.commit([...changes, remove('conflict', conflict.body.id, conflict.version)]);
    context.emit('conflict-resolved', { conflictId: conflict.body.id });
    return { value: { conflictId: conflict.body.id }, level };
  },
});

async function queriesFor(
  context: UseCaseContext,
  relationshipId: string | undefined,
  employeeId: string | undefined,
): Promise<StorageQuery[]> {
  if (relationshipId !== undefined) {
    await relationshipFor(context, relationshipId, 'read', 'content');
    return [{ index: 'byRelationship', equals: [relationshipId] }];
  }
  if (employeeId !== undefined) {
    ensure(await relationsToEmployee(context, employeeId), 'read', 'content');
    return [{ index: 'byEmployee', equals: [employeeId] }];
  }
  const { personId } = context.actor;
  const pairs = await context.documents.bodies('relationship', { index: 'byManager', equals: [personId] });
  return [personId, ...new Set(pairs.map((pair) => pair.employeeId))].map((each) => ({
    index: 'byEmployee',
    equals: [each],
  }));
}

/** Words of a pair are the pair's; a goal belongs to the plan, which the current manager may read. */
async function mayRead(context: UseCaseContext, { body }: Kept<'conflict'>): Promise<boolean> {
  if (body.relationshipId !== undefined) {
    const pair = await context.documents.find('relationship', body.relationshipId);
    return pair !== undefined && decide(await relationsTo(context, pair.body), 'read', 'content');
  }
  return relationsToEmployee(context, body.employeeId).then(
    (relations) => decide(relations, 'read', 'plan'),
    () => false,
  );
}
