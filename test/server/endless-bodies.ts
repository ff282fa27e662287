import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { DemandResult } from '../proof/proof-types.ts';
import { startServer, type ServerProcess } from '../support/server/server-process.ts';

/** Whoever is still writing when the server hangs up may not get to read why. */
const expected: ReadonlySet<string> = new Set(['1 MiB 413', '1 MiB cut', 'deep 400', 'endless 413', 'endless cut']);

/** What may be told of a body that has no end: how the server answered, or that it hung up first. */
type Answer = number | 'cut';

/**
 * Sends bodies that are far too long to a server in a process of its own, and looks how far its memory grows.
 * @param rounds - of three bodies each, after as many that only warm it up
 */
export async function feedEndlessBodies(rounds: number): Promise<DemandResult> {
  const folder = mkdtempSync(join(tmpdir(), 'coachkit-bodies-'));
  const server = await startServer({ storage: { kind: 'sqlite', file: join(folder, 'bodies.sqlite') } });
  try {
    const answers = new Set<string>();
    const round = async (): Promise<void> => {
      answers.add(`1 MiB ${await send(server, [`{"a":"${'x'.repeat(1024 * 1024)}"}`])}`);
      answers.add(`deep ${await send(server, [`{"operations":${'['.repeat(20_000)}${']'.repeat(20_000)}}`])}`);
      answers.add(`endless ${await send(server, spaces())}`);
    };
    for (let time = 0; time < rounds; time += 1) await round();
    const before = residentMebibytes(server.processId);
    for (let time = 0; time < rounds; time += 1) await round();
    const growth = residentMebibytes(server.processId) - before;
    const all = [...answers].sort().join(', ');
    return {
      figure: `${all}; ${growth.toFixed(1)} MiB in ${rounds} rounds, ${before.toFixed(0)} MiB before`,
      passed: [...answers].every((answer) => expected.has(answer)) && growth < 20,
    };
  } finally {
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes until the server has had enough. One that took 64 MiB would answer with something else. */
function send({ origin }: ServerProcess, parts: Iterable<string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'coachkit-version': '1', 'x-person': 'priya' };
    const sent = request(`${origin}/v1/operations`, { method: 'POST', headers, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
      sent.destroy();
    });
    sent.on('error', (error: NodeJS.ErrnoException) =>
      ['EPIPE', 'ECONNRESET'].includes(error.code ?? '') ? resolve('cut') : reject(error),
    );
    Readable.from(parts).pipe(sent);
  });
}

function* spaces(): Iterable<string> {
  const chunk = ' '.repeat(64 * 1024);
  for (let count = 0; count < 1_024; count += 1) yield chunk;
}

/** What a process holds in memory, as the system counts it. */
function residentMebibytes(processId: number): number {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${processId}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(processId)], { encoding: 'utf8' })) / 1024;
  }
}
