import { refusedInput, type InputProblem, type JsonObject, type JsonValue } from '@coachkit/core';
import type { Route } from '@coachkit/core/wire';

/**
 * One object of what stands in the path, in the query and in the body.
 * @throws CoachingError `invalid-input` for a parameter that there is not, that comes twice, or that contradicts the path
 */
export function readInput(
  route: Route,
  path: { readonly params: readonly string[]; readonly values: readonly string[] },
  query: URLSearchParams,
  body: JsonObject,
): JsonObject {
  const problems: InputProblem[] = [];
  const fields = new Map<string, JsonValue>(Object.entries(body));
  const known = new Map(Object.entries(route.query ?? {}));
  for (const [name, text] of query) {
    const type = known.get(name);
    if (type === undefined) problems.push({ path: name, rule: 'unknown-key' });
    else if (fields.has(name)) problems.push({ path: name, rule: 'twice' });
    else if (type === 'text') fields.set(name, text);
    else if (/^-?\d{1,15}$/.test(text)) fields.set(name, Number(text));
    else problems.push({ path: name, rule: 'wrong-type' });
  }
  for (const [index, name] of path.params.entries()) {
    const value = path.values[index] ?? '';
    if (fields.has(name) && fields.get(name) !== value) problems.push({ path: name, rule: 'twice' });
    fields.set(name, value);
  }
  if (problems.length > 0) throw refusedInput(problems.slice(0, 20));
  return Object.fromEntries(fields);
}
