import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { startDemo, startInVain } from './demo-process.ts';

test('says in one line where it answers, answers there, and ends when it is told to', async (context) => {
  const started = performance.now();
  const demo = await startDemo();
  try {
    context.diagnostic(`ready after ${((performance.now() - started) / 1000).toFixed(1)} s`);
    assert.match(demo.printed(), /^CoachKit demo ready at http:\/\/localhost:\d+\/\n$/);
    const page = await fetch(demo.origin, { signal: AbortSignal.timeout(5000) });
    assert.equal(page.status, 200);
    assert.match(await page.text(), /<title>Northwind People<\/title>/);
  } finally {
    await demo.stop();
  }
  await assert.rejects(fetch(demo.origin, { signal: AbortSignal.timeout(5000) }));
});

test('a port that is in use is said in one sentence, and the process fails', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  try {
    const { exitCode, printed, complaint } = await startInVain({ PORT: String(port) });
    assert.equal(exitCode, 1);
    assert.equal(printed, '');
    assert.equal(
      complaint,
      `Port ${port} is in use. Stop what runs there, or choose another one: PORT=${port + 1} npm start\n`,
    );
  } finally {
    await new Promise((resolve) => other.close(resolve));
  }
});

for (const [environment, expected] of [
  [{ PORT: 'eighty' }, /^PORT is "eighty"\. It has to be a number from 0 to 65535\.\n$/],
  [{ PORT: '65536' }, /^PORT is "65536"/],
  [{ HOST: '203.0.113.7' }, /^HOST is "203\.0\.113\.7", which is no address of this machine\.\n$/],
] as const) {
  test(`refuses ${JSON.stringify(environment)} with a sentence`, async () => {
    const { exitCode, complaint } = await startInVain(environment);
    assert.equal(exitCode, 1);
    assert.match(complaint, expected);
  });
}
