import type { BrowserContext } from 'playwright-core';
import { browserProcessId } from '../run/launch-browser.ts';

/** Ends a browser without a warning, as a power cut or the system does. */
export interface Killer {
  /** Resolves when the browser is gone. */
  kill(): Promise<void>;
}

/**
 * Finds the main process of a browser, so that it can be killed at any later moment without asking it anything.
 * Only that process is killed; the others of the browser end by themselves when it is gone.
 */
export async function findKiller(context: BrowserContext): Promise<Killer> {
  const processId = await browserProcessId(context);
  const isGone = new Promise<void>((resolve) => context.once('close', () => resolve()));
  return {
    kill() {
      process.kill(processId, 'SIGKILL');
      return isGone;
    },
  };
}
