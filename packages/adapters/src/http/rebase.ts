import {
  CoachingError,
  documentKinds,
  millisecondsOf,
  type CoachingErrorCode,
  type JsonObject,
  type QueuedOperation,
  type ReplicaDocument,
  type Storage,
  type StorageChange,
} from '@coachkit/core';
import { markOf, type Verb, type WireDocument } from '@coachkit/core/wire';
import { differences, readKnown, type Known } from './differences.js';
import { documentOf, isSame } from './document-name.js';
import { serverVersionAfter, versionInputOf } from './own-versions.js';
import { dropOperation, keepOperation, readQueue, type Queued } from './queue.js';
import type { RunVerb } from './run-verb.js';
import { Stage } from './stage.js';

/**
 * What becomes of an operation: `applied` by the server, `given-up`, `again` to be sent, or refused for good with a
 * code.
 */
export type Ending = 'applied' | 'given-up' | 'again' | { readonly refusal: CoachingErrorCode };

/** News of the server. */
export interface Learned {
  readonly documents: ReadonlyMap<string, WireDocument>;
  /** Names of what the person may not hold any more. */
  readonly gone: ReadonlySet<string>;
  /** By the id of the operation. */
  readonly endings: ReadonlyMap<string, Ending>;
}

/** What a replica is kept with. */
export interface ReplicaParts {
  readonly local: Storage;
  readonly run: RunVerb;
  readonly personId: string;
  /** How far the clock of the server is ahead of this device's, in milliseconds. */
  readonly skew: () => number;
}

/** Whether documents of a kind are part of a replica. Facts are the server's; a newer server may have kinds of its own. */
export function isReplicated(kind: string): boolean {
  return (
    Object.hasOwn(documentKinds, kind) &&
    !['operation', 'queuedOperation', 'replicaDocument', 'sessionFact'].includes(kind)
  );
}

/**
 * Takes in what the server says, in one commit: its documents are the ground, and what is still waiting is done again
 * on top of it, in order, by the same use cases. What cannot be done there any more is not shown; it stays in the queue
 * until the server has said so too.
 * @throws CoachingError as `Storage.commit`
 */
export async function rebase(parts: ReplicaParts, learned: Learned): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const changes = await rebased(parts, learned);
    try {
      if (changes.length > 0) await parts.local.commit(changes);
      return;
    } catch (error) {
      // Another tab wrote in between: what it wrote is part of the next attempt.
      if (!isConflict(error) || attempt === 20) throw error;
    }
  }
}

/** Whether it says that somebody else wrote first. */
export function isConflict(error: unknown): boolean {
  return CoachingError.isInstance(error) && error.code === 'conflict';
}

async function rebased(parts: ReplicaParts, { documents, gone, endings }: Learned): Promise<StorageChange[]> {
  const { local } = parts;
  const changes: StorageChange[] = [];
  const names = new Set([...documents.keys(), ...gone]);
  const waiting: Queued[] = [];
  const acknowledged: string[] = [];
  const given = new Set<string>();
  for (const queued of await readQueue(local)) {
    const { version } = queued;
    const operation = withoutRefused(queued.operation, given, parts.personId);
    const ending = endings.get(operation.id) ?? (operation.refusal && { refusal: operation.refusal });
    if (ending !== undefined && ending !== 'applied' && operation.verb === 'drafts.save') {
      const own = versionInputOf(operation.verb, operation.input as JsonObject, parts.personId);
      if (own !== undefined && queued.operation.status === 'waiting') given.add(own.name);
    }
    for (const name of operation.touched) names.add(name);
    if (ending === 'applied' || ending === 'given-up') {
      changes.push(dropOperation(queued));
      if (ending === 'applied') acknowledged.push(...operation.touched);
    } else if (ending === 'again') {
      const { refusal: _refusal, ...again } = operation;
      const renewed: QueuedOperation = { ...again, status: 'waiting' };
      waiting.push({ operation: renewed, version });
      changes.push(keepOperation(renewed, version));
    } else if (ending !== undefined && queued.operation.status === 'waiting') {
      const refused = { ...operation, ...ending, status: 'needs-attention', touched: [] } as const;
      changes.push(keepOperation(refused, version));
    } else if (operation.status === 'waiting') {
      waiting.push({ operation, version });
      if (operation !== queued.operation) changes.push(keepOperation(operation, version));
    }
  }

  for (const { operation } of waiting) {
    const own = versionInputOf(operation.verb, operation.input as JsonObject, parts.personId);
    if (own !== undefined) names.add(own.name);
  }

  const stage = new Stage(local);
  const known = new Map<string, Known>();
  const found = await Promise.all([...names].map((name) => readKnown(local, name)));
  for (const before of found) {
    const { name } = before;
    const own = acknowledged.filter((each) => each === name).length;
    const document = documents.get(name);
    const now =
      document === undefined
        ? gone.has(name)
          ? { ...before, serverVersion: 0, server: undefined, mark: undefined }
          : before
        : {
            ...before,
            serverVersion: document.version,
            server: document.body,
            mark: markOf(document.kind, document.body),
            isOwn: own > 0 && document.version === before.serverVersion + own,
          };
    known.set(name, now);
    stage.restore(documentOf(name), now.server);
  }

  const ahead = new Set<string>();
  const done: QueuedOperation[] = [];
  for (const { operation, version } of waiting) {
    const touched = await doAgain(parts, stage, operation, done, known);
    for (const name of touched) {
      ahead.add(name);
      if (!known.has(name)) known.set(name, await readKnown(local, name, stage.before(name)));
    }
    const next = { ...operation, touched };
    done.push(next);
    if (!isSame([...touched].sort(), [...operation.touched].sort())) {
      const renewed = changes.findIndex((change) => change.kind === 'queuedOperation' && change.id === operation.id);
      if (renewed >= 0) changes.splice(renewed, 1);
      changes.push(keepOperation(next, version));
    }
  }

  for (const each of known.values()) {
    const { kind, id } = documentOf(each.name);
    changes.push(...differences(each, (await stage.get(kind, id))?.body, ahead.has(each.name)));
  }
  return changes;
}

/**
 * An operation that goes on from a draft which the server has refused: the versions that it counts with are those of
 * another draft. A save is refused with the one before it; a record leaves the draft alone.
 */
function withoutRefused(operation: QueuedOperation, refused: ReadonlySet<string>, personId: string): QueuedOperation {
  const own = versionInputOf(operation.verb, operation.input as JsonObject, personId);
  if (own === undefined || operation.status !== 'waiting' || !refused.has(own.name)) return operation;
  if (own.field === 'version') return { ...operation, refusal: 'conflict' };
  const { [own.field]: _version, ...input } = operation.input as JsonObject;
  return { ...operation, input, base: {} };
}

/** Does an operation again on a stage. @returns what it changed there; nothing when it cannot be done any more */
async function doAgain(
  { run, personId, skew }: ReplicaParts,
  stage: Stage,
  { id, verb, input, madeAt }: QueuedOperation,
  before: readonly QueuedOperation[],
  known: ReadonlyMap<string, Known>,
): Promise<readonly string[]> {
  let given = input as JsonObject;
  const own = versionInputOf(verb, given, personId);
  if (own !== undefined) {
    const { serverVersion = 0 } = known.get(own.name) ?? {};
    const replica: ReplicaDocument = { id: own.name, version: serverVersion };
    const isDraft = own.name.startsWith('draft/');
    // A draft that was written elsewhere meanwhile: the server will refuse this one, and the form shows both.
    if (isDraft && serverVersionAfter(before, own.name, replica, personId) !== given[own.field]) return [];
    const { kind, id: ownId } = documentOf(own.name);
    given = { ...given, [own.field]: (await stage.get(kind, ownId))?.version ?? 0 };
  }
  try {
    await run(stage, { verb: verb as Verb, input: given, operationId: id, at: millisecondsOf(madeAt) + skew() });
  } catch {
    stage.takeTouched();
    return [];
  }
  return stage.takeTouched().filter((name) => isReplicated(documentOf(name).kind));
}
