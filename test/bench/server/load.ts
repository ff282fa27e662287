import { spawn } from 'node:child_process';
import { inRoot } from '../../../scripts/run-tool.mjs';

/** What clients ask for, one request after the other on each connection. */
export interface Load {
  readonly origin: string;
  readonly kind: 'read' | 'record' | 'plain';
  readonly connections: number;
  readonly seconds: number;
  /** Pairs and their sessions; each connection takes those of one pair. */
  readonly pairs: readonly {
    readonly managerId: string;
    readonly employeeId: string;
    readonly relationshipId: string;
  }[];
  /** Sessions to read, per pair; the first day to record. */
  readonly from: number;
  /** For `plain`: the requests as they are sent. */
  readonly requests?: readonly string[];
}

/** What came of it. */
export interface LoadFigures {
  /** Requests a second. */
  readonly throughput: number;
  /** Milliseconds within which 95 of 100 were answered. */
  readonly p95: number;
  readonly count: number;
}

/** Puts load on a server from a process of its own. @throws Error when an answer is not a success */
export function putLoad(load: Load): Promise<LoadFigures> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--no-warnings', inRoot('test/bench/server/load-client.ts')], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (part: Buffer) => (said += String(part)));
    child.once('exit', (code) => {
      if (code === 0) resolve(JSON.parse(said) as LoadFigures);
      else reject(new Error(`the clients ended: ${said}`));
    });
    child.stdin.end(JSON.stringify(load));
  });
}
