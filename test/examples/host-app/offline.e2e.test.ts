import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../../run/launch-browser.ts';
import { startDemo, type DemoProcess } from './demo-process.ts';
import { openVisitor, signIn } from './visitor.ts';

const written = 'Written in a lift, without any connection at all.';
const atDesk = 'Written in a lift and corrected at the desk.';
const onPhone = 'Written in the lift, corrected on the phone.';

/** A device of the manager: another browser profile, so it shares nothing with the other one but the server. */
interface Device {
  readonly context: BrowserContext;
  readonly page: Page;
}

describe('the demo without a connection', () => {
  let demo: DemoProcess;
  let browser: Browser;
  let desk: Device;
  let phone: Device;
  let record = '';

  async function device(): Promise<Device> {
    const context = await browser.newContext({ locale: 'en-GB' });
    const { page } = await openVisitor(context);
    await signIn(page, demo.origin, 'Priya Nair');
    await page.locator('coaching-agenda').getByText('Tom Okafor').first().waitFor();
    // What a page needs without a connection is fetched when it is quiet.
    await page.waitForTimeout(3_500);
    return { context, page };
  }

  before(async () => {
    [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
    [desk, phone] = await Promise.all([device(), device()]);
  });
  after(async () => {
    await browser.close();
    await demo.stop();
  });

  test('a form that is opened and saved in a lift says that it is on this device, and then that it is saved', async () => {
    const { context, page } = phone;
    await context.setOffline(true);
    await page
      .locator('coaching-agenda li', { hasText: 'Tom Okafor' })
      .getByRole('button', { name: /^Record/ })
      .click();
    const form = page.locator('coaching-session-form');
    await form.locator('fieldset.choice input:focus').waitFor();
    for (const key of ['d', 'k']) await page.keyboard.press(key);
    await form.locator('.chips input:focus').waitFor();
    await page.keyboard.press('Enter');
    await form.locator('#points-0:focus').waitFor();
    await page.keyboard.insertText(written);
    await form.getByText('Draft saved on this device').waitFor();
    await page.keyboard.press('Control+Enter');
    await form.getByRole('heading', { name: 'Saved on this device' }).waitFor();

    await context.setOffline(false);
    await form.getByRole('heading', { name: 'Session saved' }).waitFor();
    record = new URL(page.url()).pathname;
    assert.match(record, /^\/manager\/session\//);
  });

  test('two devices that change the same words keep both, side by side, until one is chosen', async () => {
    const correct = async ({ page }: Device, text: string): Promise<void> => {
      await page.locator('coaching-session-view').getByRole('button', { name: 'Correct this record' }).click();
      const form = page.locator('coaching-session-form');
      await form.locator('#points-0').fill(text);
      await page.keyboard.press('Control+Enter');
      await form.locator('h2, h1').filter({ hasText: /saved/i }).waitFor();
    };
    for (const { page } of [desk, phone]) {
      await page.goto(demo.origin + record);
      await page.locator('coaching-session-view').getByText(written).waitFor();
      await page.waitForTimeout(3_500);
    }
    await phone.context.setOffline(true);
    await correct(phone, onPhone);
    await correct(desk, atDesk);
    await phone.context.setOffline(false);

    for (const { page } of [phone, desk]) {
      await page.goto(demo.origin + record);
      const view = page.locator('coaching-session-view');
      await view.getByRole('heading', { name: 'Two versions' }).waitFor();
      // Words that differ are marked, so a wording is in pieces.
      const words = await view.evaluate(({ shadowRoot }) => shadowRoot?.textContent?.replace(/\s+/g, ' ') ?? '');
      assert.ok(words.includes('desk') && words.includes('phone'), words);
    }

    const view = desk.page.locator('coaching-session-view');
    await view.getByRole('button', { name: 'Use the other one' }).click();
    await view.getByRole('heading', { name: 'Two versions' }).waitFor({ state: 'detached' });
    await view.getByText(onPhone).first().waitFor();
    // The other device hears of it by itself.
    const onOther = phone.page.locator('coaching-session-view');
    await onOther.getByRole('heading', { name: 'Two versions' }).waitFor({ state: 'detached' });
    await onOther.getByText(onPhone).first().waitFor();
  });
});
