import { spawn, type ChildProcess } from 'node:child_process';
import { inRoot } from '../../../scripts/run-tool.mjs';

/** What a server of the tests keeps its documents in. */
export type StorageChoice =
  { readonly kind: 'sqlite'; readonly file: string } | { readonly kind: 'postgres'; readonly connectionString: string };

/** How a server of the tests is started. */
export interface ServerChoice {
  readonly storage: StorageChoice;
  /** A free one when absent. */
  readonly port?: number;
}

/** A server in a process of its own. */
export interface ServerProcess {
  readonly origin: string;
  readonly processId: number;
  /** Ends it as a power cut or the system does; resolves when it is gone. */
  kill(): Promise<void>;
}

/** Starts a server; resolves when it listens. @throws Error with what it wrote when it ends before that */
export function startServer(choice: ServerChoice, script = 'test/support/server/coaching-server.ts') {
  return startScript(script, choice);
}

/**
 * Runs a script that says `listening <port>`.
 * @param script path from the root of the repository
 * @param choice handed to the script as JSON
 */
export async function startScript(script: string, choice: unknown): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['--no-warnings', inRoot(script), JSON.stringify(choice)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const port = await portOf(child);
  return {
    origin: `http://127.0.0.1:${port}`,
    processId: child.pid ?? 0,
    kill: () => killed(child),
  };
}

function portOf(child: ChildProcess): Promise<number> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', (part: Buffer) => {
      said += String(part);
      if (process.env['COACHKIT_SERVER_ERRORS'] !== undefined) process.stderr.write(part);
    });
    child.stdout?.on('data', (part: Buffer) => {
      said += String(part);
      const [, port] = /listening (\d+)/.exec(said) ?? [];
      if (port !== undefined) resolve(Number(port));
    });
    child.once('exit', () => reject(new Error(`the server ended: ${said}`)));
  });
}

function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const end = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGKILL');
  return end;
}
