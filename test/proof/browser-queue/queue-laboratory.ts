import { openSqliteStorage } from '@coachkit/adapters/storage/sqlite';
import type { StorageSource } from '@coachkit/core';
import { createHandler } from '@coachkit/server';
import { toNodeListener } from '@coachkit/server/node';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { makeProfile } from '../../run/launch-browser.ts';
import { authenticateByToken } from '../../support/handler-fetch.ts';
import { bundleForPage } from '../../support/page-bundle.ts';
import { pageOf } from '../../support/static-server.ts';
import { foundPairs, type FoundedPair } from '../../support/server/found-pairs.ts';

/** A page and the server behind it at one origin, with a network between them that can be cut. */
export interface QueueLaboratory {
  readonly pair: FoundedPair;
  readonly source: StorageSource;
  /** While it is cut, requests end without an answer; half of them after the server has done what they asked. */
  isOnline: boolean;
  open(): Promise<{ readonly context: BrowserContext; readonly page: Page }>;
  remove(): Promise<void>;
}

/** Makes a laboratory with a profile on the disk that outlives the browser. */
export async function makeQueueLaboratory(): Promise<QueueLaboratory> {
  const folder = mkdtempSync(join(tmpdir(), 'coachkit-queue-'));
  const source = await openSqliteStorage({ file: join(folder, 'coachkit.db') });
  const [pair] = await foundPairs(source, 1);
  if (pair === undefined) throw new Error('no pair was founded');
  const handler = createHandler({
    storage: source,
    authenticate: authenticateByToken,
    // The page is quicker than people are.
    limits: { burst: 1e9, perSecond: 1e9 },
  });
  const listener = toNodeListener(handler);
  const script = await bundleForPage('test/proof/browser-queue/queue-page.ts');
  const server = createServer((request, response) => {
    if (request.url === '/') return response.setHeader('content-type', 'text/html').end(pageOf('/page.js'));
    if (request.url === '/page.js') return response.setHeader('content-type', 'text/javascript').end(script);
    if (laboratory.isOnline) return listener(request, response);
    if (Math.random() < 0.5) return request.socket.destroy();
    // It arrives, and the answer is lost.
    response.end = () => {
      request.socket.destroy();
      return response;
    };
    return listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const profile = makeProfile();
  const laboratory: QueueLaboratory = {
    pair,
    source,
    isOnline: true,
    async open() {
      const context = await profile.launch();
      const page = context.pages()[0] ?? (await context.newPage());
      await page.goto(origin);
      await page.waitForFunction(() => 'queueLab' in window);
      return { context, page };
    },
    async remove() {
      handler.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await source.close();
      profile.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return laboratory;
}
