import { build } from 'esbuild';
import { readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../run/launch-browser.ts';
import type { StoryReport } from './story-page.ts';

/** The policy of a careful host (design: Elements). */
const strictPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html 'allow-duplicates'",
].join('; ');

const stories = join(import.meta.dirname, '../../stories');

/** One script with all stories and the page that shows them. */
async function bundle(): Promise<string> {
  const files = readdirSync(stories, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.stories.ts'),
  );
  const list = files.map((file, index) => `import * as s${index} from ${JSON.stringify(join(stories, file))};`);
  const contents = `
    import { check, namesOf } from './story-page.ts';
    ${list.join('\n')}
    const modules = [${files.map((_, index) => `s${index}`).join(', ')}];
    globalThis.storyNames = () => namesOf(modules);
    globalThis.checkStory = (name) => check(modules, name);
  `;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    tsconfig: join(import.meta.dirname, '../../tsconfig.base.json'),
    write: false,
    logLevel: 'silent',
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('nothing was bundled');
  return file.text;
}

const style = `
  :root { color-scheme: light; font: 15px/1.5 system-ui, sans-serif; }
  :root[data-theme='dark'] { color-scheme: dark; }
  body { margin: 0; background: light-dark(#ffffff, #17191e); color: light-dark(#1a1d24, #e7e9ee); }
  main { padding: 24px; max-width: 1080px; }
`;

async function serve(script: string): Promise<{ readonly server: Server; readonly origin: string }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path === '/stories.js') return response.setHeader('content-type', 'text/javascript').end(script);
    if (path === '/page.css') return response.setHeader('content-type', 'text/css').end(style);
    response.setHeader('content-security-policy', strictPolicy);
    return response
      .setHeader('content-type', 'text/html; charset=utf-8')
      .end(
        '<!doctype html><html lang="en-GB"><head><title>Stories</title><link rel="stylesheet" href="/page.css">' +
          '<script type="module" src="/stories.js"></script></head><body><main></main></body></html>',
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

interface StoryWindow {
  storyNames(): string[];
  checkStory(name: string): Promise<StoryReport>;
}

/** Each page takes the next story as soon as it is done with one: most of the time a story is waited for. */
async function reports(pages: readonly [Page, ...Page[]]): Promise<StoryReport[]> {
  const names = await pages[0].evaluate(() => (globalThis as unknown as StoryWindow).storyNames());
  const found: StoryReport[] = [];
  const work = async (page: Page): Promise<void> => {
    for (let name = names.shift(); name !== undefined; name = names.shift())
      found.push(await page.evaluate((story) => (globalThis as unknown as StoryWindow).checkStory(story), name));
  };
  await Promise.all(pages.map(work));
  return found;
}

describe('every story', () => {
  let browser: Browser;
  let server: Server;
  let origin: string;

  before(async () => {
    [browser, { server, origin }] = await Promise.all([launchBrowser(), bundle().then(serve)]);
  });
  after(async () => {
    await browser.close();
    server.close();
  });

  async function open(): Promise<Page> {
    const page = await browser.newPage({ reducedMotion: 'reduce' });
    await page.goto(`${origin}/strict`);
    await page.waitForFunction(() => 'checkStory' in globalThis);
    return page;
  }

  test('shows something, violates no strict policy, lets no error reach the page, and breaks no rule of axe', async (context) => {
    const seen = await reports([await open(), await open(), await open()]);
    context.diagnostic(`${seen.length} stories under ${strictPolicy}`);
    assert.ok(seen.length >= 7, `only ${seen.length} stories`);
    const bad = seen.filter(
      ({ violations, errors, axe, elements }) =>
        violations.length > 0 || errors.length > 0 || axe.length > 0 || elements < 5,
    );
    assert.deepEqual(bad, []);
  });

  test('the page does notice a style attribute', async () => {
    const page = await open();
    const violated = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          addEventListener('securitypolicyviolation', ({ violatedDirective }) => resolve(violatedDirective), {
            once: true,
          });
          document.createElement('p').setAttribute('style', 'color: red');
        }),
    );
    assert.match(violated, /^style-src/);
  });
});
