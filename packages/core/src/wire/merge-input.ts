import type { FieldConflict } from '../model/conflict.js';
import type { JsonObject, JsonValue, Storage } from '../ports/storage.js';
import { canonical } from './fingerprint.js';
import { routes, type Merge, type Route, type Verb } from './routes.js';

/** A field that was changed twice from the same state. */
export type FoundConflict = Omit<FieldConflict, 'id' | 'authorId' | 'at'>;

/** What an operation comes to when it is laid over what has changed since it was made. */
export interface MergedInput {
  readonly input: JsonValue;
  readonly conflicts: readonly FoundConflict[];
  /** The document as it stands, when the operation has nothing left to change in it. */
  readonly standing?: JsonObject;
}

/**
 * Lays an operation over the documents as they are now, field by field: what only the others have changed stays as it
 * is, what only this one changes is changed, and of what both have changed the one that came first stands and the other
 * one becomes a conflict. Whether the actor may do any of it is decided afterwards, by the use case.
 */
export async function mergeInput(
  storage: Storage,
  verb: Verb,
  input: JsonValue,
  base: JsonObject | undefined,
): Promise<MergedInput> {
  const { merges, guard }: Route = routes[verb];
  if (base === undefined || merges === undefined || guard === undefined || !isObject(input))
    return { input, conflicts: [] };
  const fields = new Map(Object.entries(input));
  const untouched = new Set(fields.keys());
  for (const name of [...guard.id, 'version']) untouched.delete(name);
  const conflicts: FoundConflict[] = [];
  let isAdjusted = false;
  for (const merge of merges) {
    const body = (await documentOf(storage, merge, fields))?.body;
    if (body === undefined) continue;
    untouched.delete(merge.input);
    const [before, wanted, current] = [base[merge.input], fields.get(merge.input), body[merge.field]];
    if (isSame(before, current)) {
      // Nobody else has changed it; where this one does, something is left to do.
      if (wanted !== undefined && !isSame(wanted, current)) untouched.add(merge.input);
      continue;
    }
    if (wanted !== undefined && !isSame(wanted, before) && !isSame(wanted, current))
      conflicts.push(await conflictOf(storage, merge, body, wanted));
    isAdjusted = true;
    // The words of a record are always handed over whole; everything else stays as it is when it is left out.
    if (merge.kind === 'sessionContent' && current !== undefined) fields.set(merge.input, current);
    else fields.delete(merge.input);
  }
  const guarded = await storage.get(guard.kind, guard.id.map((name) => textOf(fields.get(name))).join('.'));
  if (guarded !== undefined && fields.has('version')) fields.set('version', guarded.version);
  const merged = { input: Object.fromEntries(fields), conflicts };
  return isAdjusted && untouched.size === 0 && guarded?.body !== undefined
    ? { ...merged, standing: guarded.body }
    : merged;
}

async function documentOf(storage: Storage, { kind, id }: Merge, fields: ReadonlyMap<string, JsonValue>) {
  const name = fields.get(id);
  return typeof name === 'string' ? storage.get(kind, name) : undefined;
}

async function conflictOf(storage: Storage, merge: Merge, body: JsonObject, other: JsonValue): Promise<FoundConflict> {
  const entityId = textOf(body['id']);
  // Words do not say whose they are; their session does.
  const owner = merge.kind === 'sessionContent' ? ((await storage.get('session', entityId))?.body ?? {}) : body;
  const { relationshipId, employeeId, managerId } = owner;
  return {
    entityKind: merge.kind,
    entityId,
    field: merge.field,
    ...(typeof relationshipId === 'string' && { relationshipId }),
    employeeId: textOf(employeeId),
    ...(typeof managerId === 'string' && { managerId }),
    other,
  };
}

function isSame(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return canonical(one) === canonical(other);
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
