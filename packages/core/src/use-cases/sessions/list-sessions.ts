import * as z from 'zod/mini';
import type { ListSessionsInput, PageSessionsInput } from '../../inputs.js';
import { parse } from '../../model/parse.js';
import type { Session } from '../../model/session.js';
import { calendarDate, id } from '../../model/values.js';
import type { Page } from '../../views.js';
import { relationshipFor } from '../access.js';
import { defined, type UseCaseContext } from '../context.js';
import { longestPage, pageFields } from '../input-schemas.js';

const fields = {
  relationshipId: z.optional(id),
  employeeId: z.optional(id),
  from: z.optional(calendarDate),
  to: z.optional(calendarDate),
};

const oneOfTheTwo = z.refine<{ relationshipId?: unknown; employeeId?: unknown }>(
  ({ relationshipId, employeeId }) => (relationshipId === undefined) !== (employeeId === undefined),
  { error: 'required', path: ['relationshipId'] },
);

/** Schema of what the verb is called with. */
export const inputSchema = z.strictObject(fields).check(oneOfTheTwo);
/** Schema of what the verb is called with. */
export const pageInputSchema = z.strictObject({ ...fields, ...pageFields }).check(oneOfTheTwo);

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

/**
 * A page of the same list. What the actor may see is part of the query, so that a page costs the same however many
 * sessions there are. Two pairs of the same two people follow each other, the newer one first.
 */
export const pageSessions =
  (context: UseCaseContext) =>
  async (input: PageSessionsInput): Promise<Page<Session>> => {
    const { from, to, relationshipId, employeeId = '', limit = longestPage, after } = parse(pageInputSchema, input);
    const query = defined({ from, to, descending: true, limit, after });
    if (relationshipId !== undefined) {
      await relationshipFor(context, relationshipId, 'read', 'activity');
      return context.documents.page('session', { ...query, index: 'byRelationship', equals: [relationshipId] });
    }
    if (employeeId === context.actor.personId)
      return context.documents.page('session', { ...query, index: 'byEmployee', equals: [employeeId] });
    return pageOfPairs(context, employeeId, { ...query, limit });
  };

async function pageOfPairs(
  { documents, actor }: UseCaseContext,
  employeeId: string,
  { after, ...query }: { readonly after?: string; readonly limit: number },
): Promise<Page<Session>> {
  const both = { index: 'byEmployee', equals: [employeeId], descending: true };
  const pairs = (await documents.bodies('relationship', both)).filter(({ managerId }) => managerId === actor.personId);
  const [, place = '0', cursor = ''] = /^(\d+) (.*)$/.exec(after ?? '') ?? [];
  const at = Number(place);
  const pair = pairs[at];
  if (pair === undefined) return { items: [] };
  const page = await documents.page('session', {
    ...query,
    ...(cursor && { after: cursor }),
    index: 'byRelationship',
    equals: [pair.id],
  });
  if (page.next !== undefined) return { items: page.items, next: `${at} ${page.next}` };
  return at + 1 < pairs.length ? { items: page.items, next: `${at + 1} ` } : page;
}
