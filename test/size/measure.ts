import { build, type Plugin } from 'esbuild';
import { gzipSync } from 'node:zlib';

/** What a use of CoachKit weighs on the page that makes it. */
export interface Weight {
  /** Bytes after `gzip -9`. */
  readonly gzip: number;
  /** Parts that this use fetches on demand and that are counted, by file name. */
  readonly fetched: readonly string[];
  /** Parts that are left out because this use never fetches them. */
  readonly leftOut: readonly string[];
}

/**
 * Bundles a piece of code as an application would (esbuild, minified, everything inside) and weighs it.
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
        const name = path.split('/').at(-1)?.replace(/\.js$/, '') ?? path;
        if (fetches.includes(name)) {
          fetched.add(name);
          return undefined;
        }
        leftOut.add(name);
        return { path, external: true };
      });
    },
  };
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: import.meta.dirname, loader: 'js' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    conditions: ['production'],
    plugins: [onDemand],
    write: false,
    logLevel: 'silent',
  });
  const missing = fetches.filter((name) => !fetched.has(name));
  if (missing.length > 0) throw new Error(`nothing fetches ${missing.join(', ')}: the list of this use is out of date`);
  const bytes = outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
  return { gzip: bytes, fetched: [...fetched].sort(), leftOut: [...leftOut].sort() };
}
