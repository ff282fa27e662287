import * as z from 'zod/mini';
import { isWithin } from '../../calendar.js';
import { parse } from '../../model/parse.js';
import { id } from '../../model/values.js';
import { decide } from '../../policy/decide.js';
import type { AccessReceiptView, PersonSummary, SessionRecord } from '../../views.js';
import { byDueDate, viewActions } from '../actions/view-actions.js';
import { conflictsOfSession } from '../conflicts/view-conflicts.js';
import { defined, peopleOf, skillLabelOf, todayOf, type UseCaseContext } from '../context.js';
import { isCorrectable } from './is-correctable.js';
import { leaveReceipt } from './leave-receipt.js';
import { sessionFor, type AccessibleSession } from './session-access.js';

/** Schema of what the verb is called with. */
export const inputSchema = z.strictObject({ sessionId: id });

/** Reads a session. Whoever is shown its words leaves a receipt that both of the pair can see (EM3). */
export const getSession =
  (context: UseCaseContext) =>
  async (input: { readonly sessionId: string }): Promise<SessionRecord> => {
    const { sessionId } = parse(inputSchema, input);
    const found = await sessionFor(context, sessionId, 'read', 'activity');
    if (decide(found.relations, 'read', 'content') && found.session.body.status === 'recorded')
      await leaveReceipt(context, found);
    return sessionRecord(context, found);
  };

/** All that the actor may see of a session. */
export async function sessionRecord(context: UseCaseContext, found: AccessibleSession): Promise<SessionRecord> {
  const { documents } = context;
  const { session, pair, relations } = found;
  const person = peopleOf(context);
  const sessionId = session.body.id;
  const mayRead = decide(relations, 'read', 'content');
  const content = mayRead ? (await documents.find('sessionContent', sessionId))?.body : undefined;
  const reviewedActions = await Promise.all(
    (content?.reviews ?? []).map(({ actionId }) => documents.find('action', actionId)),
  );
  const agreed = mayRead ? await documents.bodies('action', { index: 'bySession', equals: [sessionId] }) : [];
  const comments = mayRead ? await documents.bodies('comment', { index: 'bySession', equals: [sessionId] }) : [];
  const versions = mayRead
    ? await documents.bodies('sessionVersion', { index: 'bySession', equals: [sessionId], descending: true })
    : [];
  const receipts = decide(relations, 'read', 'audit') && mayRead ? await receiptsOf(context, sessionId, person) : [];
  const skillId = content?.focus?.skillId;
  const manager = await documents.get('person', pair.managerId);
  const isCurrent = isWithin(await todayOf(context, pair.managerId), pair.start, pair.end);
  return defined({
    session: session.body,
    manager: await person(pair.managerId),
    employee: await person(pair.employeeId),
    content,
    skillLabel: skillId === undefined ? undefined : await skillLabelOf(context, skillId),
    reviewed: await viewActions(
      context,
      reviewedActions.flatMap((action) => action?.body ?? []),
    ),
    actions: await viewActions(context, agreed.sort(byDueDate)),
    comments: await Promise.all(comments.map(async (comment) => ({ comment, author: await person(comment.authorId) }))),
    versions,
    readers: await Promise.all((isCurrent ? [pair.managerId, pair.employeeId] : [pair.employeeId]).map(person)),
    receipts,
    conflicts: mayRead
      ? await conflictsOfSession(context, sessionId, [
          ...agreed,
          ...reviewedActions.flatMap((action) => action?.body ?? []),
        ])
      : [],
    canCorrect: decide(relations, 'update', 'content') && isCorrectable(context, session.body, manager.body),
    canComment: decide(relations, 'create', 'comment') && session.body.status === 'recorded',
    version: session.version,
  });
}

async function receiptsOf(
  { documents }: UseCaseContext,
  sessionId: string,
  person: (id: string) => Promise<PersonSummary>,
): Promise<AccessReceiptView[]> {
  const receipts = await documents.bodies('accessReceipt', {
    index: 'bySession',
    equals: [sessionId],
    descending: true,
  });
  return Promise.all(
    receipts.map(async ({ readerId, role, readAt }) => ({ reader: await person(readerId), role, readAt })),
  );
}
