import { describe, test } from 'node:test';
import { postgresMissing } from './postgres.ts';

/** Describes what needs a server, or counts it as a skipped test that says why. */
export function describeOver(found: unknown, name: string, body: () => void): void {
  if (found !== undefined) describe(name, body);
  else test(name, { skip: postgresMissing }, () => undefined);
}
