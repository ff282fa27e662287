import * as z from 'zod/mini';
import type { ListSessionsInput } from '../../inputs.js';
import { parse } from '../../model/parse.js';
import type { Session } from '../../model/session.js';
import { calendarDate, id } from '../../model/values.js';
import { relationshipFor } from '../access.js';
import { defined, type UseCaseContext } from '../context.js';

const inputSchema = z
  .strictObject({
    relationshipId: z.optional(id),
    employeeId: z.optional(id),
    from: z.optional(calendarDate),
    to: z.optional(calendarDate),
  })
  .check(
    z.refine(({ relationshipId, employeeId }) => (relationshipId === undefined) !== (employeeId === undefined), {
      error: 'required',
      path: ['relationshipId'],
    }),
  );

/** Sessions of a pair, or of an employee with the actor or with everybody when it is the actor; newest first. */
export const listSessions =
  (context: UseCaseContext) =>
  async (input: ListSessionsInput): Promise<readonly Session[]> => {
    const { from, to, relationshipId, employeeId } = parse(inputSchema, input);
    const query = defined({ from, to, descending: true });
    if (relationshipId !== undefined) {
      await relationshipFor(context, relationshipId, 'read', 'activity');
      return context.documents.bodies('session', { ...query, index: 'byRelationship', equals: [relationshipId] });
    }
    const equals = [employeeId ?? ''];
    const sessions = await context.documents.bodies('session', { ...query, index: 'byEmployee', equals });
    const { personId } = context.actor;
    return sessions.filter((session) => session.employeeId === personId || session.managerId === personId);
  };
