import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { root } from './root.mjs';
import { SetupError } from './setup-error.mjs';

/**
 * Whether node_modules differs from package-lock.json. npm keeps its own record of what it installed; comparing the two
 * notices an install by hand as well, which a stamp of our own would not. Optional packages are left out, because those
 * of other platforms are rightly absent. A package folder that somebody deleted is noticed too.
 */
export function needsInstall(folder = root) {
  const wanted = readLockfile(join(folder, 'package-lock.json'));
  const installed = readLockfile(join(folder, 'node_modules', '.package-lock.json'));
  if (!wanted) throw new SetupError('package-lock.json is missing or cannot be read. Restore it with git.');
  if (!installed) return true;
  return Object.entries(wanted).some(([path, entry]) => {
    // Workspaces stand in the lockfile as folders of this repository and as links to them.
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return false;
    if (entry.optional || entry.devOptional || entry.peer) return false;
    const present = installed[path];
    return present?.version !== entry.version || !existsSync(join(folder, path, 'package.json'));
  });
}

/** Installs what the lockfile says. Prints one line, or what npm said when it failed. */
export function install() {
  console.log('Installing dependencies …');
  const started = Date.now();
  const outside = pathOutsideNodeModules();
  // Windows cannot delete a program that runs, and the Node that runs this may live in node_modules.
  const runsFromNodeModules = process.execPath.startsWith(join(root, 'node_modules'));
  const command = runsFromNodeModules && process.platform === 'win32' ? 'install' : 'ci';
  const options = [command, '--loglevel=error', '--no-audit', '--no-fund', '--no-progress'];
  const result = spawnSync(...npmCommand(outside, options), {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PATH: outside },
    maxBuffer: 64 * 1024 * 1024,
    shell: false,
  });
  if (result.error || result.status !== 0) {
    const said = [result.error?.message, result.stdout, result.stderr].filter(Boolean).join('\n').trim();
    throw new SetupError(`${said}\n\nThe install failed. Check the network, then run "npm ci" to see it in full.`);
  }
  console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/** The PATH without the folders npm put in front, so that npm itself runs on the Node of the machine. */
export function pathOutsideNodeModules(path = process.env.PATH ?? '') {
  return path
    .split(delimiter)
    .filter((folder) => !/[\\/]node_modules([\\/]|$)/.test(folder) && !folder.includes('node-gyp-bin'))
    .join(delimiter);
}

/** The first program of that name on a PATH, or undefined. */
export function findProgram(name, path = process.env.PATH ?? '') {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  return path
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => endings.map((ending) => join(folder, name + ending)))
    .find((candidate) => existsSync(candidate));
}

function npmCommand(path, options) {
  const node = findProgram('node', path) ?? process.execPath;
  const besideNode = [
    process.env.npm_execpath,
    join(dirname(node), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(dirname(node), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const cli = besideNode.find((file) => file && /npm-cli\.js$/.test(file) && existsSync(file));
  if (cli) return [node, [cli, ...options]];
  const npm = findProgram('npm', path);
  if (!npm) throw new SetupError('npm was not found. Install Node from nodejs.org, which brings npm along.');
  return [npm, options];
}

function readLockfile(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
