import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type LaunchOptions } from 'playwright-core';
import { findBrowser } from '../../scripts/setup/browser.mjs';

const quietly = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

/**
 * The launch options every test uses: the browser that set-up found, without a window, without its own traffic.
 * @throws Error when there is no browser
 */
export function browserOptions(): LaunchOptions {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('No browser was found. Run "npm run setup".');
  return { executablePath, headless: true, chromiumSandbox: false, args: quietly };
}

/** Starts a browser with a fresh profile. The caller closes it. */
export function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch({ ...browserOptions(), ...options });
}

/** A profile folder on disk that outlives the browser, and the way to remove it. */
export interface ProfileFolder {
  readonly path: string;
  /** Starts a browser on this profile. Only one may run at a time. */
  launch(options?: LaunchOptions): Promise<BrowserContext>;
  remove(): void;
}

/** Makes an empty profile folder, for tests of what a browser keeps over a restart or a kill. */
export function makeProfile(): ProfileFolder {
  const path = mkdtempSync(join(tmpdir(), 'coachkit-profile-'));
  return {
    path,
    launch: (options = {}) => chromium.launchPersistentContext(path, { ...browserOptions(), ...options }),
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}

/**
 * The number of the browser's main process, for tests that kill it.
 * @throws Error when the browser does not name it
 */
export async function browserProcessId(context: BrowserContext): Promise<number> {
  const browser = context.browser();
  const page = context.pages()[0] ?? (await context.newPage());
  const session = browser ? await browser.newBrowserCDPSession() : await context.newCDPSession(page);
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const main = processInfo.find(({ type }) => type === 'browser');
  if (!main) throw new Error('The browser did not name its main process.');
  return main.id;
}
