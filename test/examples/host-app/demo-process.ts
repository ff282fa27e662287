import { spawn } from 'node:child_process';
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

/** Runs `scripts/start.mjs`, as `npm start` does after the set-up; on any free port unless told otherwise. */
export async function startDemo(environment: Readonly<Record<string, string>> = {}): Promise<DemoProcess> {
  const result = await run(environment);
  if ('exitCode' in result) throw new Error(`The demo did not start: ${result.complaint}`);
  return result;
}

/** Runs it where it cannot start, and says how it ended. */
export async function startInVain(environment: Readonly<Record<string, string>>): Promise<EndedProcess> {
  const result = await run(environment);
  if ('exitCode' in result) return result;
  await result.stop();
  throw new Error('The demo started.');
}

function run(environment: Readonly<Record<string, string>>): Promise<DemoProcess | EndedProcess> {
  const child = spawn(process.execPath, [inRoot('scripts/start.mjs')], {
    env: { ...process.env, PORT: '0', HOST: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const ended = new Promise<EndedProcess>((resolve) =>
    child.once('close', (exitCode) => resolve({ exitCode, printed, complaint })),
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
