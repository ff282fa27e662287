import { CoachingError, millisecondsOf, type Clock, type JsonObject } from '@coachkit/core';
import {
  errorOf,
  routes,
  syncLimits,
  syncPaths,
  type OperationResult,
  type Route,
  type SentOperation,
  type Verb,
  type WireDocument,
} from '@coachkit/core/wire';
import { unreachable } from '../transport/json-fetch.js';
import { bodyOf, isResults } from './answers.js';
import { documentOf, nameOf } from './document-name.js';
import { fetchDocuments } from './fetch-documents.js';
import { versionInputOf } from './own-versions.js';
import { keepOperation, readQueue, waitingOf, type Queued } from './queue.js';
import { isConflict, isReplicated, rebase, type Ending, type ReplicaParts } from './rebase.js';
import type { Server } from './server.js';

/** Largest batch, in bytes of JSON: well below what a server takes. */
const largestBatch = 200 * 1024;
/** What the server would take for longer than that it takes for that, in milliseconds. */
const longestAge = 30 * 86_400_000;

/** What became of an operation that was sent. */
export type Outcome =
  | { readonly status: 'applied'; readonly result: unknown }
  | { readonly status: 'refused'; readonly error: CoachingError };

/** What operations are sent with. */
export interface SendParts extends ReplicaParts {
  readonly server: Server;
  readonly clock: Clock;
  /** Whether somebody waits for the outcome of an operation and will say so to the person. */
  readonly isAwaited: (operationId: string) => boolean;
  /** Called when what became of it is kept on this device. */
  readonly settle: (operationId: string, outcome: Outcome) => void;
}

/**
 * Sends what waits, in order, until nothing does.
 * @throws CoachingError what keeps an operation from being applied now; those before it are settled
 */
export async function sendWaiting(parts: SendParts): Promise<void> {
  let most: number = syncLimits.operations;
  for (;;) {
    const batch = await nextBatch(parts, most);
    if (batch === undefined) continue;
    const [first] = batch;
    if (first === undefined) return;
    if (isReading(first)) {
      await leaveReceipt(parts, first);
      continue;
    }
    const results = await resultsOf(parts, batch).catch((error: unknown) => {
      if (!isForGood(error)) throw error;
      return error;
    });
    if (!(results instanceof Map)) {
      // The batch as a whole was refused. Which operation is the cause shows when each is sent alone.
      if (batch.length > 1) most = 1;
      else await refuse(parts, batch, results);
      continue;
    }
    await takeIn(parts, batch, results);
  }
}

/** Marks what may not be replaced any more before it is sent. @returns undefined when another tab changed the queue */
async function nextBatch(
  { local, clock, personId }: SendParts,
  most: number,
): Promise<readonly SentOperation[] | undefined> {
  const batch: { readonly queued: Queued; readonly sent: SentOperation }[] = [];
  let size = 0;
  for (const queued of waitingOf(await readQueue(local)).slice(0, most)) {
    const sent = toSend(queued, clock);
    if (batch.length > 0 && (isReading(sent) || goesOnFrom(queued, batch, personId))) break;
    size += new TextEncoder().encode(JSON.stringify(sent)).length;
    if (size > largestBatch && batch.length > 0) break;
    batch.push({ queued, sent });
    if (isReading(sent)) break;
  }
  const marked = batch
    .map(({ queued }) => queued)
    .filter(({ operation }) => operation.verb === 'drafts.save' && !operation.isSent)
    .map(({ operation, version }) => keepOperation({ ...operation, isSent: true }, version));
  try {
    if (marked.length > 0) await local.commit(marked);
  } catch (error) {
    if (isConflict(error)) return undefined;
    throw error;
  }
  return batch.map(({ sent }) => sent);
}

/** Whether an operation counts with the version of a draft that another one of the batch makes: it waits for its fate. */
function goesOnFrom(
  { operation: { verb, input } }: Queued,
  batch: readonly { readonly queued: Queued }[],
  personId: string,
): boolean {
  const own = versionInputOf(verb, input as JsonObject, personId);
  if (own?.name.startsWith('draft/') !== true) return false;
  return batch.some(({ queued: { operation } }) => {
    // One that is not shown any more has touched nothing, and is about to be refused.
    const before = versionInputOf(operation.verb, operation.input as JsonObject, personId);
    return before?.name === own.name || operation.touched.includes(own.name);
  });
}

function toSend({ operation: { id, verb, input, base, madeAt } }: Queued, clock: Clock): SentOperation {
  const age = Math.min(Math.max(clock.now() - millisecondsOf(madeAt), 0), longestAge);
  return { id, verb: verb as Verb, input, base, age };
}

function isReading({ verb }: SentOperation): boolean {
  return (routes[verb] as Route).kind === 'read';
}

/**
 * Words that were read on this device leave a receipt on the server when they are read there too. One that the person
 * may not read any more leaves none.
 */
async function leaveReceipt(parts: SendParts, { id, verb, input }: SentOperation): Promise<void> {
  const { server, local } = parts;
  const result = await server.read(verb, input as JsonObject).catch((error: unknown) => {
    if (!isForGood(error)) throw error;
  });
  const touched = (await readQueue(local)).find(({ operation }) => operation.id === id)?.operation.touched ?? [];
  const found = touched.length === 0 ? [] : await fetchDocuments(server, touched.map(documentOf));
  const documents = new Map(found.map((document) => [nameOf(document), document]));
  const gone = new Set(touched.filter((name) => !documents.has(name)));
  await rebase(parts, { documents, gone, endings: new Map([[id, 'applied']]) });
  parts.settle(id, { status: 'applied', result });
}

async function resultsOf(
  { server }: SendParts,
  operations: readonly SentOperation[],
): Promise<Map<string, OperationResult>> {
  const answer = await server.request({ method: 'POST', path: syncPaths.operations, body: { operations } });
  return new Map(bodyOf(answer, isResults).results.map((result) => [result.id, result]));
}

/** @throws CoachingError for what failed, or was not answered */
async function takeIn(
  parts: SendParts,
  batch: readonly SentOperation[],
  results: ReadonlyMap<string, OperationResult>,
): Promise<void> {
  const documents = new Map<string, WireDocument>();
  const gone = new Set<string>();
  const endings = new Map<string, Ending>();
  const outcomes: (() => void)[] = [];
  const refused = new Set<string>();
  let failure: CoachingError | undefined;
  for (const { id } of batch) {
    const result = results.get(id);
    if (result === undefined) {
      failure = unreachable('an operation was not answered');
      break;
    }
    if (result.status !== 'applied') {
      const error = errorOf(result.problem);
      if (result.status === 'failed') {
        failure = error;
        break;
      }
      endings.set(id, endingOf(parts, id, error));
      refused.add(id);
      outcomes.push(() => parts.settle(id, { status: 'refused', error }));
      continue;
    }
    endings.set(id, 'applied');
    for (const document of result.documents.filter(({ kind }) => isReplicated(kind))) {
      documents.set(nameOf(document), document);
      gone.delete(nameOf(document));
    }
    for (const name of result.gone.map(nameOf)) {
      documents.delete(name);
      gone.add(name);
    }
    outcomes.push(() => parts.settle(id, { status: 'applied', result: result.result }));
  }
  if (refused.size > 0) await lookAgain(parts, refused, documents, gone);
  if (endings.size > 0) await rebase(parts, { documents, gone, endings });
  for (const tell of outcomes) tell();
  if (failure !== undefined) throw failure;
}

/**
 * Fetches what refused operations have changed here, so that it goes from what this device made of it straight to what
 * the server has.
 */
async function lookAgain(
  { local, server }: SendParts,
  refused: ReadonlySet<string>,
  documents: Map<string, WireDocument>,
  gone: Set<string>,
): Promise<void> {
  const queue = await readQueue(local);
  const touched = queue.flatMap(({ operation }) => (refused.has(operation.id) ? operation.touched : []));
  const names = new Set(touched.filter((name) => !documents.has(name)));
  for (const document of await fetchDocuments(server, [...names].map(documentOf))) {
    documents.set(nameOf(document), document);
    names.delete(nameOf(document));
    gone.delete(nameOf(document));
  }
  for (const name of names) gone.add(name);
}

async function refuse(parts: SendParts, [operation]: readonly SentOperation[], error: unknown): Promise<void> {
  if (operation === undefined || !CoachingError.isInstance(error)) return;
  const endings = new Map([[operation.id, endingOf(parts, operation.id, error)]]);
  await rebase(parts, { documents: new Map(), gone: new Set(), endings });
  parts.settle(operation.id, { status: 'refused', error });
}

/** Whoever waits hears of the refusal, and still has the words; otherwise they are kept until the person decides. */
function endingOf({ isAwaited }: SendParts, id: string, { code }: CoachingError): Ending {
  return isAwaited(id) ? 'given-up' : { refusal: code };
}

function isForGood(error: unknown): error is CoachingError {
  return CoachingError.isInstance(error) && !error.retryable && error.code !== 'auth-required';
}

/** Sends one change that is not kept here, because what it changes is not. @throws CoachingError what it is refused with */
export async function sendAtOnce(server: Server, id: string, verb: Verb, input: JsonObject): Promise<unknown> {
  const body = { operations: [{ id, verb, input }] };
  const answer = await server.request({ method: 'POST', path: syncPaths.operations, body });
  const result = bodyOf(answer, isResults).results.find((each) => each.id === id);
  if (result === undefined) throw unreachable('the operation was not answered');
  if (result.status !== 'applied') throw errorOf(result.problem);
  return result.result;
}
