import { instantOf } from '../calendar.js';
import { createCoaching, type CoachingOptions } from '../create-coaching.js';
import { CoachingError } from '../errors.js';
import type { AppliedOperation } from '../model/operation.js';
import type { NewId } from '../ports/clock.js';
import type { LearningSystem } from '../ports/lms.js';
import type { JsonObject, JsonValue, Storage, StorageChange } from '../ports/storage.js';
import { conflict } from '../storage/refusals.js';
import { markOf } from './document-mark.js';
import { digestOf, fingerprintOf } from './fingerprint.js';
import { invoke } from './invoke.js';
import { mergeInput, type FoundConflict } from './merge-input.js';
import { requestStorage, type Precondition, type RequestStorage } from './request-storage.js';
import type { DocumentName, SentOperation } from './sync-routes.js';

/** What an operation is applied with: the parts of a `Coaching`, and what the request demands. */
export interface OperationParts extends CoachingOptions {
  readonly clock: NonNullable<CoachingOptions['clock']>;
  readonly precondition?: Precondition | undefined;
  /** Called before anything is written. @throws CoachingError when the request is not to go on */
  readonly assertGoesOn?: () => void;
}

/** What became of an operation that is applied, now or earlier. */
export interface Applied {
  /** What the verb resolved with. */
  readonly result?: JsonValue;
  /** The documents it has written, without those that only synchronisation reads. */
  readonly changed: readonly DocumentName[];
  /** Their versions, where they were written now. */
  readonly versions?: readonly (DocumentName & { readonly version: number })[];
}

/** Longest time an operation may have waited: 30 days, in milliseconds. */
const longestAge = 30 * 24 * 60 * 60 * 1000;

/** How often an operation is tried again that met a change made in between. */
const mostTries = 5;

/**
 * Applies an operation once, however often it comes: what the verb writes, the conflicts that were found and the
 * operation itself are one commit.
 * @throws CoachingError what the verb rejects with; `operation-reused` when the id came with something else before
 */
export async function applyOperation(parts: OperationParts, sent: SentOperation): Promise<Applied> {
  const fingerprint = await fingerprintOf(sent.verb, sent.input);
  let met: string | undefined;
  let isTaken = false;
  for (let tries = 1; ; tries += 1) {
    const { id, known } = await placeOf(parts, sent.id, isTaken);
    if (known !== undefined) return repeated(known, fingerprint);
    const prepared = await prepare(parts, { ...sent, id });
    const applied = { id, personId: parts.actor.personId, fingerprint, at: instantOf(parts.clock.now()) };
    try {
      return await settle(prepared, applied);
    } catch (error) {
      if (!CoachingError.isInstance(error) || error.code !== 'conflict') throw error;
      // A version that was handed in and is wrong stays wrong, however often it is tried.
      const documents = JSON.stringify(error.documents);
      isTaken = error.documents.some((each) => each.kind === 'operation' && each.id === id);
      if (tries === mostTries || documents === met) throw error;
      met = documents;
    }
  }
}

/**
 * The operation by its id, as it was applied before; somebody else's of the same id is none of this person's business.
 * @param isTaken - whether there is one of that id, which this person may not even be able to see
 */
async function placeOf({ storage, actor }: OperationParts, sentId: string, isTaken: boolean) {
  // Ids of documents are made from it, which have to keep within the length of an id.
  let id = sentId.length <= 100 ? sentId : `${sentId.slice(0, 60)}.${(await digestOf(sentId)).slice(0, 40)}`;
  let known = await operationOf(storage, id);
  if (known === undefined ? isTaken : known.personId !== actor.personId) {
    id = `${id.slice(0, 80)}.${(await digestOf(actor.personId)).slice(0, 16)}`;
    known = await operationOf(storage, id);
  }
  return { id, known };
}

async function operationOf(storage: Storage, id: string): Promise<AppliedOperation | undefined> {
  return (await storage.get('operation', id))?.body as AppliedOperation | undefined;
}

function repeated(known: AppliedOperation, fingerprint: string): Applied {
  if (known.fingerprint !== fingerprint)
    throw new CoachingError('operation-reused', 'the operation id came with something else before');
  return {
    ...(known.result !== undefined && { result: known.result }),
    changed: known.changed ?? [],
  };
}

interface Prepared {
  readonly request: RequestStorage;
  readonly result: unknown;
  readonly changes: readonly StorageChange[];
  readonly conflicts: readonly FoundConflict[];
}

/** Runs the verb and holds back what it writes. */
async function prepare(parts: OperationParts, { id, verb, input, base, age = 0 }: SentOperation): Promise<Prepared> {
  const { storage, precondition, assertGoesOn, clock, lms } = parts;
  const request = requestStorage(storage, {
    precondition,
    holdsBack: true,
    ...(assertGoesOn !== undefined && { assertGoesOn }),
  });
  if (verb === 'drafts.discard' && (await hasUnseenChange(parts, input, base)))
    return { request, result: undefined, changes: [], conflicts: [] };
  if (verb === 'drafts.save' || verb === 'sessions.record') await ensureSameDraft(parts, input, base);
  const merged = await mergeInput(storage, verb, input, base);
  const waited = Math.min(Math.max(age, 0), longestAge);
  const coaching = createCoaching({
    ...parts,
    storage: request,
    clock: { now: () => clock.now() - waited },
    newId: countedIds(id),
    ...(lms !== undefined && { lms: afterCommit(lms, request) }),
  });
  const result = await invoke(coaching, verb, merged.input);
  const { conflicts, standing } = merged;
  // The verb has decided that the actor may do this. With nothing left to change, nothing is changed.
  return standing === undefined
    ? { request, result, changes: request.held, conflicts }
    : { request, result: { value: standing, level: storage.status.level }, changes: [], conflicts };
}

async function settle(
  { request, result, changes, conflicts }: Prepared,
  operation: Omit<AppliedOperation, 'result' | 'changed'>,
): Promise<Applied> {
  const { id, personId: authorId, at } = operation;
  const found = conflicts.map((conflict, index): StorageChange => {
    const body = { ...conflict, id: `${id}.conflict.${index + 1}`, authorId, at };
    return { type: 'put', kind: 'conflict', id: body.id, body: body as unknown as JsonObject, expectedVersion: 0 };
  });
  const all = [...changes, ...found];
  const changed = [...new Map(all.map(({ kind, id: each }) => [`${kind}/${each}`, { kind, id: each }])).values()];
  const applied = {
    ...(result !== undefined && { result: JSON.parse(JSON.stringify(result)) as JsonValue }),
    changed,
  };
  const body = { ...operation, ...applied } as unknown as JsonObject;
  await request.settle([...all, { type: 'put', kind: 'operation', id, body, expectedVersion: 0 }]);
  return { ...applied, versions: request.written };
}

/** A draft that somebody has gone on with elsewhere is not thrown away by a device that has not seen that. */
async function hasUnseenChange(
  { storage, actor }: OperationParts,
  input: JsonValue,
  base: JsonObject | undefined,
): Promise<boolean> {
  const seen = base?.['version'];
  if (typeof seen !== 'number' || typeof input !== 'object' || input === null) return false;
  const draft = await storage.get('draft', draftIdOf(input as JsonObject, actor.personId));
  return draft !== undefined && draft.version > seen;
}

/** What is no id names no draft. */
function draftIdOf({ relationshipId, sessionId }: JsonObject, authorId: string): string {
  const parts = [authorId, relationshipId, ...(sessionId === undefined ? [] : [sessionId])];
  return parts.map((part) => (typeof part === 'string' ? part : '')).join('/');
}

/** A draft that was recorded and begun again elsewhere has the versions of the one the device has seen, and other words. */
async function ensureSameDraft(
  { storage, actor }: OperationParts,
  input: JsonValue,
  base: JsonObject | undefined,
): Promise<void> {
  const seen = base?.['mark'];
  const draft = (input as JsonObject | null)?.draft ?? input;
  if (typeof seen !== 'string' || typeof draft !== 'object' || draft === null) return;
  const stored = await storage.get('draft', draftIdOf(draft as JsonObject, actor.personId));
  if (stored?.body === undefined || markOf('draft', stored.body) === seen) return;
  const { kind, id, version } = stored;
  throw conflict([{ kind, id, expectedVersion: version, actualVersion: version }]);
}

/** Device and server make the same ids for the same operation. */
function countedIds(id: string): NewId {
  let count = 0;
  return () => `${id}.${String((count += 1))}`;
}

/** Enrols nobody because of a record that is not kept in the end. */
function afterCommit(lms: LearningSystem, request: RequestStorage): LearningSystem {
  return {
    find: (words, limit) => lms.find(words, limit),
    get: (courseId) => lms.get(courseId),
    progress: (personId, courseIds) => lms.progress(personId, courseIds),
    async assign(enrolment) {
      await request.settled();
      return lms.assign(enrolment);
    },
  };
}
