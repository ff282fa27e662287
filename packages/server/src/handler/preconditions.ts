import { isId, type JsonObject, type Storage } from '@coachkit/core';
import type { Precondition, Route, Verb } from '@coachkit/core/wire';
import { refuse } from './refusal.js';

/** Verbs whose input says which version they change. */
const versioned: ReadonlySet<Verb> = new Set<Verb>(['sessions.correct', 'drafts.save']);

/** What the headers of a change say. */
export interface Conditions {
  readonly input: JsonObject;
  readonly precondition?: Precondition;
  readonly operationId?: string;
}

/**
 * Reads `If-Match`, `If-None-Match` and `Idempotency-Key`.
 * @throws Refusal 428 for a change without the version it changes; 400 for headers that say nothing clear
 */
export async function readConditions(
  { verb, route }: { readonly verb: Verb; readonly route: Route },
  headers: Headers,
  input: JsonObject,
  storage: Storage,
): Promise<Conditions> {
  const operationId = headers.get('idempotency-key') ?? undefined;
  if (operationId === undefined ? route.kind === 'create' : !isId(operationId))
    throw unclear('Idempotency-Key', operationId === undefined ? 'required' : 'not-an-id');
  const withId = operationId === undefined ? {} : { operationId };
  const expected = expectedVersion(route, headers);
  if (versioned.has(verb)) return { ...withId, ...(await versionOf(route, input, expected, storage)) };
  if (route.guard === undefined || route.kind !== 'change') return { ...withId, input };
  if (expected === undefined) throw missing();
  return { ...withId, input, precondition: { ...guarded(route, input), expected } };
}

/** The version stands in the input, in the header, or in both. */
async function versionOf(
  route: Route,
  input: JsonObject,
  expected: Precondition['expected'] | undefined,
  storage: Storage,
): Promise<Pick<Conditions, 'input' | 'precondition'>> {
  const given = input['version'];
  if (given === undefined && expected === undefined) {
    if (route.kind === 'change') throw missing();
    return { input };
  }
  const wanted = expected === 'none' ? 0 : expected;
  if (wanted === undefined) return { input };
  if (wanted !== 'any' && given !== undefined && given !== wanted) throw unclear('If-Match', 'not-an-option');
  if (route.guard === undefined) return { input: { ...input, version: wanted === 'any' ? (given ?? 0) : wanted } };
  const target = guarded(route, input);
  const current = wanted === 'any' ? ((await storage.get(target.kind, target.id))?.version ?? 1) : wanted;
  return {
    input: { ...input, version: given ?? Math.max(current, 1) },
    precondition: { ...target, expected: expected ?? 'any' },
  };
}

/** The document that a route guards, as its input names it. */
export function guarded({ guard }: Route, input: JsonObject): Pick<Precondition, 'kind' | 'id'> {
  if (guard === undefined) throw new RangeError('the route guards nothing');
  const id = guard.id.map((name) => (typeof input[name] === 'string' ? input[name] : '')).join('.');
  return { kind: guard.kind, id };
}

function expectedVersion({ method }: Route, headers: Headers): Precondition['expected'] | undefined {
  const match = headers.get('if-match');
  const noneMatch = headers.get('if-none-match');
  if (noneMatch !== null && method !== 'GET') {
    if (noneMatch.trim() === '*' && match === null && method === 'PUT') return 'none';
    throw unclear('If-None-Match', 'not-an-option');
  }
  if (match === null) return undefined;
  if (match.trim() === '*') return 'any';
  const [, version] = /^\s*"([1-9]\d{0,14})"\s*$/.exec(match) ?? [];
  if (version === undefined) throw unclear('If-Match', 'not-an-option');
  return Number(version);
}

function missing() {
  return refuse('invalid-input', 428, {}, { path: 'If-Match', rule: 'required' });
}

function unclear(path: string, rule: 'required' | 'not-an-id' | 'not-an-option') {
  return refuse('invalid-input', 400, {}, { path, rule });
}
