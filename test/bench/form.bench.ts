import { build } from 'esbuild';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { launchBrowser } from '../run/launch-browser.ts';
import type { BenchRow } from './bench-types.ts';

/** How much slower the processor is made, and how often everything is measured. */
const slowdown = 4;
const rounds = 7;
const keys = 60;

interface Figures {
  /** Script start to a form that has been painted and can be typed into, ms. */
  readonly start: number;
  /** Memory held after that, MB. */
  readonly heap: number;
  /** Work of the main thread for each key, ms. */
  readonly perKey: number;
  /** The longest task after the form stood, ms; 0 when none was over 50. */
  readonly longest: number;
}

/** Start and typing of the session form, beside a form made of nothing but the platform (budgets, section 2). */
export async function rows(): Promise<readonly BenchRow[]> {
  const scripts = { plain: await bundle('plain-page.ts'), coachkit: await bundle('coachkit-page.ts') };
  const { server, origin } = await serve(scripts);
  const browser = await launchBrowser();
  try {
    const plain: Figures[] = [];
    const ours: Figures[] = [];
    // In turn, so that a machine that gets slower or quicker in between hits both alike.
    for (let round = 0; round < rounds; round += 1) {
      plain.push(await measure(browser, `${origin}/plain`));
      ours.push(await measure(browser, `${origin}/coachkit`));
    }
    const section = `Session form, start and typing, processor ${slowdown} × slower, median of ${rounds}`;
    const row = (name: string, of: (figures: Figures) => number, unit: string, most: number): BenchRow => {
      const limit = median(plain.map(of));
      const product = median(ours.map(of));
      const ratio = product / limit;
      return {
        section,
        name,
        limit: `${limit.toFixed(1)} ${unit}`,
        product: `${product.toFixed(1)} ${unit}`,
        ratio,
        budget: `≤ ${most} ×`,
        passed: ratio <= most,
      };
    };
    const held = median(ours.map(({ heap }) => heap));
    const longest = median(ours.map((figures) => figures.longest));
    return [
      row('script start to a form that can be typed into', ({ start }) => start, 'ms', 2.5),
      row('work of the main thread for each key', ({ perKey }) => perKey, 'ms', 2),
      absolute(section, 'memory held', held, 'MB', 1, median(plain.map(({ heap }) => heap))),
      absolute(section, 'longest task after the start', longest, 'ms', 50, median(plain.map((each) => each.longest))),
    ];
  } finally {
    await browser.close();
    server.close();
  }
}

function absolute(section: string, name: string, product: number, unit: string, most: number, limit: number): BenchRow {
  return {
    section,
    name,
    limit: `${limit.toFixed(2)} ${unit}`,
    product: `${product.toFixed(2)} ${unit}`,
    ratio: limit === 0 ? 1 : product / limit,
    budget: `≤ ${most} ${unit}`,
    passed: product <= most,
  };
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'form', entry)],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['production'],
    // Before everything else: what a bundle evaluates first belongs to its start.
    banner: { js: "performance.mark('start');" },
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

async function serve(
  scripts: Readonly<Record<string, string>>,
): Promise<{ readonly server: Server; readonly origin: string }> {
  const server = createServer((request, response) => {
    const name = (request.url ?? '').slice(1);
    const script = scripts[name.replace(/\.js$/, '')];
    if (name.endsWith('.js') && script !== undefined) {
      response.setHeader('content-type', 'text/javascript').end(script);
    } else {
      const tag = script === undefined ? '' : `<script type="module" src="/${name}.js"></script>`;
      response
        .setHeader('content-type', 'text/html; charset=utf-8')
        .end(`<!doctype html><html lang="en-GB"><title>Form</title><body><main></main>${tag}</body></html>`);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function measure(browser: Browser, url: string): Promise<Figures> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(new URL('/empty', url).href);
  // What the driver puts into a page to wait for something is in both heaps then.
  await page.waitForFunction(() => document.readyState === 'complete');
  const empty = await heapOf(session);
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName('ready').length > 0);
  const start = await page.evaluate(() => performance.getEntriesByName('ready')[0]?.duration ?? NaN);
  const heap = (await heapOf(session)) - empty;
  const { perKey, longest } = await typeInto(page, session);
  await context.close();
  return { start, heap, perKey, longest };
}

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1024 / 1024;
}

async function typeInto(page: Page, session: CDPSession): Promise<Pick<Figures, 'perKey' | 'longest'>> {
  await page.locator('textarea').first().focus();
  await page.waitForTimeout(300);
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(globalThis, { longTasks: seen });
    new PerformanceObserver((list) => seen.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
  });
  const before = await taskSeconds(session);
  const text = 'He wants to name the trade-off first, then wait for an answer, and always listen.';
  for (const letter of text.slice(0, keys)) await page.keyboard.type(letter, { delay: 0 });
  // What follows from the last key (autosave, hints) is work for the keys as well.
  await page.waitForTimeout(1500);
  const after = await taskSeconds(session);
  const longest = await page.evaluate(() =>
    Math.max(0, ...(globalThis as unknown as { longTasks: number[] }).longTasks),
  );
  return { perKey: ((after - before) * 1000) / keys, longest };
}

async function taskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
