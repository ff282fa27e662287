import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { collectTests } from '../../scripts/test/collect-tests.mjs';

let folder = '';

before(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'coachkit-collect-')), 'test');
  for (const file of [
    'core/calendar.node.test.ts',
    'elements/agenda.browser.test.ts',
    'elements/agenda.node.test.ts',
    'examples/host-app.e2e.test.ts',
    'run/launch-browser.ts',
    'run/samples/failing/fails.node.test.ts',
    'size/elements.size.test.ts',
  ]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), '');
  }
});

after(() => rmSync(dirname(folder), { recursive: true, force: true }));

test('the ending of a file decides where it runs', () => {
  assert.deepEqual(collectTests(folder, undefined, dirname(folder)), {
    node: ['test/core/calendar.node.test.ts', 'test/elements/agenda.node.test.ts', 'test/size/elements.size.test.ts'],
    browser: ['test/elements/agenda.browser.test.ts'],
    e2e: ['test/examples/host-app.e2e.test.ts'],
  });
});

test('part of a path picks files, in every runner', () => {
  assert.deepEqual(collectTests(folder, ['agenda'], dirname(folder)), {
    node: ['test/elements/agenda.node.test.ts'],
    browser: ['test/elements/agenda.browser.test.ts'],
    e2e: [],
  });
});
