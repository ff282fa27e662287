import * as z from 'zod/mini';
import type { ListSessionsInput } from '../../inputs.js';
import { parse } from '../../model/parse.js';
import type { Session } from '../../model/session.js';
import { calendarDate, id, type Schema } from '../../model/values.js';
import type { StorageQuery } from '../../ports/storage.js';
import { relationshipFor } from '../access.js';
import { defined, type UseCaseContext } from '../context.js';

const period = { from: z.optional(calendarDate), to: z.optional(calendarDate) };
const inputSchema = z.union([
  z.strictObject({ relationshipId: id, ...period }),
  z.strictObject({ employeeId: id, ...period }),
]) as unknown as Schema<ListSessionsInput>;

/** Sessions of a pair, or of an employee with the actor or with everybody when it is the actor; newest first. */
export const listSessions =
  (context: UseCaseContext) =>
  async (input: ListSessionsInput): Promise<readonly Session[]> => {
    const { from, to, ...who } = parse(inputSchema, input);
    const query: StorageQuery = defined({ index: 'byRelationship', from, to, descending: true });
    if ('relationshipId' in who) {
      await relationshipFor(context, who.relationshipId, 'read', 'activity');
      return context.documents.bodies('session', { ...query, equals: [who.relationshipId] });
    }
    const sessions = await context.documents.bodies('session', {
      ...query,
      index: 'byEmployee',
      equals: [who.employeeId],
    });
    const { personId } = context.actor;
    return sessions.filter((session) => session.employeeId === personId || session.managerId === personId);
  };
