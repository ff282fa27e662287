import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../../scripts/run-tool.mjs';

/** Where real files lie, beside the repository or where the environment says; they are not part of it. */
const folder = process.env['COACHKIT_DATA'] ?? inRoot('../shared/data');

/** Why a test with real files cannot run; false when it can. */
export const escoIsMissing: string | false = existsSync(join(folder, 'esco'))
  ? false
  : 'the ESCO files are not there (shared/data beside the repository, or COACHKIT_DATA)';

/** A file of the official exports. */
export function escoFile(name: string): AsyncIterable<Uint8Array> {
  return createReadStream(join(folder, 'esco', name)) as AsyncIterable<Uint8Array>;
}
