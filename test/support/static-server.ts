import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

/** The content security policy of the most careful host: what the elements promise to run under without a violation. */
export const strictPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "frame-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html 'allow-duplicates'",
].join('; ');

/** What a server serves. */
export interface StaticServerOptions {
  /** Path → text. `/` is answered with `/index.html`. The type follows from the ending. */
  readonly files?: Readonly<Record<string, string>>;
  /** Path of a folder, with a slash at its end → the folder on disk. */
  readonly folders?: Readonly<Record<string, string>>;
  /** The content security policy of HTML pages; `strictPolicy` when absent, none when `undefined` is given. */
  readonly policy?: string | undefined;
  /** Further headers of every answer. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A server on a free port of this machine. */
export interface StaticServer {
  /** Without a slash at its end. `localhost` is a secure context: WebCrypto works. */
  readonly origin: string;
  /** The paths that were asked for so far, in their order. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/** Starts a server for pages of a test. What is not there is answered with 404, and nothing outside of the folders is. */
export async function startStaticServer(options: StaticServerOptions): Promise<StaticServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    answer(options, request, response).catch((error: unknown) => {
      response.writeHead(500);
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A page that runs one module, with nothing in it that a strict policy would block. */
export function pageOf(module: string, { body = '', title = 'CoachKit test' } = {}): string {
  return `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8" />
    <title>${title}</title>
    <script type="module" src="${module}"></script>
  </head>
  <body>${body}</body>
</html>`;
}

async function answer(options: StaticServerOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const path = pathname.endsWith('/') ? `${pathname}index.html` : decodeURIComponent(pathname);
  const content = await find(options, path);
  if (content === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain' });
    response.end('not found');
    return;
  }
  const type = types[extname(path)] ?? 'application/octet-stream';
  const policy = 'policy' in options ? options.policy : strictPolicy;
  response.writeHead(200, {
    'content-type': type,
    'cache-control': 'no-store',
    ...(policy !== undefined && type.startsWith('text/html') && { 'content-security-policy': policy }),
    ...options.headers,
  });
  response.end(content);
}

async function find(
  { files = {}, folders = {} }: StaticServerOptions,
  path: string,
): Promise<string | Buffer | undefined> {
  if (Object.hasOwn(files, path)) return files[path];
  for (const [prefix, folder] of Object.entries(folders)) {
    if (!path.startsWith(prefix)) continue;
    const file = normalize(join(folder, path.slice(prefix.length)));
    if (!file.startsWith(normalize(folder + sep))) continue;
    const content = await readFile(file).catch(() => undefined);
    if (content !== undefined) return content;
  }
  return undefined;
}
