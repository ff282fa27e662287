// Runs before everything else on a page of the browser tests. Mocha fails the running test on an error nobody caught,
// but sees none before its first test and none after its last. Those are kept here and added as a failing test.
(() => {
  const uncaught = [];
  const keep = (error) => uncaught.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  addEventListener('error', (event) => keep(event.error ?? event.message));
  addEventListener('unhandledrejection', (event) => keep(event.reason));
  globalThis.coachkitUncaughtErrors = uncaught;
})();
