import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext, Page } from 'playwright-core';
import { demoNow } from './demo-process.ts';

/** A page of the demo, and what went wrong on it. */
export interface Visitor {
  readonly page: Page;
  /** Errors, warnings and violations of the policy that the browser has told of. */
  readonly faults: readonly string[];
}

/** Opens a page that keeps a list of all that goes wrong on it. */
export async function openVisitor(context: BrowserContext): Promise<Visitor> {
  await context.clock.setFixedTime(demoNow);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    // Somebody who goes on before all is there cuts the rest short; that is no fault.
    if (reason !== 'net::ERR_ABORTED') faults.push(`${request.url()}: ${reason}`);
  });
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) =>
      console.error(`violates ${violatedDirective} ${sample}`),
    );
  });
  return { page, faults };
}

/** Signs in by the keyboard: name into the search field, Enter. */
export async function signIn(page: Page, origin: string, name: string): Promise<void> {
  // To load the page again while the sample is being drawn would begin that anew.
  if (page.url() !== `${origin}/`) await page.goto(`${origin}/`);
  await page.getByRole('searchbox').fill(name);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname !== '/');
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeWindow {
  readonly axe: {
    run(
      options: object,
    ): Promise<{ violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[] }>;
  };
}

/** The rules of axe that the page breaks, with the elements that break them. The page must be opened past its policy. */
export async function brokenRules(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  const runOnly = rules ?? ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  return page.evaluate(async (only) => {
    const { violations } = await (globalThis as unknown as AxeWindow).axe.run({
      resultTypes: ['violations'],
      runOnly: only,
    });
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary}`).join(', ')}`,
    );
  }, runOnly as string[]);
}
