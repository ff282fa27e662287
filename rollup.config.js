import { existsSync, rmSync } from 'node:fs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import esbuild, { minify } from 'rollup-plugin-esbuild';

// tsc makes the packages (one module per file, with types). Rollup makes only what is loaded as it is: the one file for
// a script tag, and the demo host application. Any warning is an error.
const banner = '/*! CoachKit, MIT licence. Contains lit (BSD-3-Clause, Google LLC) and zod (MIT). */';

const shared = {
  // The decorator helper of tsc asks for a `this` that no module has.
  context: '(void 0)',
  plugins: [nodeResolve({ exportConditions: ['production'], browser: true })],
  onwarn(warning) {
    // Others' packages are as they are; ours have no warnings.
    const files = warning.ids ?? [warning.id ?? ''];
    if (files.every((file) => file.includes('node_modules'))) return;
    throw new Error(`${warning.code}: ${warning.message}`);
  },
};

const cdn = {
  ...shared,
  input: 'packages/elements/dist/cdn.js',
  output: {
    file: 'packages/elements/dist/cdn/coachkit.js',
    // A classic script: browsers refuse modules that are opened from disk. Loaded as a module it has a scope of its own,
    // so the one global is set by name.
    format: 'iife',
    name: 'CoachKit',
    footer: 'globalThis.CoachKit = CoachKit;',
    inlineDynamicImports: true,
    sourcemap: true,
    plugins: [minify({ target: 'es2022', legalComments: 'none', banner })],
  },
};

const hostApp = {
  ...shared,
  input: 'examples/host-app/src/main.ts',
  output: {
    dir: 'examples/host-app/dist',
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    sourcemap: true,
  },
  plugins: [
    removeBefore('examples/host-app/dist'),
    ...shared.plugins,
    esbuild({ target: 'es2022', tsconfig: 'tsconfig.base.json' }),
  ],
};

// Chunks carry a hash in their name, so those of earlier builds would pile up.
function removeBefore(folder) {
  return { name: 'remove-before', buildStart: () => rmSync(folder, { recursive: true, force: true }) };
}

/** `--configOnly cdn,host-app` makes some of the bundles; without it, those whose entry exists are made. */
export default ({ configOnly }) => {
  const bundles = { cdn, 'host-app': hostApp };
  if (configOnly) return configOnly.split(',').map((name) => bundles[name]);
  return [cdn, hostApp].filter(({ input }) => existsSync(input));
};
