import {
  instantOf,
  type Clock,
  type JsonObject,
  type JsonValue,
  type NewId,
  type QueuedOperation,
  type StorageChange,
} from '@coachkit/core';
import { routes, type Route, type Verb } from '@coachkit/core/wire';
import { differences, readKnown } from './differences.js';
import { documentOf } from './document-name.js';
import {
  draftName,
  readReplica,
  serverVersionAfter,
  versionInputOf,
  versionOfNow,
  type VersionInput,
} from './own-versions.js';
import { dropOperation, keepOperation, readQueue, waitingOf, type Queued } from './queue.js';
import { isConflict, isReplicated, type ReplicaParts } from './rebase.js';
import type { Report } from './run-verb.js';
import { Stage } from './stage.js';

/** What changes are made with. */
export interface PerformParts extends ReplicaParts {
  readonly clock: Clock;
  readonly newId: NewId;
}

/** A change that is kept on this device. */
export interface Performed {
  readonly value: unknown;
  readonly reports: readonly Report[];
  /** The operation that is to be sent; absent when nothing was changed. */
  readonly operationId?: string;
}

/**
 * Makes a change on this device: its effect and the operation that is to be sent are one commit.
 * @throws CoachingError what the use case refuses with, and as `Storage.commit`
 */
export async function perform(parts: PerformParts, verb: Verb, input: JsonObject): Promise<Performed> {
  for (let attempt = 1; ; attempt += 1) {
    const { changes, performed } = await tried(parts, verb, input);
    try {
      if (changes.length > 0) await parts.local.commit(changes);
      return performed;
    } catch (error) {
      // Another tab wrote in between; whether the change still stands is for the use case to say.
      if (!isConflict(error) || attempt === 20) throw error;
    }
  }
}

async function tried(
  parts: PerformParts,
  verb: Verb,
  asked: JsonObject,
): Promise<{ readonly changes: readonly StorageChange[]; readonly performed: Performed }> {
  const { local, run, personId, clock, newId, skew } = parts;
  const queue = await readQueue(local);
  const waiting = waitingOf(queue);
  const own = isObject(asked) ? versionInputOf(verb, asked, personId) : undefined;
  const input = own === undefined ? asked : await withVersionOfNow(parts, asked, own);
  const operationId = newId();
  const at = clock.now();
  const stage = new Stage(local);
  const merged = await baseOf(parts, routes[verb], input);
  const { value, reports } = await run(stage, { verb, input, operationId, at: at + skew() });

  const touched = stage.takeTouched().filter((name) => isReplicated(documentOf(name).kind));
  if (touched.length === 0) return { changes: [], performed: { value, reports } };
  const changes: StorageChange[] = [];
  for (const name of touched) {
    const { kind, id } = documentOf(name);
    const stored = stage.before(name);
    const known = stored
      ? await readKnown(local, name, stored)
      : { ...(await readKnown(local, name)), local: undefined };
    changes.push(...differences(known, (await stage.get(kind, id))?.body, true));
  }

  const earlier = verb === 'drafts.save' && own !== undefined ? replaceable(queue, own.name, personId) : [];
  changes.push(...earlier.map(dropOperation));
  const replaced = earlier.find(({ operation }) => operation.status === 'waiting')?.operation;
  const operations = waiting.map(({ operation }) => operation);
  const operation: QueuedOperation = {
    id: operationId,
    place: (queue.at(-1)?.operation.place ?? 0) + 1,
    verb,
    input:
      own === undefined
        ? asJson(input)
        : {
            ...(asJson(input) as JsonObject),
            [own.field]:
              (replaced?.input as JsonObject | undefined)?.[own.field] ??
              serverVersionAfter(operations, own.name, await readReplica(local, own.name), personId),
          },
    // What takes the place of a save goes on from the same draft as that.
    base: replaced?.base ?? (await draftBaseOf(parts, verb, operations, input, own)) ?? merged,
    madeAt: instantOf(at),
    status: 'waiting',
    touched: [...new Set([...touched, ...(replaced?.touched ?? [])])],
    isSent: false,
  };
  changes.push(keepOperation(operation));
  return { changes, performed: { value, reports, operationId } };
}

/**
 * Saves of the same draft that a new one makes superfluous: the last one as long as it was not sent and nothing has
 * used the draft since, and those that the server has refused.
 */
function replaceable(queue: readonly Queued[], name: string, personId: string): readonly Queued[] {
  const saves = queue.filter(
    ({ operation: { verb, input } }) =>
      verb === 'drafts.save' && versionInputOf(verb, input as JsonObject, personId)?.name === name,
  );
  const last = waitingOf(queue).findLast(({ operation }) => operation.touched.includes(name));
  return saves.filter(
    (each) => each.operation.status === 'needs-attention' || (each === last && !each.operation.isSent),
  );
}

/** A version that this device alone has gone on from counts as the one that is there now. */
async function withVersionOfNow(
  { local }: PerformParts,
  input: JsonObject,
  { field, name }: VersionInput,
): Promise<JsonObject> {
  const given = input[field];
  return typeof given === 'number' ? { ...input, [field]: await versionOfNow(local, name, given) } : input;
}

/** Which draft is written over, or thrown away: the server keeps one that was gone on with elsewhere. */
async function draftBaseOf(
  { local, personId }: PerformParts,
  verb: Verb,
  before: readonly QueuedOperation[],
  input: JsonObject,
  own: VersionInput | undefined,
): Promise<JsonObject | undefined> {
  if (verb === 'drafts.discard') {
    const name = draftName(input, personId);
    return { version: serverVersionAfter(before, name, await readReplica(local, name), personId) };
  }
  if (own === undefined || !own.name.startsWith('draft/')) return undefined;
  const replica = await readReplica(local, own.name);
  return replica?.base === undefined && replica?.mark !== undefined ? { mark: replica.mark } : {};
}

/** What the fields that are merged one by one hold now. */
async function baseOf({ local }: PerformParts, { merges = [] }: Route, input: JsonObject): Promise<JsonObject> {
  const base: Record<string, JsonValue> = {};
  for (const { input: field, kind, id, field: stored } of merges) {
    const named = isObject(input) ? input[id] : undefined;
    if (typeof named !== 'string') continue;
    const value = (await local.get(kind, named))?.body?.[stored];
    if (value !== undefined) base[field] = value;
  }
  return base;
}

/** Whether it is an object at all: what callers hand in is checked by the use case only. */
function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null;
}

function asJson(input: JsonObject): JsonValue {
  return JSON.parse(JSON.stringify(input)) as JsonValue;
}
