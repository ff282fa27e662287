import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readAsset } from './assets.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folders = { '/app/': join(root, 'dist'), '/': join(root, 'public') };

/** Addresses of the application. Which page it is, is decided in the browser. */
const pages = /^\/(?:(?:manager|employee|learning)(?:\/[\w.:@/-]*)?)?$/;

/**
 * What the most careful host asks of its pages: nothing but its own files, no inline script or style, no way from text
 * to markup except through lit's templates.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html 'allow-duplicates'",
].join('; ');

const always = {
  'content-security-policy': policy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Makes the function that answers requests. @throws Error when the application has not been built */
export async function createPages() {
  if (!existsSync(join(folders['/app/'], 'main.js'))) {
    throw new Error('The demo has not been built. Run "npm run build" first, or "npm start", which does both.');
  }
  return (request, response) => {
    answer(request, response).catch(() => send(request, response, 500, { text: 'Something went wrong.' }));
  };
}

async function answer(request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    send(request, response, 405, { text: 'Only GET and HEAD are answered here.', headers: { allow: 'GET, HEAD' } });
    return;
  }
  const path = pathOf(request.url);
  const isPage = path !== undefined && pages.test(path);
  const asset = await find(isPage ? '/index.html' : path);
  if (asset) {
    send(request, response, 200, asset);
    return;
  }
  // Somebody who mistyped an address gets a page that leads on; a script or an image that is missing gets a word.
  const page = (request.headers.accept ?? '').includes('text/html') ? await find('/index.html') : undefined;
  send(request, response, 404, page ?? { text: 'There is no such page.' });
}

/** The path that is asked for, or undefined for what is no path: it is never taken for a file. */
function pathOf(url) {
  try {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    return path.includes('\0') || path.includes('\\') ? undefined : path;
  } catch {
    return undefined;
  }
}

async function find(path) {
  if (path === undefined) return undefined;
  for (const [prefix, folder] of Object.entries(folders)) {
    if (!path.startsWith(prefix)) continue;
    const asset = await readAsset(folder, path.slice(prefix.length));
    if (asset) return asset;
  }
  return undefined;
}

function send(
  request,
  response,
  status,
  { body, text, type = 'text/plain; charset=utf-8', tag, isFixed, headers = {} },
) {
  const isKnown =
    status === 200 && tag !== undefined && (request.headers['if-none-match'] ?? '').split(/, */).includes(tag);
  const content = body ?? Buffer.from(text);
  response.writeHead(isKnown ? 304 : status, {
    ...always,
    'cache-control': isFixed ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...(tag && { etag: tag }),
    ...(isKnown ? {} : { 'content-type': type, 'content-length': content.length }),
    ...headers,
  });
  response.end(isKnown || request.method === 'HEAD' ? undefined : content);
}
