import {
  CoachingError,
  invalidInput,
  type JsonObject,
  type Person,
  type Saved,
  type DurabilityLevel,
} from '@coachkit/core';
import type { Groups } from '@coachkit/core/coaching-parts';
import { closed } from '@coachkit/core/storage-parts';
import { routes, type Verb } from '@coachkit/core/wire';
import { nameOf } from './document-name.js';
import type { AskServer } from './outside-systems.js';
import { versionOfNow, withServerVersion } from './own-versions.js';
import { perform, type PerformParts, type Performed } from './perform.js';
import type { Reading } from './reading.js';
import { callVerb, inputOf } from './run-verb.js';
import { sendAtOnce } from './send.js';
import { Stage } from './stage.js';
import type { Server } from './server.js';
import type { Synchroniser } from './synchroniser.js';
import { answering, type Answering } from './verbs.js';

/** What the verbs are answered with. */
export interface GroupParts extends PerformParts {
  /** The verbs over the replica. */
  readonly reads: Groups;
  readonly server: Server;
  readonly ask: AskServer;
  readonly sync: Synchroniser;
  readonly reading: Reading;
  /** Aborted when this is closed. */
  readonly signal: AbortSignal;
  /** In milliseconds. */
  readonly waitForServer: number;
}

/** Every group of verbs, each verb answered as `verbs.ts` says. */
export function connectedGroups(parts: GroupParts): Groups {
  const made = Object.entries(answering).map(([group, verbs]) => [
    group,
    Object.fromEntries(
      Object.entries<Answering>(verbs).map(([name, how]) => [
        name,
        (...args: unknown[]) => answer(parts, how, `${group}.${name}`, args),
      ]),
    ),
  ]);
  const groups = Object.fromEntries(made) as Groups;
  return {
    ...groups,
    directory: { ...groups.directory, people: () => everybody(groups) },
    can: (...args) => answer(parts, 'local', 'can', args) as Promise<boolean>,
  };
}

/** Every page of everybody. */
async function everybody(groups: Groups): Promise<readonly Person[]> {
  const people: Person[] = [];
  let after: string | undefined;
  do {
    const page = await groups.directory.page(after === undefined ? {} : { after });
    people.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return people;
}

async function answer(parts: GroupParts, how: Answering, verb: string, args: readonly unknown[]): Promise<unknown> {
  if (parts.signal.aborted) throw closed();
  switch (how) {
    case 'local':
      return isOfOthers(parts, verb, args[0]) ? remote(parts, verb, args) : local(parts, verb, args);
    case 'receipt':
      return receipt(parts, verb as Verb, args);
    case 'change':
      return change(parts, verb as Verb, args);
    case 'ask':
      return remote(parts, verb, args);
    case 'send':
      return send(parts, verb as Verb, args);
  }
}

/** Pairs and reports of somebody else are for those who configure, whose devices do not hold them. */
function isOfOthers({ personId }: GroupParts, verb: string, input: unknown): boolean {
  const field = { 'relationships.list': 'personId', 'directory.directReports': 'managerId' }[verb];
  if (field === undefined || typeof input !== 'object' || input === null) return false;
  const named = (input as Record<string, unknown>)[field];
  return named !== undefined && named !== personId;
}

async function local(parts: GroupParts, verb: string, args: readonly unknown[]): Promise<unknown> {
  const { reads, reading } = parts;
  // What is asked of the server anyway does not wait for the replica.
  if (!verb.startsWith('skills.') && verb !== 'courses.find' && verb !== 'courses.get') await reading.ready();
  try {
    return await callVerb(reads, verb, args);
  } catch (error) {
    if (!isNotFound(error)) throw error;
    if (!(await reading.refresh())) throw error;
    return callVerb(reads, verb, args).catch((again: unknown) => {
      if (isNotFound(again) && Object.hasOwn(routes, verb)) return remote(parts, verb, args);
      throw again;
    });
  }
}

/** Where nothing can be written, reading goes on, as it does for everybody who reads a storage itself. */
async function receipt(parts: GroupParts, verb: Verb, args: readonly unknown[]): Promise<unknown> {
  try {
    return await readWithReceipt(parts, verb, args);
  } catch (error) {
    const isFull = CoachingError.isInstance(error) && ['storage-full', 'storage-read-only'].includes(error.code);
    if (!isFull) throw error;
    const { run, local, newId, clock, skew } = parts;
    const input = inputOf(verb, args) as JsonObject;
    return (await run(new Stage(local), { verb, input, operationId: newId(), at: clock.now() + skew() })).value;
  }
}

async function readWithReceipt(parts: GroupParts, verb: Verb, args: readonly unknown[]): Promise<unknown> {
  const { reading, sync, waitForServer } = parts;
  await reading.ready();
  let performed: Performed;
  try {
    performed = await make(parts, verb, args);
  } catch (error) {
    if (!isNotFound(error)) throw error;
    if (!(await reading.refresh())) throw error;
    performed = await make(parts, verb, args);
  }
  if (performed.operationId !== undefined) await sync.outcomeOf(performed.operationId, waitForServer);
  return performed.value;
}

/** A refusal that only the device gives may come from what it does not know yet: it is asked again once it knows. */
async function change(parts: GroupParts, verb: Verb, args: readonly unknown[]): Promise<unknown> {
  const { reading, sync } = parts;
  await reading.readyToChange();
  let performed: Performed;
  try {
    performed = await make(parts, verb, args);
  } catch (error) {
    if (!isOfState(error) || !(await reading.refresh())) throw error;
    try {
      performed = await make(parts, verb, args);
    } catch (again) {
      if (isForServerToSay(again)) return send(parts, verb, args);
      throw again;
    }
  }
  for (const report of performed.reports) report();
  const { operationId, value } = performed;
  if (operationId === undefined)
    return atLevel(value, sync.status.connection === 'online' ? 'server' : parts.local.status.level);
  const outcome = await sync.outcomeOf(operationId, parts.waitForServer);
  if (outcome === undefined) {
    await sync.count();
    return atLevel(value, parts.local.status.level);
  }
  if (outcome.status === 'refused') throw outcome.error;
  // The version of a draft is the one on this device; everything else is as the server made it.
  return verb === 'drafts.save'
    ? atLevel(await withVersionOfNow(parts, value as SavedDraft), 'server')
    : atLevel(outcome.result ?? value, 'server');
}

function make(parts: GroupParts, verb: Verb, args: readonly unknown[]): Promise<Performed> {
  return perform(parts, verb, inputOf(verb, args) as JsonObject);
}

type SavedDraft = Saved<{ readonly version: number; readonly draft: { readonly id: string } }>;

async function withVersionOfNow({ local }: GroupParts, saved: SavedDraft): Promise<SavedDraft> {
  const { version, draft } = saved.value;
  const now = await versionOfNow(local, nameOf({ kind: 'draft', id: draft.id }), version);
  return { ...saved, value: { draft, version: now } };
}

async function remote(parts: GroupParts, verb: string, args: readonly unknown[]): Promise<unknown> {
  const input = asObject(inputOf(verb, args) ?? {});
  return (await parts.ask(verb as Verb, input)) ?? undefined;
}

async function send(parts: GroupParts, verb: Verb, args: readonly unknown[]): Promise<unknown> {
  const { server, newId, sync } = parts;
  const asked = asObject(inputOf(verb, args));
  const input = await withServerVersion(parts, verb, asked);
  const result = await sendAtOnce(server, newId(), verb, input);
  // What it changed may be the person's own as well.
  await sync.round();
  return atLevel(result, 'server');
}

function atLevel(value: unknown, level: DurabilityLevel): unknown {
  return typeof value === 'object' && value !== null ? { ...value, level } : value;
}

function isNotFound(error: unknown): boolean {
  return CoachingError.isInstance(error) && error.code === 'not-found';
}

/** What this device does not hold, the server may have. */
function isForServerToSay(error: unknown): boolean {
  return (
    isNotFound(error) ||
    (CoachingError.isInstance(error) && error.problems.some(({ rule }) => rule === 'unknown-action'))
  );
}

function isOfState(error: unknown): boolean {
  return CoachingError.isInstance(error) && statesOfThings.has(error.code);
}

const statesOfThings: ReadonlySet<string> = new Set([
  'not-found',
  'forbidden',
  'not-in-this-state',
  'outside-reporting-line',
  'conflict',
  'invalid-input',
]);

/** What is said of it is the server's to say, as long as it can be sent at all. @throws CoachingError `invalid-input` */
function asObject(value: unknown): JsonObject {
  try {
    // Undefined and functions have no JSON, whatever the type says.
    const text = JSON.stringify(value) as string | undefined;
    const copy: unknown = JSON.parse(text ?? 'null');
    if (typeof copy === 'object' && copy !== null && !Array.isArray(copy)) return copy as JsonObject;
  } catch {
    // A cycle, or a number that JSON does not have.
  }
  throw invalidInput('', 'wrong-type');
}
