import { CoachingError, createCoaching, isId, refusedInput, type JsonObject, type JsonValue } from '@coachkit/core';
import { applyOperation, invoke, requestStorage, type Precondition, type Route, type Verb } from '@coachkit/core/wire';
import { jsonAnswer, MockRefusal } from './mock-refusal.js';
import { bodyOf, partsOf, type MockTenant } from './mock-tenant.js';

/** Answers the request of one verb with the use case that a server would run. */
export async function answerVerb(
  tenant: MockTenant,
  verb: Verb,
  route: Route,
  request: Request,
  params: Readonly<Record<string, string>>,
): Promise<Response> {
  const parts = partsOf(tenant);
  const input = inputOf(route, new URL(request.url).searchParams, await bodyOf(request), params);
  const id = request.headers.get('Idempotency-Key');
  if (id === null ? route.kind === 'create' : !isId(id))
    throw new MockRefusal('invalid-input', 400, { path: 'Idempotency-Key' });
  const precondition = preconditionOf(route, request.headers, input);
  try {
    if (id !== null) {
      const applied = await applyOperation(
        { ...parts, precondition },
        { id, verb, input: given(route, input, precondition) },
      );
      return jsonAnswer(applied.result, route.status);
    }
    const storage = requestStorage(parts.storage, { precondition });
    const result = await invoke(createCoaching({ ...parts, storage }), verb, given(route, input, precondition));
    const target = guarded(route, input);
    const version = target && storage.versionOf(target.kind, target.id);
    return jsonAnswer(result, route.status, version === undefined || version === 0 ? {} : { ETag: `"${version}"` });
  } catch (error) {
    const isStale = precondition !== undefined && precondition.expected !== 'any';
    if (isStale && CoachingError.isInstance(error) && error.code === 'conflict')
      throw new MockRefusal('conflict', 412, { met: error });
    throw error;
  }
}

/** Path, query and body as one object. @throws CoachingError `invalid-input` for what the route does not know */
function inputOf(
  { query = {} }: Route,
  search: URLSearchParams,
  body: object,
  params: Readonly<Record<string, string>>,
): JsonObject {
  const fields = new Map(Object.entries(body as JsonObject));
  for (const [name, text] of search) {
    if (!Object.hasOwn(query, name)) throw refusedInput([{ path: name, rule: 'unknown-key' }]);
    fields.set(name, query[name] === 'number' && /^-?\d{1,15}$/.test(text) ? Number(text) : text);
  }
  for (const [name, value] of Object.entries(params)) fields.set(name, value);
  return Object.fromEntries(fields);
}

function guarded({ guard }: Route, input: JsonObject): Pick<Precondition, 'kind' | 'id'> | undefined {
  return guard && { kind: guard.kind, id: guard.id.map((name) => textOf(input[name])).join('.') };
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** @throws MockRefusal 428 for a change that does not say what it changes */
function preconditionOf(route: Route, headers: Headers, input: JsonObject): Precondition | undefined {
  const target = guarded(route, input);
  if (route.kind !== 'change' || target === undefined) return undefined;
  if (headers.get('If-None-Match') === '*' && route.method === 'PUT') return { ...target, expected: 'none' };
  const match = headers.get('If-Match');
  if (match === null && 'version' in input) return undefined;
  if (match === null) throw new MockRefusal('invalid-input', 428, { path: 'If-Match' });
  if (match === '*') return { ...target, expected: 'any' };
  const [, version] = /^"([1-9]\d*)"$/.exec(match) ?? [];
  if (version === undefined) throw new MockRefusal('invalid-input', 400, { path: 'If-Match' });
  return { ...target, expected: Number(version) };
}

/** A correction may leave its version to the header. */
function given({ merges }: Route, input: JsonObject, precondition: Precondition | undefined): JsonValue {
  const isVersioned = merges?.some(({ kind }) => kind === 'sessionContent') ?? false;
  if (!isVersioned || typeof precondition?.expected !== 'number') return input;
  return { version: precondition.expected, ...input };
}
