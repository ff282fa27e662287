// Checks each package as it would be published: that its exports exist and have types (publint, arethetypeswrong).
import { readdirSync } from 'node:fs';
import { inRoot, runNode, toolPath } from './run-tool.mjs';

const packages = readdirSync(inRoot('packages'));

process.exitCode = await runNode(['scripts/build.mjs']);
for (const name of process.exitCode === 0 ? packages : []) {
  const folder = `packages/${name}`;
  const linted = await runNode([toolPath('publint'), folder, '--strict']);
  const typed = await runNode([
    toolPath('@arethetypeswrong/cli', 'attw'),
    ...['--pack', folder, '--profile', 'esm-only', '--format', 'ascii', '--quiet'],
    // A script for a page has no types, and a manifest is data.
    ...['--exclude-entrypoints', './cdn/coachkit.js', './custom-elements.json'],
  ]);
  if (linted !== 0 || typed !== 0) process.exitCode = 1;
}
