// Runs before everything else on a page of the browser tests. Mocha fails the running test on an error nobody caught,
// but sees none before its first test and none after its last. Each is written to the console behind a marker that
// browser-summary.mjs counts as a failure. A test that means to cause one calls preventDefault on the event.
(() => {
  const report = (event, error) => {
    // After the other listeners, so that theirs can prevent it.
    queueMicrotask(() => {
      if (!event.defaultPrevented) console.error(`[uncaught] ${error instanceof Error ? error.message : error}`);
    });
  };
  addEventListener('error', (event) => report(event, event.error ?? event.message));
  addEventListener('unhandledrejection', (event) => report(event, event.reason));
})();
