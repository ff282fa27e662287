import type { Coaching } from '../coaching.js';
import { parse } from '../model/parse.js';
import { decide, relationsOfRoles } from '../policy/decide.js';
import { relationsTo } from './access.js';
import type { UseCaseContext } from './context.js';
import { ofRelationship } from './input-schemas.js';

/** Whether the actor may do something: by role, or as a part of a pair. A pair that does not exist allows nothing. */
export const permissions = (context: UseCaseContext): Pick<Coaching, 'can'> => ({
  async can(operation, dataClass, target) {
    if (target === undefined) return decide(relationsOfRoles(context.actor), operation, dataClass);
    const pair = await context.documents.find('relationship', parse(ofRelationship, target).relationshipId);
    return pair !== undefined && decide(await relationsTo(context, pair.body), operation, dataClass);
  },
});
