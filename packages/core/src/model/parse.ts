import type * as z from 'zod/mini';
import { CoachingError, type InputProblem, type InputRule } from '../errors.js';
import type { Schema } from './values.js';

/**
 * Reads a value by a schema.
 * @returns a copy that holds exactly the keys of the schema
 * @throws CoachingError `invalid-input` with one problem for each broken rule, at most 20
 */
export function parse<T>(schema: Schema<T>, value: unknown): T {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  const problems = result.error.issues.flatMap(problemsOf).slice(0, 20);
  throw new CoachingError('invalid-input', problems.map(({ path, rule }) => `${path || 'input'}: ${rule}`).join('; '), {
    problems,
  });
}

function problemsOf(issue: z.core.$ZodIssue): InputProblem[] {
  const segments = issue.path;
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
    default:
      return [{ path, rule: 'not-an-option' }];
  }
}

function sizeRule(origin: string, ofText: InputRule, ofList: InputRule, ofNumber: InputRule): InputRule {
  return origin === 'string' ? ofText : origin === 'array' ? ofList : ofNumber;
}
