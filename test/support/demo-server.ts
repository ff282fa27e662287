import { spawn } from 'node:child_process';
import { inRoot } from '../../scripts/run-tool.mjs';

/** The demo host application, answering on a free port of this machine. */
export interface DemoServer {
  /** With a slash at its end. */
  readonly address: string;
  stop(): Promise<void>;
}

/**
 * Starts the server of the demo host application as `npm start` does once everything is built.
 * @throws Error with what the server said when it ends before it answers
 */
export async function startDemoServer(): Promise<DemoServer> {
  const server = spawn(process.execPath, [inRoot('examples/host-app/server.mjs')], {
    env: { ...process.env, PORT: '0', HOST: 'localhost' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    const hear = (data: Buffer): void => {
      said += data.toString();
      const found = /ready at (http:\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    server.once('exit', () => reject(new Error(`the demo did not start: ${said}`)));
  });
  return {
    address,
    stop: () =>
      new Promise((resolve) => {
        server.once('exit', () => resolve());
        server.kill();
      }),
  };
}
