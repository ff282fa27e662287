import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { inRoot } from '../../../scripts/run-tool.mjs';

for (const name of ['server-express', 'server-hono']) {
  test(`examples/${name} starts by itself, answers, and ends when it is told to`, async (context) => {
    const child = spawn(process.execPath, [inRoot('examples', name, 'server.mjs')], {
      env: { ...process.env, PORT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    context.after(() => child.kill('SIGKILL'));
    const [address] = (await once(createInterface(child.stdout), 'line')) as [string];
    const ask = (path: string, headers: Record<string, string> = {}) =>
      fetch(new URL(path, address), { headers: { connection: 'close', ...headers }, signal: context.signal });
    assert.match(await (await ask('/')).text(), /CoachKit answers/);
    assert.equal((await ask('/coaching/v1/units')).status, 401);
    const saved = await fetch(new URL('/coaching/v1/units/sales', address), {
      method: 'PUT',
      body: JSON.stringify({ kind: 'team', name: 'Sales' }),
      headers: {
        ...{ connection: 'close', 'x-person': 'olga', 'if-none-match': '*' },
        ...{ 'content-type': 'application/json', 'coachkit-version': '1' },
      },
      signal: context.signal,
    });
    assert.equal(saved.status, 200, await saved.text());
    const units = await (await ask('/coaching/v1/units', { 'x-person': 'olga' })).json();
    assert.deepEqual(units, [{ id: 'sales', kind: 'team', name: 'Sales' }]);
    child.kill('SIGTERM');
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  });
}
