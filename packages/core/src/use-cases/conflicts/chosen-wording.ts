import { put } from '../../documents.js';
import { invalidInput } from '../../errors.js';
import type { Action } from '../../model/action.js';
import { mergedFields, type FieldConflict } from '../../model/conflict.js';
import type { Goal } from '../../model/development.js';
import type { SessionContent } from '../../model/session-content.js';
import type { Session } from '../../model/session.js';
import type { JsonValue, StorageChange } from '../../ports/storage.js';
import { updatedAction } from '../actions/actions.js';
import type { UseCaseContext } from '../context.js';
import { correction } from '../sessions/correct-session.js';

/**
 * What makes the chosen wording stand: nothing where its document is gone.
 * @throws CoachingError `invalid-input` at `value` for a field that has no such values
 */
export async function changesTo(
  context: UseCaseContext,
  { entityKind, entityId, field }: FieldConflict,
  value: JsonValue | undefined,
): Promise<readonly StorageChange[]> {
  const fields: readonly string[] = mergedFields[entityKind];
  if (!fields.includes(field)) throw invalidInput('conflictId', 'not-an-option');
  const chosen: object = value === undefined ? {} : { [field]: value };
  const { documents } = context;
  switch (entityKind) {
    case 'action': {
      const kept = await documents.find('action', entityId);
      if (kept === undefined || value === undefined) return [];
      return [put('action', updatedAction(context, kept.body, chosen as Partial<Action>), kept)];
    }
    case 'goal': {
      const kept = await documents.find('goal', entityId);
      return kept === undefined ? [] : [put('goal', { ...without(kept.body, field), ...chosen } as Goal, kept)];
    }
    default:
      return wordingOfSession(context, entityId, field, chosen);
  }
}

/** Records are corrected, so that the wording that gives way can still be read; what was only proposed is replaced. */
async function wordingOfSession(
  context: UseCaseContext,
  sessionId: string,
  field: string,
  chosen: Partial<Session> & Partial<SessionContent>,
): Promise<readonly StorageChange[]> {
  const { documents } = context;
  const session = await documents.find('session', sessionId);
  const content = await documents.find('sessionContent', sessionId);
  if (session === undefined || content === undefined) return [];
  if (field === 'proposedFocus') {
    return [put('sessionContent', { ...without(content.body, field), ...chosen } as SessionContent, content)];
  }
  const { body: pair } = await documents.get('relationship', session.body.relationshipId);
  const { date, durationMinutes } = session.body;
  return (await correction(context, pair, session, { date, durationMinutes, ...chosen })).changes;
}

function without(body: object, field: string): object {
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== field));
}
