import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes new files; writes none when one of them exists.
 * @param {string} root
 * @param {Record<string, string>} files text by path
 * @throws {Error} naming the file that is already there
 */
export function writeFiles(root, files) {
  const existing = Object.keys(files).find((path) => existsSync(join(root, path)));
  if (existing) throw new Error(`${existing} exists already.`);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.log(`wrote   ${path}`);
  }
}

/**
 * Changes a file that exists.
 * @param {string} root
 * @param {string} path
 * @param {(text: string) => string} change
 */
export function changeFile(root, path, change) {
  const before = readFileSync(join(root, path), 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`${path} could not be changed; see what was written, and do it by hand.`);
  writeFileSync(join(root, path), after);
  console.log(`changed ${path}`);
}

/** Runs a scaffold; what it refuses is shown without a stack. */
export async function scaffold(work) {
  try {
    await work();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}

/**
 * Puts a line behind the last of those that start with a text.
 * @param {string} text
 * @param {string} start
 * @param {string} line
 */
export function insertAfterLast(text, start, line) {
  const lines = text.split('\n');
  const last = lines.findLastIndex((one) => one.startsWith(start));
  return last < 0 ? text : lines.toSpliced(last + 1, 0, line).join('\n');
}
