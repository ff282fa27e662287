// Builds what changed: every package with tsc (one module per file, with types), the manifest of the elements, then with
// rollup the file for a script tag and the demo host application.
//   --types  tsc only            --analyze  tsc and the manifest            --demo  what `npm start` needs
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { compactStyles } from './build/compact-styles.mjs';
import { inRoot, runNode, toolPath } from './run-tool.mjs';

const wanted = ['types', 'analyze', 'demo'].find((name) => process.argv.includes(`--${name}`)) ?? 'all';
const packages = ['core', 'adapters', 'elements', 'server', ...(wanted === 'demo' ? [] : ['testing'])];
const withSources = packages.filter((name) => sourcesOf(name).length > 0);

const bundles = [
  {
    name: 'cdn',
    source: 'packages/elements/src/cdn.ts',
    output: 'packages/elements/dist/cdn/coachkit.js',
    inputs: [],
    isWanted: wanted === 'all',
  },
  {
    name: 'host-app',
    source: 'examples/host-app/src/main.ts',
    output: 'examples/host-app/dist/main.js',
    inputs: ['examples/host-app/src'],
    isWanted: wanted === 'all' || wanted === 'demo',
  },
];

process.exitCode = (await compile()) || (await analyze()) || (await bundle());

async function compile() {
  withSources.forEach(removeOrphans);
  const failed = await runNode([toolPath('typescript', 'tsc'), '-b', ...withSources.map((name) => `packages/${name}`)]);
  if (failed === 0) compactStyles(compiledFiles('elements').filter((file) => file.endsWith('.styles.js')));
  return failed;
}

function analyze() {
  if (wanted === 'types' || wanted === 'demo' || !withSources.includes('elements')) return 0;
  const inputs = [inRoot('custom-elements-manifest.config.js'), ...filesIn(inRoot('packages/elements/src'))];
  const isFresh = isNewerThan(inRoot('packages/elements/custom-elements.json'), inputs);
  return isFresh ? 0 : runNode(['scripts/analyze.mjs']);
}

function bundle() {
  const shared = [
    inRoot('rollup.config.js'),
    inRoot('package-lock.json'),
    ...['core', 'adapters', 'elements'].flatMap(compiledFiles),
  ];
  const stale = bundles.filter(({ source, output, inputs, isWanted }) => {
    if (!isWanted || !existsSync(inRoot(source))) return false;
    return !isNewerThan(inRoot(output), [...shared, ...inputs.flatMap((folder) => filesIn(inRoot(folder)))]);
  });
  if (stale.length === 0) return 0;
  const only = stale.map(({ name }) => name).join(',');
  return runNode([toolPath('rollup'), '--config', 'rollup.config.js', '--silent', '--configOnly', only]);
}

// tsc leaves the output of a deleted source behind, where a test or an import could still find it.
function removeOrphans(name) {
  const sources = new Set(sourcesOf(name).map((file) => file.replace(/(\.d)?\.ts$/, '')));
  const output = inRoot('packages', name, 'dist');
  for (const file of filesIn(output)) {
    const path = relative(output, file);
    if (!/\.(js|d\.ts)(\.map)?$/.test(path) || path.startsWith(`cdn${sep}`)) continue;
    if (!sources.has(path.replace(/\.(js|d\.ts)(\.map)?$/, ''))) rmSync(file);
  }
}

function compiledFiles(name) {
  const output = inRoot('packages', name, 'dist');
  return filesIn(output).filter((file) => file.endsWith('.js') && !file.startsWith(join(output, `cdn${sep}`)));
}

function isNewerThan(output, inputs) {
  if (!existsSync(output)) return false;
  const built = statSync(output).mtimeMs;
  return inputs.every((input) => statSync(input).mtimeMs <= built);
}

function sourcesOf(name) {
  const folder = inRoot('packages', name, 'src');
  return filesIn(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => relative(folder, file));
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
