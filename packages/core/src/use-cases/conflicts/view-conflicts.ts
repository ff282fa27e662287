import type { FieldConflict } from '../../model/conflict.js';
import type { Action } from '../../model/action.js';
import type { JsonValue } from '../../ports/storage.js';
import type { ConflictView } from '../../views.js';
import { defined, peopleOf, type UseCaseContext } from '../context.js';

/** Conflicts with what stands in their documents now, oldest first. */
export async function viewConflicts(
  context: UseCaseContext,
  conflicts: readonly FieldConflict[],
): Promise<ConflictView[]> {
  const person = peopleOf(context);
  const inOrder = [...conflicts].sort((one, other) => (one.at < other.at ? -1 : 1));
  return Promise.all(
    inOrder.map(async (conflict) => {
      const { documents } = context;
      const document = await documents.find(conflict.entityKind, conflict.entityId);
      return defined({
        conflict,
        current: document && fieldOf(document.body, conflict.field),
        author: await person(conflict.authorId),
        canResolve: true,
      });
    }),
  );
}

/** Conflicts of a session, of its words and of its actions. */
export async function conflictsOfSession(
  context: UseCaseContext,
  sessionId: string,
  actions: readonly Action[],
): Promise<ConflictView[]> {
  const entities = [sessionId, ...new Set(actions.map(({ id }) => id))];
  const found = await Promise.all(
    entities.map((entityId) => context.documents.bodies('conflict', { index: 'byEntity', equals: [entityId] })),
  );
  return viewConflicts(context, found.flat());
}

/** The value of a field; undefined for one that is not there. */
export function fieldOf(body: object, field: string): JsonValue | undefined {
  return Object.hasOwn(body, field) ? (body as Readonly<Record<string, JsonValue>>)[field] : undefined;
}
