// Checks the rules of the house: eslint.config.js for what a single file says, .dependency-cruiser.cjs for who imports
// whom. Both look at the types of the packages through their exports, so those are built first.
import { existsSync } from 'node:fs';
import { inRoot, runNode, toolPath } from './run-tool.mjs';

const sources = ['core', 'adapters', 'elements', 'react', 'server', 'manager-module', 'testing']
  .map((name) => `packages/${name}/src`)
  .filter((folder) => existsSync(inRoot(folder)));

const steps = [
  ['scripts/build.mjs', '--types'],
  [toolPath('eslint'), '.', '--cache', '--cache-location', '.cache/eslint/', '--max-warnings', '0'],
  [toolPath('dependency-cruiser', 'depcruise'), '--config', '.dependency-cruiser.cjs', ...sources],
];

process.exitCode = 0;
for (const step of steps) if ((await runNode(step)) !== 0) process.exitCode = 1;
