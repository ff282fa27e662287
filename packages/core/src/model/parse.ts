import type * as z from 'zod/mini';
import { CoachingError, type InputProblem, type InputRule } from '../errors.js';
import type { Schema } from './values.js';

/**
 * Reads a value by a schema.
 * @returns a copy that holds exactly the keys of the schema
 * @throws CoachingError `invalid-input` with one problem for each broken rule, at most 20
 */
export function parse<T>(schema: Schema<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.flatMap((issue) => problemsOf(issue)).slice(0, 20);
  throw new CoachingError('invalid-input', problems.map(({ path, rule }) => `${path || 'input'}: ${rule}`).join('; '), {
    problems,
  });
}

function problemsOf(issue: z.core.$ZodIssue, prefix: readonly PropertyKey[] = []): InputProblem[] {
  const segments = [...prefix, ...issue.path];
  const path = segments.map(String).join('.');
  switch (issue.code) {
    case 'invalid_type':
      return [{ path, rule: issue.input === undefined ? 'required' : 'wrong-type' }];
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...segments.map(String), key].join('.'), rule: 'unknown-key' }));
    case 'too_big':
      return [
        { path, rule: sizeRule(issue.origin, 'too-long', 'too-many', 'too-large'), limit: Number(issue.maximum) },
      ];
    case 'too_small':
      return [
        { path, rule: sizeRule(issue.origin, 'too-short', 'too-few', 'too-small'), limit: Number(issue.minimum) },
      ];
    case 'custom':
      return [{ path, rule: issue.message as InputRule }];
    case 'invalid_union': {
      // The branch that went furthest says what is wrong; a value that fits no branch at all is no option.
      const branches = issue.errors.filter((branch) => branch.length > 0);
      const best = branches.sort((one, other) => one.length - other.length)[0];
      if (best === undefined || best.every((inner) => inner.path.length === 0))
        return [{ path, rule: 'not-an-option' }];
      return best.flatMap((inner) => problemsOf(inner, segments));
    }
    default:
      return [{ path, rule: 'not-an-option' }];
  }
}

function sizeRule(origin: string, ofText: InputRule, ofList: InputRule, ofNumber: InputRule): InputRule {
  return origin === 'string' ? ofText : origin === 'array' ? ofList : ofNumber;
}
