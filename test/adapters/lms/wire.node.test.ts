import { CoachingError, refusalOf } from '@coachkit/core';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { build } from 'esbuild';
import { inRoot } from '../../../scripts/run-tool.mjs';
import { createMoodle, type MoodleOptions } from '@coachkit/adapters/lms/moodle';
import { connection, keysOf, now, plantedToken } from './suite-world.ts';

const base = { ...connection, url: 'https://lms.example', people: { by: 'email', keysOf } } as const;
const moodle = (options: Partial<MoodleOptions>) => createMoodle({ ...base, ...options });
const search = { total: 0, courses: [], warnings: [] };

describe('where requests go', () => {
  for (const url of [
    'http://lms.example',
    'ftp://lms.example',
    'https://user:word@lms.example',
    'https://lms.example/?x=1',
    'https://lms.example/#x',
    'http://localhost.evil.example',
    'lms.example',
    '',
  ]) {
    test(`${url} is refused as an address`, () => {
      assert.throws(() => moodle({ url }), { code: 'invalid-input', problems: [{ path: 'url', rule: 'not-a-link' }] });
    });
  }

  test('https, and http on this machine, are taken, with a path and without its last slash', async () => {
    for (const url of [
      'https://lms.example/moodle/',
      'http://localhost:8080',
      'http://127.0.0.1',
      'http://[::1]:8080/a',
    ]) {
      const seen: string[] = [];
      const fetch = (input: unknown) => {
        seen.push(String(input));
        return Promise.resolve(Response.json(search));
      };
      await moodle({ url, fetch: fetch as typeof globalThis.fetch }).find('x', 5);
      assert.deepEqual(seen, [`${url.replace(/\/$/, '')}/webservice/rest/server.php`]);
    }
  });

  test('the token goes into the body, no cookie goes along, and redirections are not followed', async () => {
    let options: RequestInit = {};
    await moodle({
      fetch: (_input, init = {}) => {
        options = init;
        return Promise.resolve(Response.json(search));
      },
    }).find('x', 5);
    assert.equal(new URLSearchParams(options.body as string).get('wstoken'), plantedToken);
    assert.equal(JSON.stringify(options.headers).includes(plantedToken), false);
    assert.deepEqual([options.redirect, options.credentials, options.method], ['manual', 'omit', 'POST']);
  });
});

describe('in a browser', () => {
  test('an adapter with a token is not constructed', () => {
    const page = globalThis as { window?: unknown; document?: unknown };
    page.window = page.document = {};
    try {
      assert.throws(() => moodle({}), { code: 'not-supported' });
    } finally {
      delete page.window;
      delete page.document;
    }
  });

  test('a bundler finds a file in its place that holds nothing of it', async () => {
    const { exports } = (await import('@coachkit/adapters/package.json', { with: { type: 'json' } })).default;
    const places = Object.entries(exports).filter(([name]) => name.startsWith('./lms/') && name !== './lms/memory');
    assert.equal(places.length, 4);
    const stub = (await import('../../../packages/adapters/dist/lms/browser.js')) as Record<string, () => unknown>;
    for (const [name, place] of places) {
      assert.equal((place as { browser?: string }).browser, './dist/lms/browser.js', name);
      const real = (await import(`@coachkit/adapters/${name.slice(2)}`)) as object;
      for (const each of Object.keys(real))
        assert.throws(() => stub[each]!(), { code: 'not-supported' }, `${name} ${each}`);
    }
  });
});

describe('in a bundle for a browser', () => {
  test('nothing of an adapter is found', async () => {
    for (const name of ['moodle', 'canvas', 'xapi', 'rest']) {
      const contents = `import * as lms from '@coachkit/adapters/lms/${name}'; globalThis.lms = lms;`;
      const stdin = { contents, resolveDir: inRoot('test') };
      const { outputFiles } = await build({ stdin, bundle: true, write: false, format: 'esm', platform: 'browser' });
      const text = outputFiles[0]!.text;
      assert.match(text, /runs on a server only/);
      assert.doesNotMatch(text, /wstoken|authorization|fetch\(/i);
    }
  });
});

describe('answers', () => {
  /** The timers of a machine on which every wait is over at once, and what was waited for. */
  const noting = () => {
    const waits: number[] = [];
    const timers = {
      set(callback: () => void, milliseconds: number) {
        if (milliseconds < 10_000) {
          waits.push(milliseconds);
          setImmediate(callback);
        }
        return undefined;
      },
      clear: () => undefined,
    };
    return { waits, timers };
  };

  test('an answer that does not come is given up after ten seconds', async () => {
    const timers = {
      set(callback: () => void, milliseconds: number) {
        assert.ok(milliseconds <= 10_000);
        setImmediate(callback);
      },
      clear: () => undefined,
    };
    const fetch = (_input: unknown, init?: RequestInit) =>
      new Promise<Response>((_resolve, reject) => {
        init!.signal!.addEventListener('abort', () => reject(new Error(`aborted ${plantedToken}`)));
      });
    const call = moodle({ timers, fetch }).find('x', 5);
    await assert.rejects(call, {
      code: 'lms-unavailable',
      retryable: true,
      refusal: { reason: 'unavailable', code: 'late' },
    });
  });

  test('an answer of more than five megabytes is cut off while it comes', async () => {
    let sent = 0;
    let isCancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1_048_576;
        controller.enqueue(new Uint8Array(1_048_576));
      },
      cancel: () => void (isCancelled = true),
    });
    const call = moodle({ fetch: () => Promise.resolve(new Response(body)) }).find('x', 5);
    await assert.rejects(call, { refusal: { reason: 'unavailable', code: 'too-large' } });
    assert.ok(isCancelled && sent <= 8 * 1_048_576, `${sent} bytes were read`);
  });

  for (const [how, header] of [
    ['seconds', '3'],
    ['a date', new Date(now + 3_000).toUTCString()],
  ] as const) {
    test(`a wait that is asked for in ${how} is kept before asking again`, async () => {
      const { waits, timers } = noting();
      const answers = [new Response('', { status: 503, headers: { 'retry-after': header } }), Response.json(search)];
      await moodle({ timers, fetch: () => Promise.resolve(answers.shift()!) }).find('x', 5);
      assert.deepEqual(waits, [3_000]);
    });
  }

  test('a wait that is too long for a person is handed on', async () => {
    const headers = { 'retry-after': '300' };
    const fetch = () => Promise.resolve(new Response('<h1>Maintenance</h1>', { status: 503, headers }));
    await assert.rejects(moodle({ fetch }).find('x', 5), (error) => {
      assert.deepEqual(refusalOf(error), { reason: 'unavailable', code: 'http-503', retryAfter: 300_000 });
      return CoachingError.isInstance(error) && error.retryable;
    });
  });

  test('waits between attempts are spread and grow, and there are three attempts', async () => {
    const { waits, timers } = noting();
    const fetch = () => Promise.reject(new TypeError(`fetch failed for ${plantedToken}`));
    const call = moodle({ timers, random: () => 0.5, fetch }).find('x', 5);
    await assert.rejects(call, (error) => !JSON.stringify(error).includes(plantedToken));
    assert.deepEqual(waits, [500, 1_000]);
  });

  test('no more than two requests run at a time', async () => {
    let running = 0;
    let most = 0;
    const fetch = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      return Response.json(search);
    };
    const { find } = moodle({ fetch });
    await Promise.all(Array.from({ length: 20 }, () => find('x', 5)));
    assert.equal(most, 2);
  });
});
