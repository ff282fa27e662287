import { recordFaults, takeFaults } from './recorded-faults.ts';

export { recordFaults, takeFaults } from './recorded-faults.ts';

recordFaults(window);

// A rejection that nobody caught is told a task later.
afterEach(async () => {
  await new Promise((resolve) => setTimeout(resolve));
  const met = takeFaults();
  if (met.length > 0) throw new Error(`the host page would have seen:\n${met.join('\n')}`);
});
