import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserProcessId, launchBrowser, makeProfile } from './launch-browser.ts';

test('a browser starts and shows a page', async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent('<h1>Coaching</h1>');
    assert.equal(await page.textContent('h1'), 'Coaching');
  } finally {
    await browser.close();
  }
});

test('a profile outlives a browser that was killed', async () => {
  const profile = makeProfile();
  try {
    const first = await profile.launch();
    const processId = await browserProcessId(first);
    const closed = new Promise((resolve) => first.once('close', resolve));
    process.kill(processId, 'SIGKILL');
    await closed;
    const second = await profile.launch();
    assert.equal(second.pages().length > 0, true);
    assert.notEqual(await browserProcessId(second), processId);
    await second.close();
  } finally {
    profile.remove();
  }
});
