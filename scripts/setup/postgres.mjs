import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { installWithApt } from './apt.mjs';
import { withLock } from './lock.mjs';
import { root } from './root.mjs';

const installed = '/usr/lib/postgresql';
// apt is asked once for a clone, not before every test run.
const asked = join(root, '.cache', 'postgres-asked');

/**
 * Where the programs of PostgreSQL are that the tests start a server with: the newest that is installed, else the PATH.
 * @returns {string | undefined} the folder with `postgres` and `initdb`, or undefined when there is none
 */
export function findPostgres() {
  const versions = existsSync(installed)
    ? readdirSync(installed).sort((one, other) => Number(other) - Number(one))
    : [];
  const folders = [
    ...versions.map((version) => join(installed, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter).filter(Boolean),
  ];
  return folders.find((folder) => ['postgres', 'initdb'].every((name) => existsSync(join(folder, name))));
}

/** Sees to a PostgreSQL for the tests where that is possible without asking; without one its tests are skipped. */
export async function providePostgres() {
  if (process.env.COACHKIT_TEST_POSTGRES || findPostgres() || existsSync(asked)) return;
  await withLock(() => {
    if (findPostgres() || existsSync(asked)) return;
    const problem = installWithApt('postgresql');
    if (problem) console.log(`PostgreSQL: not found (apt: ${problem}); the tests that need it will be skipped.`);
    mkdirSync(dirname(asked), { recursive: true });
    writeFileSync(asked, '');
  });
}
