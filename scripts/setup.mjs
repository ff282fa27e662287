// Makes a clone ready to work: dependencies as the lockfile says, a Node that is new enough and, with --browser,
// a Chromium and, where that is easy, a PostgreSQL. Runs before every script of package.json, so it must cost next to nothing when all is in place, and it
// must run on the Node that happens to be there (18 or newer) with nothing installed.
import { needsInstall, install } from './setup/install.mjs';
import { provideBrowser } from './setup/browser.mjs';
import { providePostgres } from './setup/postgres.mjs';
import { checkNode } from './setup/node-version.mjs';
import { withLock } from './setup/lock.mjs';
import { SetupError } from './setup/setup-error.mjs';

try {
  if (needsInstall()) {
    await withLock(() => {
      // Another process may have installed while this one waited for its turn.
      if (needsInstall()) install();
    });
  }
  checkNode();
  if (process.argv.includes('--browser')) {
    await provideBrowser();
    await providePostgres();
  }
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(`\n${error.message}\n`);
  process.exitCode = 1;
}
