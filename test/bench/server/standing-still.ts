import { openSqliteStorage } from '@coachkit/adapters/storage/sqlite';
import { demoOrganisation, demoTenantId, seedDemoStorage } from '@coachkit/core/demo';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inRoot } from '../../../scripts/run-tool.mjs';
import type { BenchRow } from '../bench-types.ts';

const section = 'The server by itself, over SQLite with the sample organisation';
const secret = 'a secret of the bench';
const rounds = 5;

/** How soon it answers after its start, and what it holds while nobody asks. */
export async function standingStill(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'coachkit-idle-'));
  try {
    const source = await openSqliteStorage({ file: join(folder, 'coachkit.sqlite') });
    const today = new Date().toISOString().slice(0, 10);
    await seedDemoStorage(source.storageOfTenant(demoTenantId), () => demoOrganisation({ today }));
    await source.close();
    const figures = [];
    for (let round = 0; round < rounds; round += 1) figures.push(await measure(folder, round === rounds - 1));
    const start = figures.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other)[rounds >> 1] ?? NaN;
    const memory = figures.at(-1)?.megabytes ?? NaN;
    return [
      { ...absolute(start, 1000, 'ms'), name: `start to first answer, median of ${rounds}` },
      { ...absolute(memory, 150, 'MB'), name: 'memory when idle' },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(
  data: string,
  rests: boolean,
): Promise<{ readonly milliseconds: number; readonly megabytes: number }> {
  const start = performance.now();
  const child = spawn(process.execPath, [inRoot('packages/server/dist/cli.js')], {
    env: { ...process.env, PORT: '0', COACHKIT_DATA: data, COACHKIT_PROXY_SECRET: secret },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const origin = await addressOf(child);
    const headers = { 'x-coachkit-secret': secret, 'x-coachkit-tenant': demoTenantId, 'x-coachkit-person': 'p001' };
    const response = await fetch(`${origin}/v1/people/p001`, { headers, signal: AbortSignal.timeout(20_000) });
    if (!response.ok) throw new Error(`the server answered ${response.status}: ${await response.text()}`);
    await response.text();
    const milliseconds = performance.now() - start;
    if (rests) await pause(3000);
    return { milliseconds, megabytes: residentMegabytes(child.pid ?? 0) };
  } finally {
    child.kill('SIGKILL');
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (part: Buffer) => {
      said += String(part);
      const [, address] = /"listening","address":"([^"]+)"/.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', () => reject(new Error(`the server ended: ${said}`)));
  });
}

/** What the system has given to a process, where it tells: on Linux. */
function residentMegabytes(processId: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${processId}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return NaN;
  }
}

function absolute(product: number, most: number, unit: string): Omit<BenchRow, 'name'> {
  return {
    ...{ section, limit: '–', product: `${product.toFixed(0)} ${unit}`, ratio: product / most },
    ...{ budget: `≤ ${most} ${unit}`, passed: product <= most },
  };
}
