import type * as z from 'zod/mini';
import { refusedInput, type InputProblem, type InputRule } from '../errors.js';
import type { Schema } from './values.js';

/**
 * Reads a value by a schema.
 * @returns a copy that holds exactly the keys of the schema
 * @throws CoachingError `invalid-input` with one problem for each broken rule, at most 20
 */
export function parse<T>(schema: Schema<T>, value: unknown): T {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  throw refusedInput(result.error.issues.flatMap(problemsOf).slice(0, 20));
}

function problemsOf(issue: z.core.$ZodIssue): InputProblem[] {
  const path = issue.path.map(String).join('.');
  switch (issue.code) {
    case 'invalid_type':
      return [{ path, rule: issue.input === undefined ? 'required' : 'wrong-type' }];
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...issue.path.map(String), key].join('.'), rule: 'unknown-key' }));
    case 'custom': {
      const limit: unknown = issue.params?.['limit'];
      const rule = issue.message as InputRule;
      return [typeof limit === 'number' ? { path, rule, limit } : { path, rule }];
    }
    default:
      return [{ path, rule: 'not-an-option' }];
  }
}
