import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { installWithApt, reason } from './apt.mjs';
import { findProgram, pathOutsideNodeModules } from './install.mjs';
import { root } from './root.mjs';
import { SetupError } from './setup-error.mjs';
import { withLock } from './lock.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

/**
 * The Chromium or Chrome the tests use: CHROME_PATH, else one that is installed, else the one Playwright downloaded.
 * @returns {string | undefined} the path of the program, or undefined when there is none
 * @throws {SetupError} when CHROME_PATH is set and is not a program
 */
export function findBrowser() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (isProgram(chosen)) return chosen;
    throw new SetupError(`CHROME_PATH is "${chosen}", which is not a program. Correct it, or unset it to search.`);
  }
  return [...onPath(), ...wellKnownPlaces(), playwrightBrowser()].find((path) => path && isProgram(path));
}

/**
 * Finds a browser or fetches one: with apt as root on Debian, else with Playwright's download.
 * @returns {Promise<string>} the path of the program
 * @throws {SetupError} when none is there and none can be had, saying what to do
 */
export async function provideBrowser() {
  return findBrowser() ?? (await withLock(fetchBrowser));
}

function fetchBrowser() {
  const attempts = [];
  for (const [way, fetchIt] of [
    ['apt', fetchWithApt],
    ['Playwright', fetchWithPlaywright],
  ]) {
    const found = findBrowser();
    if (found) return found;
    attempts.push(`${way}: ${fetchIt() ?? 'done, but no browser was found afterwards'}`);
  }
  const found = findBrowser();
  if (found) return found;
  throw new SetupError(
    'The tests run in Chrome or Chromium, and none was found.\n' +
      attempts.map((attempt) => `  tried ${attempt}`).join('\n') +
      '\nInstall Chrome or Chromium, or set CHROME_PATH to its program, and run the command again.',
  );
}

// Each way returns why it did not work, or undefined.
const fetchWithApt = () => installWithApt('chromium');

function fetchWithPlaywright() {
  const cli = join(root, 'node_modules', 'playwright-core', 'cli.js');
  if (!existsSync(cli)) return 'playwright-core is not installed';
  console.log('Downloading Chromium with Playwright …');
  const node = findProgram('node', pathOutsideNodeModules()) ?? process.execPath;
  const result = spawnSync(node, [cli, 'install', 'chromium'], { encoding: 'utf8' });
  return result.status === 0 ? undefined : reason(`${result.stdout}\n${result.stderr}`);
}

function onPath() {
  return names.map((name) => findProgram(name)).filter((path) => path && !isSnapNotice(path));
}

function wellKnownPlaces() {
  if (process.platform === 'darwin') {
    const applications = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      applications.map((name) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
    );
  }
  if (process.platform === 'win32') {
    const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    const programs = ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe'];
    programs.push('Microsoft/Edge/Application/msedge.exe');
    return folders.filter(Boolean).flatMap((folder) => programs.map((program) => join(folder, program)));
  }
  return ['/usr/lib/chromium/chromium', '/opt/google/chrome/chrome', '/snap/bin/chromium'];
}

function playwrightBrowser() {
  try {
    return createRequire(join(root, 'package.json'))('playwright-core').chromium.executablePath();
  } catch {
    return undefined;
  }
}

// Ubuntu's chromium-browser is a note about snap until the snap is there.
function isSnapNotice(path) {
  return statSync(path).size < 10_000 && /snap install chromium/.test(readFileSync(path, 'utf8'));
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
