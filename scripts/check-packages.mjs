// Checks each package as it would be published: that its exports exist and have types (publint, arethetypeswrong).
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { inRoot, runNode, toolPath } from './run-tool.mjs';

process.exitCode = await runNode(['scripts/build.mjs']);
for (const name of process.exitCode === 0 ? readdirSync(inRoot('packages')) : []) {
  const folder = `packages/${name}`;
  const linted = quietly([toolPath('publint'), folder, '--strict']);
  const typed = quietly([
    toolPath('@arethetypeswrong/cli', 'attw'),
    ...['--pack', folder, '--profile', 'esm-only', '--format', 'ascii'],
    // A script for a page has no types, and a manifest is data.
    ...['--exclude-entrypoints', './cdn/coachkit.js', './custom-elements.json'],
  ]);
  if (linted && typed) console.log(`✔ ${folder}`);
  else process.exitCode = 1;
}

// Both tools say much when all is well, so only a failure is shown.
function quietly(command) {
  const result = spawnSync(process.execPath, command, { cwd: inRoot(), encoding: 'utf8' });
  if (result.status === 0) return true;
  console.error(`${result.stdout}\n${result.stderr}`);
  return false;
}
