import { build, type Metafile, type Plugin } from 'esbuild';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a use of CoachKit weighs on the page that makes it, in bytes after `gzip -9`. */
export interface Weight {
  /** What comes with the import: the code that is given and all that it imports. */
  readonly onImport: number;
  /** The same and every part that this use fetches on demand. */
  readonly inUse: number;
  /** Parts that are left out because this use never fetches them, by file name. */
  readonly leftOut: readonly string[];
}

/**
 * Bundles a piece of code as an application would (esbuild, minified, everything inside, a file for each part that is
 * fetched on demand) and weighs the files.
 *
 * @param code - the module; import the packages by name
 * @param fetches - names (without extension) of the modules behind `import()` that this use fetches; the others are left
 *   out, since the page never asks for them
 */
export async function weigh(code: string, fetches: readonly string[]): Promise<Weight> {
  const fetched = new Set<string>();
  const leftOut = new Set<string>();
  const onDemand: Plugin = {
    name: 'parts-fetched-on-demand',
    setup(setup) {
      setup.onResolve({ filter: /.*/ }, ({ path, kind }) => {
        if (kind !== 'dynamic-import') return undefined;
        const name = basename(path, '.js');
        if (fetches.includes(name)) {
          fetched.add(name);
          return undefined;
        }
        leftOut.add(name);
        return { path, external: true };
      });
    },
  };
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: import.meta.dirname, sourcefile: 'host-page.js', loader: 'js' },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    conditions: ['production'],
    plugins: [onDemand],
    outdir: 'weighed',
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const missing = fetches.filter((name) => !fetched.has(name));
  if (missing.length > 0) throw new Error(`nothing fetches ${missing.join(', ')}: the list of this use is out of date`);

  const sizes = new Map(
    outputFiles.map(({ path, contents }) => [basename(path), gzipSync(contents, { level: 9 }).length]),
  );
  const total = (files: Iterable<string>): number => [...files].reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0);
  return {
    onImport: total(importedFiles(metafile.outputs)),
    inUse: total(sizes.keys()),
    leftOut: [...leftOut].sort(),
  };
}

/** The entry and every file that it imports, by name; not what is behind `import()`. */
function importedFiles(outputs: Metafile['outputs']): ReadonlySet<string> {
  const found = new Set<string>();
  const follow = (path: string): void => {
    if (found.has(basename(path))) return;
    found.add(basename(path));
    for (const each of outputs[path]?.imports ?? []) if (each.kind === 'import-statement') follow(each.path);
  };
  const entry = Object.entries(outputs).find(([, { entryPoint }]) => basename(entryPoint ?? '') === 'host-page.js');
  if (!entry) throw new Error('the bundle has no entry');
  follow(entry[0]);
  return found;
}
