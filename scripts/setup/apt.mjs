import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findProgram } from './install.mjs';

/**
 * Installs a package with apt, as root on Debian and its relatives.
 * @param {string} name of the package
 * @returns {string | undefined} why it did not work, or undefined
 */
export function installWithApt(name) {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/etc/debian_version')) return 'only as root on Debian and its relatives';
  if (!findProgram('apt-get')) return 'apt-get is not there';
  console.log(`Installing ${name} with apt …`);
  const options = { encoding: 'utf8', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const installOnce = () => spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], options);
  if (installOnce().status === 0) return undefined;
  // A fresh machine or container often has no package lists yet.
  spawnSync('apt-get', ['update', '-qq'], options);
  const second = installOnce();
  return second.status === 0 ? undefined : reason(second.stderr);
}

/**
 * The line that says what went wrong: tools put stacks, progress and advice around it.
 * @param {string} [text] what a tool has written
 */
export function reason(text = '') {
  const lines = text.split('\n').map((line) => line.trim());
  const said = lines.filter(Boolean);
  return said.find((line) => /^(E:|Error|.*\berror:)/i.test(line)) ?? said.at(-1) ?? 'it ended without a message';
}
