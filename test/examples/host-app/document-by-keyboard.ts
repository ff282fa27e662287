import type { Browser, Locator, Page } from 'playwright-core';
import { focused, Hands, type HandsCount } from './hands.ts';
import { openVisitor, signIn } from './visitor.ts';

/** Four points of 70 characters and two actions: the typical record of requirements section 6. */
export const points = [
  'Tom led two renewal calls alone and opened both as he had planned them.',
  'He named the discount before the customer had asked for one, in both.',
  'He wants to name the trade-off first and then to wait for an answer.',
  'Kestrel is the next call where the price will come up, in December.',
];
const actions = ['Write down three trade-off questions fri', 'Sit in on the Kestrel call @me 4 dec'];

/** What a record by keyboard has taken and what has come of it. */
export interface KeyboardRecord {
  readonly hands: HandsCount;
  /** Times that a pointer was pressed on the page; never by us. */
  readonly pointerPresses: number;
  /** What the employee reads of it, on the employee's own page. */
  readonly employeeReads: string;
  /** What the employee finds among the agreed actions. */
  readonly employeeActions: string;
}

/**
 * Documents the session of Priya and Tom in the demo with the keyboard alone: opens it, says what came of the earlier
 * actions, takes the focus, writes four points, agrees two actions, saves. Then Tom looks.
 * @param withCourse - also assigns a course, as the typical record of the keystroke-level model does
 * @throws Error when the focus is not where a person's next key would go
 */
export async function documentByKeyboard(
  browser: Browser,
  address: string,
  { withCourse = false } = {},
): Promise<KeyboardRecord> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
  try {
    const { page } = await openVisitor(context);
    await page.addInitScript(() => {
      Object.assign(window, { pointerPresses: 0 });
      addEventListener(
        'pointerdown',
        () => ((window as unknown as { pointerPresses: number }).pointerPresses += 1),
        true,
      );
    });
    await signIn(page, address, 'Priya Nair');
    const hands = await record(page, withCourse);
    const pointerPresses = await page.evaluate(() => (window as unknown as { pointerPresses: number }).pointerPresses);

    const { page: employee } = await openVisitor(context);
    await signIn(employee, address, 'Tom Okafor');
    const list = employee.locator('coaching-action-list');
    await list.getByText('Write down three trade-off questions').first().waitFor();
    const employeeActions = await textOf(list);
    // The newest session with the focus that was taken.
    const timeline = employee.locator('coaching-development-record');
    await timeline.locator('a, button').filter({ hasText: 'Negotiation' }).first().press('Enter');
    const view = employee.locator('coaching-session-view');
    await view.getByText(points[0] ?? '').waitFor();
    return { hands, pointerPresses, employeeReads: await textOf(view), employeeActions };
  } finally {
    await context.close();
  }
}

async function record(page: Page, withCourse: boolean): Promise<HandsCount> {
  const hands = new Hands(page);
  const expectFocus = async (where: RegExp): Promise<void> => {
    const found = await focused(page);
    if (!where.test(found)) throw new Error(`the focus should be on ${where.source}, and is on "${found}"`);
  };
  // The person who is due today; where the focus of somebody who came by Tab is.
  await page
    .locator('coaching-agenda')
    .getByRole('button', { name: /^Record.*Tom/ })
    .focus();
  hands.think();
  await hands.press('Enter');
  await page.locator('coaching-session-form').getByRole('heading', { name: 'Tom Okafor' }).waitFor();
  await page.waitForFunction(() => document.activeElement?.localName === 'coaching-session-form');

  for (const outcome of ['d', 'k']) {
    hands.think();
    await hands.press(outcome);
  }
  await expectFocus(/^focus$/);
  hands.think();
  await hands.press('Enter');
  for (const [index, point] of points.entries()) {
    await expectFocus(new RegExp(`^points-${index}$`));
    hands.think();
    await hands.type(point);
    await hands.press('Enter');
  }
  await hands.press('Enter');
  const [first = '', second = ''] = actions;
  await expectFocus(/^quickEntry$/);
  hands.think();
  await hands.type(first);
  if (withCourse) await assignCourse(page, hands);
  else await hands.press('Enter');
  await expectFocus(/^quickEntry$/);
  hands.think();
  await hands.type(second);
  hands.think();
  await hands.press('Control+Enter');
  await page.locator('coaching-session-form').getByRole('heading', { name: 'Session saved' }).waitFor();
  return hands.count;
}

/** From the line for an action: Enter adds it, Tab leads to "Add a course", the search takes the first that fits. */
async function assignCourse(page: Page, hands: Hands): Promise<void> {
  await hands.press('Enter');
  hands.think();
  await hands.press('Tab');
  await hands.press('Enter');
  await hands.press('Tab');
  await hands.type('trading');
  await page.locator('coaching-session-form').locator('li[role=option]').first().waitFor();
  hands.think();
  await hands.press('ArrowDown');
  await hands.press('Enter');
}

/** What an element shows inside its shadow root. */
function textOf(element: Locator): Promise<string> {
  return element.evaluate(
    ({ shadowRoot }) => (shadowRoot?.firstElementChild as HTMLElement | undefined)?.innerText ?? '',
  );
}
