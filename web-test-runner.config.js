import { createReadStream } from 'node:fs';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { findBrowser } from './scripts/setup/browser.mjs';
import { inRoot } from './scripts/run-tool.mjs';
import { browserSummary } from './test/run/browser-summary.mjs';

// scripts/test.mjs hands the files and the place of the summary over; without it, all browser tests run.
const { COACHKIT_TEST_FILES, COACHKIT_TEST_SUMMARY } = process.env;

export default {
  rootDir: inRoot(),
  files: COACHKIT_TEST_FILES ? JSON.parse(COACHKIT_TEST_FILES) : ['test/**/*.browser.test.ts'],
  concurrency: 2,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  nodeResolve: { browser: true, exportConditions: ['production'] },
  browsers: [
    chromeLauncher({
      createPage,
      launchOptions: {
        executablePath: findBrowser(),
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
          '--accept-lang=en-GB',
        ],
      },
    }),
  ],
  // Mocha's two seconds are too short for the first axe run of a file on a busy machine.
  testFramework: { config: { ui: 'bdd', timeout: 20_000 } },
  testRunnerHtml: (testFramework) => `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8" />
    <title>CoachKit test</title>
    <script src="/test/run/uncaught-errors.js"></script>
  </head>
  <body>
    <script type="module" src="${testFramework}"></script>
  </body>
</html>`,
  middleware: [serveMockServiceWorker],
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: inRoot('tsconfig.base.json') }),
    a11ySnapshotPlugin(),
    { name: 'wait-for-late-errors', transform: waitForLateErrors },
  ],
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: false }),
    browserSummary(COACHKIT_TEST_SUMMARY),
  ],
};

// Of pages that are tested side by side only the one in front counts as seen: the others are not painted, and nothing in
// them hears of its own size. This makes each believe that it is in front.
async function createPage({ context }) {
  const page = await context.newPage();
  const session = await page.createCDPSession();
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  return page;
}

// The worker script of msw has to come from the origin of the page, and to match the installed version.
function serveMockServiceWorker(context, next) {
  if (context.path !== '/mockServiceWorker.js') return next();
  context.type = 'text/javascript';
  context.body = createReadStream(inRoot('node_modules/msw/lib/mockServiceWorker.js'));
}

// A rejection that nobody caught is announced a moment later, when a quick file would already be done.
function waitForLateErrors(context) {
  if (!context.path.endsWith('.browser.test.ts')) return;
  return `${context.body}\nafter(() => new Promise((done) => setTimeout(done, 20)));\n`;
}
