import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../setup/root.mjs';

/** Which runner a test file belongs to is said by its name. */
const endings = {
  node: ['.node.test.ts', '.size.test.ts'],
  browser: ['.browser.test.ts'],
  e2e: ['.e2e.test.ts'],
};

/**
 * The test files by runner, sorted, as paths from the folder of the repository with forward slashes. Samples, which are
 * tests of the runner and partly fail on purpose, are left out unless the folder is one of theirs.
 * @param {string} folder the folder of all tests
 * @param {readonly string[]} [parts] keeps the files whose path contains one of these
 * @param {string} [from] what the paths start from
 * @returns {{ node: string[], browser: string[], e2e: string[] }}
 */
export function collectTests(folder, parts, from = root) {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(from, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => folder.includes('samples') || !file.includes('/samples/'))
    .filter((file) => !parts || parts.some((part) => file.includes(part)))
    .sort();
  const ofRunner = (name) => files.filter((file) => endings[name].some((ending) => file.endsWith(ending)));
  return { node: ofRunner('node'), browser: ofRunner('browser'), e2e: ofRunner('e2e') };
}
