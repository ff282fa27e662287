import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from '../../../scripts/run-tool.mjs';

/** The demo as somebody starts it: a process, what it says, and where it answers. */
export interface DemoProcess {
  /** Without a slash at its end. */
  readonly origin: string;
  /** All that it has printed so far. */
  readonly printed: () => string;
  stop(): Promise<void>;
}

/** How a process ended that did not come to answering. */
export interface EndedProcess {
  readonly exitCode: number | null;
  readonly printed: string;
  readonly complaint: string;
}

/** The moment it is for the demo in tests, so that the sample is the same on whichever day they run. */
export const demoNow = '2026-11-24T10:00:00Z';

/**
 * Runs `scripts/start.mjs`, as `npm start` does after the set-up: on any free port, with a data folder of its own that is
 * removed when it stops, unless told otherwise.
 */
export async function startDemo(
  environment: Readonly<Record<string, string>> = {},
  words: readonly string[] = [],
): Promise<DemoProcess> {
  const result = await run(environment, words);
  if ('exitCode' in result) throw new Error(`The demo did not start: ${result.complaint}`);
  return result;
}

/** Runs it where it cannot start, and says how it ended. */
export async function startInVain(environment: Readonly<Record<string, string>>): Promise<EndedProcess> {
  const result = await run(environment, []);
  if ('exitCode' in result) return result;
  await result.stop();
  throw new Error('The demo started.');
}

function run(
  environment: Readonly<Record<string, string>>,
  words: readonly string[],
): Promise<DemoProcess | EndedProcess> {
  const ownFolder = environment['COACHKIT_DATA'] === undefined && mkdtempSync(join(tmpdir(), 'coachkit-demo-'));
  const folder = ownFolder ? { COACHKIT_DATA: ownFolder } : {};
  const child = spawn(process.execPath, [inRoot('scripts/start.mjs'), ...words], {
    env: {
      ...process.env,
      PORT: '0',
      HOST: '',
      COACHKIT_DEMO_NOW: demoNow,
      DATABASE_URL: '',
      ...folder,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const ended = new Promise<EndedProcess>((resolve) =>
    child.once('close', (exitCode) => {
      if (ownFolder) rmSync(ownFolder, { recursive: true, force: true });
      resolve({ exitCode, printed, complaint });
    }),
  );
  const answering = new Promise<DemoProcess>((resolve) =>
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const origin = /ready at (http:\/\/\S+?)\/?\n/.exec(printed)?.[1];
      if (origin === undefined) return;
      resolve({
        origin,
        printed: () => printed,
        stop: async () => {
          child.kill('SIGTERM');
          await ended;
        },
      });
    }),
  );
  return Promise.race([answering, ended]);
}
