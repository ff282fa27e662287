import {
  CoachingError,
  createCoaching,
  type CoachingOptions,
  type DocumentKind,
  type JsonObject,
} from '@coachkit/core';
import {
  applyOperation,
  invoke,
  requestStorage,
  type DocumentName,
  type OperationParts,
  type Precondition,
  type Route,
  type Verb,
} from '@coachkit/core/wire';
import { jsonAnswer } from './answer.js';
import type { Incoming } from './incoming.js';
import { parseJson } from './parse-json.js';
import { guarded, readConditions, type Conditions } from './preconditions.js';
import { readInput } from './read-input.js';
import { Refusal } from './refusal.js';

/** How often a change without a version is tried again that met another one. */
const mostTries = 5;

interface Outcome {
  readonly result: unknown;
  readonly versionOf: (kind: DocumentKind, id: string) => number | undefined;
}

/** Answers a request for a verb. */
export async function callVerb(
  incoming: Incoming,
  target: { readonly verb: Verb; readonly route: Route; readonly params: readonly string[] },
  values: readonly string[],
): Promise<Response> {
  const { verb, route, params } = target;
  const { request, url, limits, storage } = incoming;
  const body = parseJson(incoming.body, limits.jsonDepth);
  const input = readInput(route, { params, values }, url.searchParams, body);
  const conditions = route.kind === 'read' ? { input } : await readConditions(target, request.headers, input, storage);
  try {
    const outcome = await outcomeOf(incoming, verb, route, conditions);
    return jsonAnswer(
      outcome.result,
      route.status === 204 ? 204 : (route.status ?? 200),
      etagOf(route, input, outcome),
    );
  } catch (error) {
    throw isMismatch(error, conditions.precondition) ? new Refusal(error, 412) : error;
  }
}

function outcomeOf(incoming: Incoming, verb: Verb, route: Route, conditions: Conditions): Promise<Outcome> {
  if (conditions.operationId !== undefined) return asOperation(incoming, verb, conditions, conditions.operationId);
  const { precondition, input } = conditions;
  const mayTryAgain = route.kind !== 'read' && typeof precondition?.expected !== 'number' && !('version' in input);
  return directly(incoming, verb, conditions, mayTryAgain ? mostTries : 1);
}

async function directly(incoming: Incoming, verb: Verb, conditions: Conditions, tries: number): Promise<Outcome> {
  const { assertGoesOn } = incoming;
  const { precondition, input } = conditions;
  const storage = requestStorage(incoming.storage, { precondition, assertGoesOn });
  const coaching = createCoaching({ ...partsOf(incoming), storage });
  try {
    return { result: await invoke(coaching, verb, input), versionOf: storage.versionOf };
  } catch (error) {
    const isRace = CoachingError.isInstance(error) && error.code === 'conflict' && precondition?.expected !== 'none';
    if (!isRace || tries <= 1) throw error;
    return directly(incoming, verb, conditions, tries - 1);
  }
}

async function asOperation(
  incoming: Incoming,
  verb: Verb,
  { input, precondition }: Conditions,
  id: string,
): Promise<Outcome> {
  const parts: OperationParts = { ...partsOf(incoming), precondition, assertGoesOn: incoming.assertGoesOn };
  const { result, changed, versions } = await applyOperation(parts, { id, verb, input });
  const byName = new Map((versions ?? []).map((each) => [nameOf(each), each.version]));
  return {
    result,
    versionOf: (kind, each) => (changed.length > 0 ? byName.get(nameOf({ kind, id: each })) : undefined),
  };
}

/** The version of the one document that the answer is about. */
function etagOf(route: Route, input: JsonObject, { result, versionOf }: Outcome): Record<string, string> {
  const version =
    route.guard === undefined ? versionOfResult(result, versionOf) : versionOfGuard(route, input, versionOf);
  return version === undefined || version === 0 ? {} : { etag: `"${version}"` };
}

function versionOfGuard(route: Route, input: JsonObject, versionOf: Outcome['versionOf']): number | undefined {
  const { kind, id } = guarded(route, input);
  return versionOf(kind, id);
}

/** What was made has its first version. */
function versionOfResult(result: unknown, versionOf: Outcome['versionOf']): number | undefined {
  const value = (result as { readonly value?: { readonly id?: unknown } } | undefined)?.value;
  if (typeof value?.id !== 'string') return undefined;
  const { id } = value;
  const kinds: readonly DocumentKind[] = [
    'session',
    'action',
    'goal',
    'relationship',
    'reportingLine',
    'leave',
    'comment',
  ];
  return kinds.map((kind) => versionOf(kind, id)).find((version) => version !== undefined && version > 0);
}

function isMismatch(error: unknown, precondition: Precondition | undefined): error is CoachingError {
  if (precondition === undefined || precondition.expected === 'any' || !CoachingError.isInstance(error)) return false;
  return (
    error.code === 'conflict' && error.documents.some((each) => nameOf(each as DocumentName) === nameOf(precondition))
  );
}

/** What a `Coaching` of this request is made of. */
export function partsOf({ options, actor, clock, newId, storage }: Incoming): CoachingOptions & OperationParts {
  const { lms, skills, rules } = options;
  return {
    storage,
    actor,
    clock,
    newId,
    ...(lms !== undefined && { lms }),
    ...(skills !== undefined && { skills }),
    ...(rules !== undefined && { rules }),
  };
}

function nameOf({ kind, id }: DocumentName): string {
  return `${kind}/${id}`;
}
