import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { createPages } from '../../../examples/host-app/server/pages.mjs';
import { listen } from '../../../examples/host-app/server/listen.mjs';

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

describe('the pages of the demo, as files', () => {
  let server: Awaited<ReturnType<typeof listen>>;

  before(async () => {
    server = await listen(await createPages(), { host: 'localhost', port: 0 });
  });
  after(() => server.close());

  /** Sends the path as it is: `fetch` would take the dots out of it first. */
  function ask(path: string, { method = 'GET', headers = {} } = {}): Promise<Answer> {
    const { hostname, port } = new URL(server.address);
    return new Promise((resolve, reject) => {
      const asked = request({ hostname, port, path, method, headers, agent: false }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (text: string) => (body += text));
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
      });
      asked.on('error', reject).end();
    });
  }

  for (const path of [
    '/',
    '/?from=mail',
    '/manager',
    '/manager/',
    '/manager/record/r-p021-p037',
    '/manager/record/r-p021-p037/s1',
    '/manager/person/p037',
    '/manager/session/s1',
    '/employee',
    '/employee/session/s1',
    '/learning',
  ]) {
    test(`answers ${path} with the application`, async () => {
      const { status, headers, body } = await ask(path);
      assert.equal(status, 200);
      assert.equal(headers['content-type'], 'text/html; charset=utf-8');
      assert.match(body, /<div id="app">/);
    });
  }

  test('sends the strict policy with everything, found or not', async () => {
    for (const path of ['/', '/host.css', '/app/main.js', '/nothing']) {
      const { headers } = await ask(path);
      const policy = String(headers['content-security-policy']);
      for (const part of [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
      ]) {
        assert.ok(policy.split('; ').includes(part), `${path}: ${part} is not in ${policy}`);
      }
      assert.equal(headers['x-content-type-options'], 'nosniff');
      assert.equal(headers['referrer-policy'], 'no-referrer');
    }
  });

  test('serves scripts, styles and the mark with their types', async () => {
    for (const [path, type] of [
      ['/app/main.js', 'text/javascript; charset=utf-8'],
      ['/appearance.js', 'text/javascript; charset=utf-8'],
      ['/tokens.css', 'text/css; charset=utf-8'],
      ['/mark.svg', 'image/svg+xml'],
    ] as const) {
      const { status, headers } = await ask(path);
      assert.equal(status, 200, path);
      assert.equal(headers['content-type'], type);
    }
  });

  test('what is known is not sent again', async () => {
    const first = await ask('/host.css');
    const again = await ask('/host.css', { headers: { 'if-none-match': String(first.headers['etag']) } });
    assert.equal(again.status, 304);
    assert.equal(again.body, '');
  });

  for (const path of ['/nothing', '/managers', '/manager.html', '/app/', '/app/nothing.js', '/index', '/favicon.ico']) {
    test(`has no page ${path}`, async () => {
      const { status, body } = await ask(path);
      assert.equal(status, 404);
      assert.equal(body, 'There is no such page.');
    });
  }

  test('somebody who mistyped an address gets a page that leads on', async () => {
    const { status, body } = await ask('/managers', { headers: { accept: 'text/html,*/*' } });
    assert.equal(status, 404);
    assert.match(body, /<div id="app">/);
  });

  for (const path of [
    '/../server.mjs',
    '/../server/pages.mjs',
    '/app/../../server.mjs',
    '/app/..%2f..%2fserver%2fpages.mjs',
    '/%2e%2e/src/main.js',
    '/..%5c..%5cpackage.json',
    '//etc/passwd',
    '/app//etc/hosts.js',
    '/manager/../../server/pages.mjs',
    '/%00.css',
    '/%E0%A4%A',
    '/host.css%00.svg',
  ]) {
    test(`lets nobody out of its folders by ${path}`, async () => {
      const { status, body } = await ask(path);
      assert.ok(
        status === 404 || (status === 200 && body.includes('<div id="app">')),
        `${status} ${body.slice(0, 80)}`,
      );
      assert.doesNotMatch(body, /createServer|export|coachkit"/);
    });
  }

  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    test(`does not take ${method}`, async () => {
      const { status, headers } = await ask('/', { method });
      assert.equal(status, 405);
      assert.equal(headers['allow'], 'GET, HEAD');
    });
  }

  test('HEAD is GET without the body', async () => {
    const { status, headers, body } = await ask('/', { method: 'HEAD' });
    assert.equal(status, 200);
    assert.ok(Number(headers['content-length']) > 100);
    assert.equal(body, '');
  });
});
