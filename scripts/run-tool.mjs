import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup/root.mjs';

/** A path inside the repository: `inRoot('packages', 'core')`. */
export const inRoot = (...parts) => join(root, ...parts);

/**
 * The script behind a tool's command, so that it runs on this Node and without a shell on every platform.
 * @param {string} packageName for example "typescript"
 * @param {string} [command] when the package has several commands or one of another name
 */
export function toolPath(packageName, command = packageName) {
  const folder = inRoot('node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/**
 * Runs a script on this Node in the root folder, with its output going straight to the terminal.
 * @param {string[]} parameters the script and what it is given
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} the exit code; 1 when a signal ended it
 */
export function runNode(parameters, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, parameters, { cwd: root, stdio: 'inherit', ...options });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
