import type { BrowserContext, Page } from 'playwright-core';
import { makeProfile, type ProfileFolder } from '../run/launch-browser.ts';
import { bundleForPage } from './page-bundle.ts';
import { pageOf, startStaticServer, type StaticServer } from './static-server.ts';

/** A profile on disk and a server with one page, which outlive the browser. */
export interface BrowserLaboratory {
  readonly profile: ProfileFolder;
  readonly server: StaticServer;
  /** Starts a browser on the profile and opens the page. */
  open(): Promise<{ context: BrowserContext; page: Page }>;
  remove(): Promise<void>;
}

/** What a laboratory is made of. */
export interface LaboratoryParts {
  /** The script of the page: a path from the root of the repository. */
  readonly entry: string;
  /** The global through which the page is spoken to; there when the page is ready. */
  readonly global: string;
  /** Further files of the server. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Makes a laboratory. */
export async function makeBrowserLaboratory({
  entry,
  global,
  files = {},
}: LaboratoryParts): Promise<BrowserLaboratory> {
  const server = await startStaticServer({
    files: { '/index.html': pageOf('/page.js'), '/page.js': await bundleForPage(entry), ...files },
  });
  const profile = makeProfile();
  return {
    profile,
    server,
    async open() {
      const context = await profile.launch();
      const page = context.pages()[0] ?? (await context.newPage());
      await page.goto(server.origin);
      await page.waitForFunction((name) => name in window, global);
      return { context, page };
    },
    async remove() {
      await server.close();
      profile.remove();
    },
  };
}
