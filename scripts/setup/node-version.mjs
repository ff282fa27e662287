import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { findProgram, pathOutsideNodeModules } from './install.mjs';
import { SetupError } from './setup-error.mjs';

/** The oldest Node the tools of this repository run on. Published packages ask for less. */
export const oldestNode = [22, 19];

/**
 * Sees to it that the scripts after this one get a Node that is new enough. The install brings Node 24 for Linux and
 * Windows; elsewhere, and on Linux systems whose C library it does not fit, the Node of the machine has to do.
 * @throws {SetupError} when neither is there
 */
export function checkNode() {
  const bundled = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  if (process.execPath.startsWith(join(root, 'node_modules'))) return;
  if (versionOf(bundled)) return;
  // A bundled Node that does not start would stand in front of the one that does.
  for (const ending of ['', '.cmd', '.ps1'])
    rmSync(join(root, 'node_modules', '.bin', `node${ending}`), { force: true });
  const system = findProgram('node', pathOutsideNodeModules());
  const version = system && versionOf(system);
  if (version && isNewEnough(version)) return;
  throw new SetupError(
    `CoachKit's tools need Node ${oldestNode.join('.')} or newer, and this machine has ${version ?? 'none'}.\n` +
      `No Node comes along for ${process.platform} ${process.arch} of this kind. ` +
      'Install Node 24 from nodejs.org and run the command again.',
  );
}

/** Whether a version such as "v22.19.0" is at least the oldest one that will do. */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
}

function versionOf(program) {
  const result = spawnSync(program, ['--version'], { encoding: 'utf8', shell: program.endsWith('.cmd') });
  return result.status === 0 ? result.stdout.trim() : undefined;
}
