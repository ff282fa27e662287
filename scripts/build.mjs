// Builds what changed: every package with tsc (one module per file, with types), then the two bundles with rollup: the
// CDN file of the elements and the demo host application, and the manifest of the elements. --types stops after tsc;
// with --analyze besides, after the manifest.
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { inRoot, runNode, toolPath } from './run-tool.mjs';

const packages = ['core', 'adapters', 'elements', 'testing'].filter((name) => sourcesOf(name).length > 0);

process.exitCode = await build();

async function build() {
  packages.forEach(removeOrphans);
  const compiled = await runNode([toolPath('typescript', 'tsc'), '-b', ...packages.map((name) => `packages/${name}`)]);
  const typesOnly = process.argv.includes('--types');
  if (compiled !== 0 || (typesOnly && !process.argv.includes('--analyze'))) return compiled;
  const analyzed = manifestIsFresh() ? 0 : await runNode(['scripts/analyze.mjs']);
  if (analyzed !== 0 || typesOnly) return analyzed;
  return bundlesAreFresh() ? 0 : runNode([toolPath('rollup'), '--config', 'rollup.config.js', '--silent']);
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

function manifestIsFresh() {
  if (!packages.includes('elements')) return true;
  const inputs = [inRoot('custom-elements-manifest.config.js'), ...filesIn(inRoot('packages/elements/src'))];
  return isNewerThan(inRoot('packages/elements/custom-elements.json'), inputs);
}

function bundlesAreFresh() {
  const shared = [inRoot('rollup.config.js'), inRoot('package-lock.json')];
  const compiled = packages.flatMap((name) =>
    filesIn(inRoot('packages', name, 'dist')).filter(
      (file) => file.endsWith('.js') && !file.includes(`dist${sep}cdn${sep}`),
    ),
  );
  return [
    { source: 'packages/elements/src/cdn.ts', output: 'packages/elements/dist/cdn/coachkit.js', own: [] },
    {
      source: 'examples/host-app/src/main.ts',
      output: 'examples/host-app/dist/main.js',
      own: ['examples/host-app/src'],
    },
  ]
    .filter(({ source }) => existsSync(inRoot(source)))
    .every(({ output, own }) => {
      const inputs = [...shared, ...compiled, ...own.flatMap((folder) => filesIn(inRoot(folder)))];
      return isNewerThan(inRoot(output), inputs);
    });
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
