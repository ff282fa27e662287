import { build } from 'esbuild';
import { inRoot } from '../../scripts/run-tool.mjs';

/**
 * One script with everything that an entry needs, for a page of a test: packages by their names, as built.
 * @param entry path from the root of the repository
 * @param format `iife` for a classic script, which a sandboxed frame can load too
 */
export async function bundleForPage(entry: string, format: 'esm' | 'iife' = 'esm'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [inRoot(entry)],
    bundle: true,
    write: false,
    format,
    target: 'es2022',
    conditions: ['production'],
    tsconfig: inRoot('tsconfig.base.json'),
    logLevel: 'error',
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`${entry} made no bundle`);
  return file.text;
}
