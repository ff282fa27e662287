import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
};

const cache = new Map();

/**
 * Reads a file of a folder, with its type and tag. Only files of a known type that really lie in the folder are
 * found: neither `..` nor a link leads out of it.
 */
export async function readAsset(folder, path) {
  const type = types[extname(path)];
  const file = normalize(join(folder, path));
  if (!type || !file.startsWith(folder + sep)) return undefined;
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile() || !(await realpath(file)).startsWith((await realpath(folder)) + sep)) return undefined;

  const known = cache.get(file);
  if (known?.changed === found.mtimeMs && known.size === found.size) return known.asset;
  const body = await readFile(file);
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  // A chunk has a hash of its content in its name, so what was read once stays true.
  const isFixed = /[\\/]chunks[\\/].+-[\w-]{8}\.js$/.test(file);
  const asset = { body, type, tag, isFixed };
  cache.set(file, { changed: found.mtimeMs, size: found.size, asset });
  return asset;
}
