import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../../run/launch-browser.ts';
import { startDemo, type DemoProcess } from './demo-process.ts';
import { brokenRules, openVisitor, signIn } from './visitor.ts';

describe('the pages of the demo', () => {
  let demo: DemoProcess;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  before(async () => {
    [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
    // Past the policy, because axe needs to be let in; the walk keeps to it.
    context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce' });
    page = (await openVisitor(context)).page;
  });
  after(async () => {
    await browser.close();
    await demo.stop();
  });

  /** Who opens which address, and what is there when the page is. */
  const pages = [
    [undefined, '/', 'Good to begin with'],
    ['Priya Nair', '/manager', 'Planned for today'],
    ['Priya Nair', '/manager/person/p037', 'What has happened'],
    ['Tom Okafor', '/employee', 'What has happened'],
    ['Tom Okafor', '/learning', 'This page is not for you'],
    ['Learning programme lead', '/learning', 'Is coaching happening?'],
    ['Learning programme lead', '/manager/nothing', 'This page does not exist'],
  ] as const;

  let signedIn: string | undefined;
  for (const [person, path, words] of pages) {
    test(`${path} for ${person ?? 'nobody'} breaks no rule of axe, light and dark, and fits on a phone`, async () => {
      if (person === undefined) await page.goto(demo.origin);
      else {
        if (person !== signedIn) await signIn(page, demo.origin, person);
        signedIn = person;
        await page.goto(demo.origin + (path.endsWith('p037') ? await addressOf('Tom Okafor') : path));
      }
      await page.getByText(words).first().waitFor();
      assert.deepEqual(await brokenRules(page), []);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.setViewportSize({ width: 320, height: 800 });
      assert.deepEqual(await brokenRules(page, ['color-contrast', 'target-size']), []);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(over <= 0, `${over} px too wide`);
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 1280, height: 800 });
    });
  }

  async function addressOf(name: string): Promise<string> {
    await page.goto(`${demo.origin}/manager`);
    return (await page.getByRole('link', { name }).getAttribute('href')) ?? '';
  }

  test('a record and a saved session break no rule of axe', async () => {
    await signIn(page, demo.origin, 'Priya Nair');
    await page
      .locator('coaching-agenda li', { hasText: 'Tom Okafor' })
      .getByRole('button', { name: /^Record/ })
      .click();
    await page.locator('coaching-session-form').getByText('Since last time').waitFor();
    assert.deepEqual(await brokenRules(page), []);
    await page.goto(demo.origin + (await addressOf('Tom Okafor')));
    await page.locator('coaching-development-record').getByRole('button', { name: 'Forecasting' }).first().click();
    await page.locator('coaching-session-view').getByText('Who can read this').waitFor();
    assert.deepEqual(await brokenRules(page), []);
  });

  test('sign-in, menu and reset, under the policy', async (context) => {
    const fresh = await browser.newContext();
    const { page: tab, faults } = await openVisitor(fresh);
    const record = tab.locator('coaching-development-record');

    await context.test('an address is kept until somebody has said who they are, by the keyboard', async () => {
      await tab.goto(`${demo.origin}/employee`);
      await tab.getByText('Choose somebody to open the page you asked for').waitFor();
      await tab.getByRole('searchbox').fill('okafor');
      await tab.getByText('1 person. Enter signs in.').waitFor();
      await tab.keyboard.press('ArrowDown');
      assert.equal(await tab.evaluate(() => document.activeElement?.className), 'person');
      await tab.keyboard.press('Enter');
      await record.getByText('Goals').waitFor();
      assert.equal(new URL(tab.url()).pathname, '/employee');
    });

    await context.test('appearance and language hold over a reload', async () => {
      await tab.getByText('Tom Okafor').first().click();
      await tab.getByRole('radio', { name: 'Dark' }).check();
      await tab.getByRole('combobox', { name: 'Language' }).selectOption('en-US');
      await tab.reload();
      await record.getByText('by March 31, 2027').waitFor();
      const scheme = await tab.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
      assert.equal(scheme, 'dark');
    });

    await context.test('reset takes away what was entered, in every tab', async () => {
      const reached = record.getByRole('button', { name: 'Mark as reached' });
      await reached.click();
      await reached.waitFor({ state: 'detached' });
      const { page: other } = await openVisitor(fresh);
      await signIn(other, demo.origin, 'Priya Nair');
      await other.getByText('Priya Nair').first().click();
      await other.getByRole('button', { name: 'Reset the sample…' }).click();
      await other.keyboard.press('Escape');
      // Who keeps the sample is back where the menu was opened.
      await other.locator('.menu > summary:focus').waitFor();
      await other.keyboard.press('Enter');
      await other.getByRole('button', { name: 'Reset the sample…' }).click();
      const reloaded = tab.waitForEvent('load');
      await other.getByRole('button', { name: 'Reset the sample', exact: true }).click();
      await reloaded;
      await reached.waitFor();
    });

    await context.test('Escape closes the menu, and sign-out leads to the first page', async () => {
      await tab.getByText('Tom Okafor').first().click();
      await tab.keyboard.press('Escape');
      assert.equal(await tab.getByRole('button', { name: 'Sign out' }).isVisible(), false);
      await tab.keyboard.press('Enter');
      await tab.getByRole('button', { name: 'Sign out' }).click();
      await tab.getByRole('heading', { name: 'Who would you like to be?' }).waitFor();
      await tab.goto(`${demo.origin}/employee`);
      await tab.getByText('Choose somebody').waitFor();
    });

    assert.deepEqual(faults, []);
    await fresh.close();
  });

  test('a browser that keeps nothing says so, and works', async () => {
    const fresh = await browser.newContext();
    const { page: tab } = await openVisitor(fresh);
    await tab.addInitScript(() => {
      for (const name of ['indexedDB', 'localStorage', 'sessionStorage']) {
        Object.defineProperty(globalThis, name, {
          get() {
            throw new DOMException('denied', 'SecurityError');
          },
        });
      }
    });
    await signIn(tab, demo.origin, 'Tom Okafor');
    await tab.getByText('This browser keeps nothing on this device.').waitFor();
    await tab.locator('coaching-development-record').getByText('Goals').waitFor();
    await fresh.close();
  });
});
