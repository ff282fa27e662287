import * as z from 'zod/mini';
import type { Coaching } from '../coaching.js';
import { parse } from '../model/parse.js';
import { id, oneOf } from '../model/values.js';
import type { JsonValue } from '../ports/storage.js';
import { dataClasses, operations } from '../policy/access-matrix.js';
import { routes, type Route, type Verb } from './routes.js';

/** What is asked with `can`. */
export const permissionSchema = z.strictObject({
  operation: oneOf(operations),
  dataClass: oneOf(dataClasses),
  relationshipId: z.optional(id),
});

type Call = (...inputs: unknown[]) => Promise<unknown>;

/**
 * Calls a verb by its name in the route table.
 * @param input - one object; values of positional verbs by their names
 * @throws CoachingError what the verb rejects with
 */
export async function invoke(coaching: Coaching, verb: Verb, input: JsonValue): Promise<unknown> {
  if (verb === 'can') {
    const { operation, dataClass, relationshipId } = parse(permissionSchema, input);
    return coaching.can(operation, dataClass, relationshipId === undefined ? undefined : { relationshipId });
  }
  const [group = '', name = ''] = verb.split('.');
  const verbs = Reflect.get(coaching, group) as Readonly<Record<string, Call>>;
  const { positional }: Route = routes[verb];
  if (positional === undefined) return verbs[name]?.(input);
  const values = new Map(Object.entries(input as object));
  return verbs[name]?.(...positional.map((each) => values.get(each) as unknown));
}

/** Whether a name is one of the route table. */
export function isVerb(name: unknown): name is Verb {
  return typeof name === 'string' && Object.hasOwn(routes, name);
}
