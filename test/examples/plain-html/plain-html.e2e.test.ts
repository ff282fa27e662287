import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../../../scripts/run-tool.mjs';
import { launchBrowser } from '../../run/launch-browser.ts';
import { demoNow as now } from '../host-app/demo-process.ts';

test('one file, opened from disk, shows a session form that can be filled in and saved', async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.clock.setFixedTime(now);
    const faults: string[] = [];
    page.on('console', (message) => faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(pathToFileURL(inRoot('examples/plain-html/index.html')).href);
    const form = page.locator('coaching-session-form');
    await form.getByRole('heading', { name: 'Tom Okafor' }).waitFor();
    await form.getByLabel('Negotiation').check();
    await form.getByRole('textbox', { name: 'Point 1' }).fill('Tom waited for the answer.');
    await form.getByRole('button', { name: 'Save session' }).click();
    await form.getByRole('heading', { name: 'Session kept until this page is closed' }).waitFor();
    assert.deepEqual(faults, []);
    // The one global that a classic script needs, and nothing beside it.
    assert.equal(await page.evaluate(() => typeof Reflect.get(globalThis, 'CoachKit').createCoaching), 'function');
  } finally {
    await browser.close();
  }
});

test('the file reads the same in a page of any encoding: a classic script is read in that of its page', () => {
  const file = readFileSync(inRoot('packages/elements/dist/cdn/coachkit.js'), 'utf8');
  // eslint-disable-next-line no-control-regex -- from the first to the last character of ASCII
  assert.deepEqual(file.match(/[^\x00-\x7F]+/g), null);
});
