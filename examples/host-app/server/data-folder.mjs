import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What the demo keeps between two starts beside its database: a secret, and of which day the sample is.
 * @returns `{ secret, sample }`; `sample` is undefined until one was drawn
 */
export async function openDataFolder(folder) {
  await mkdir(folder, { recursive: true }).catch((error) => {
    throw new Error(`COACHKIT_DATA is "${folder}", which cannot be used: ${error.code}.`, { cause: error });
  });
  const secretFile = join(folder, 'secret');
  const sampleFile = join(folder, 'sample.json');
  return {
    database: join(folder, 'coachkit.sqlite'),
    secret: await readOrMake(secretFile),
    sample: JSON.parse((await read(sampleFile)) ?? 'null') ?? undefined,
    keepSample: (sample) => replace(sampleFile, JSON.stringify(sample)),
  };
}

async function readOrMake(file) {
  const kept = await read(file);
  if (kept !== undefined) return Buffer.from(kept, 'base64url');
  const made = randomBytes(32);
  await replace(file, made.toString('base64url'));
  return made;
}

/** A file is there with all of its content or not at all. */
async function replace(file, text) {
  const beside = `${file}.${process.pid}`;
  await writeFile(beside, text);
  await chmod(beside, 0o600);
  await rename(beside, file);
}

async function read(file) {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
