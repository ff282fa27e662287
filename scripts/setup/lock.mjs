import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from './root.mjs';
import { SetupError } from './setup-error.mjs';

const lockFile = join(root, '.cache', 'setup.lock');
const longestWait = 15 * 60_000;

/**
 * Runs the work while no other process does. The lock is a file with the number of the process that holds it; one whose
 * process has ended (a crash, a Ctrl-C) is taken over. It lies outside node_modules, which an install deletes.
 */
export async function withLock(work, file = lockFile) {
  await takeLock(file);
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    release();
    process.off('exit', release);
  }
}

async function takeLock(file) {
  mkdirSync(dirname(file), { recursive: true });
  const mine = `${file}.${process.pid}`;
  const started = Date.now();
  let told = false;
  writeFileSync(mine, String(process.pid));
  try {
    // A link appears with its content or not at all, so nobody ever reads half a lock.
    while (!linked(mine, file)) {
      const holder = holderOf(file);
      if (holder !== undefined && !isAlive(holder)) removeStale(file, holder);
      else {
        if (!told) console.log(`Waiting for another set-up (process ${holder ?? 'unknown'}) to finish …`);
        told = true;
        if (Date.now() - started > longestWait) throw new SetupError(`Another set-up never finished. Delete ${file}.`);
        await wait(200);
      }
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

function linked(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(file) {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

function isAlive(processId) {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

// Two waiting processes may both find the lock stale: only the one whose rename succeeds removes it, and it puts back
// a lock that turned out to be a fresh one.
function removeStale(file, holder) {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (holderOf(aside) !== holder) linked(aside, file);
  rmSync(aside, { force: true });
}
