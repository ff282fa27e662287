import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Imports the files of a folder that end in a certain way, in order of their names.
 * @param {string} folder
 * @param {string} ending for example ".proof.ts"
 * @param {readonly string[]} parts keeps the files whose name contains one of these; all when empty
 * @returns {Promise<{ file: string, module?: any, error?: unknown }[]>} a file that fails to import comes with its error
 */
export async function loadFiles(folder, ending, parts) {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(ending) && (parts.length === 0 || parts.some((part) => file.includes(part))))
    .sort();
  return Promise.all(
    files.map(async (file) => {
      try {
        return { file, module: await import(pathToFileURL(join(folder, file))) };
      } catch (error) {
        return { file, error };
      }
    }),
  );
}
